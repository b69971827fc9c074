// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace blastoscope::base {
struct Progress;
}

namespace blastoscope::ui {

/// The bottom of a dialog that exports: how far it is, Export and Cancel.
class ExportRow : public QWidget {
    Q_OBJECT
public:
    explicit ExportRow(QWidget* parent = nullptr);

    void setBusy(bool busy);
    void setReady(bool ready);
    void showProgress(const base::Progress& progress);

signals:
    void startRequested();
    void cancelRequested();

private:
    QProgressBar* m_progress = nullptr;
    QPushButton* m_start = nullptr;
};

} // namespace blastoscope::ui
