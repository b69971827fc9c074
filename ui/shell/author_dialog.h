// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace blastoscope::ui {

/// Asks for the name that the audit trail notes beside the account of the system.
class AuthorDialog : public QDialog {
    Q_OBJECT
public:
    explicit AuthorDialog(const QString& name, QWidget* parent = nullptr);

    QString name() const;

private:
    QLineEdit* m_name = nullptr;
};

} // namespace blastoscope::ui
