// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QWidget>

#include "ui/jobs/job.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace blastoscope::ui {

/// Runs one job at a time and shows it: how far, Cancel, and afterwards what went wrong.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    ~JobRow() override;

    bool isBusy() const { return m_job && m_job->isRunning(); }

    template<typename R>
    void run(const QString& title, typename Job<R>::Work work, typename JobSuccess<R>::Callback then)
    {
        auto job = std::make_unique<Job<R>>(title, std::move(work));
        job->onSuccess(std::move(then));
        Job<R>* started = job.get();
        follow(std::move(job));
        started->start(QThread::LowPriority);
        emit busyChanged();
    }
    void cancel();

    /// A sentence below, e.g. what went wrong; empty hides it.
    void showMessage(const QString& text, const QString& detail = {});
    void showError(const base::Error& error);
    QString message() const;

signals:
    /// A job began or ended.
    void busyChanged();

private:
    void follow(std::unique_ptr<JobBase> job);
    void showProgress(const base::Progress& progress);

    QWidget* m_running = nullptr;
    QLabel* m_title = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
    QLabel* m_message = nullptr;
    std::unique_ptr<JobBase> m_job; ///< goes first: it waits for its work
};

} // namespace blastoscope::ui
