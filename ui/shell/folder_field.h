// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace blastoscope::ui {

/// Where something is written: a line that holds the path of a folder, and a button to choose another one.
class FolderField : public QWidget {
    Q_OBJECT
public:
    /// `question` is the title of the dialog that chooses.
    FolderField(QString question, const QString& folder, QWidget* parent = nullptr);

    /// With slashes; empty when nothing is written there.
    QString folder() const;
    void setFolder(const QString& folder);

signals:
    void changed();

private:
    void choose();

    QString m_question;
    QLineEdit* m_path;
};

} // namespace blastoscope::ui
