// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace blastoscope::ui {

/// What is being done, how far it is, how long it will take and a way to stop it. Takes no room while idle.
class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    /// `total` 0 = unknown. `cancellable` false hides the button.
    void showProgress(const QString& what, int done, int total, std::optional<double> secondsLeft, bool cancellable);
    void clear();
    QString text() const;

signals:
    void cancelRequested();

private:
    QLabel* m_text = nullptr;
    QProgressBar* m_bar = nullptr;
    QToolButton* m_cancel = nullptr;
};

/// "0:12", "4:05", "1:02:30".
QString durationText(double seconds);

} // namespace blastoscope::ui
