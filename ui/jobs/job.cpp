// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job.h"

#include <atomic>
#include <chrono>

namespace blastoscope::ui {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kProgressInterval = std::chrono::milliseconds(33);

} // namespace

JobBase::JobBase(QString title, QObject* parent) : QObject(parent), m_title(std::move(title)) {}

JobBase::~JobBase()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void JobBase::cancel()
{
    m_token.cancel();
}

void JobBase::abandon(std::unique_ptr<JobBase> job, QObject* keeper)
{
    if (!job)
        return;
    job->cancel();
    job->disconnect();
    job->m_abandoned = true;
    job->setParent(keeper);
    if (job->isRunning())
        connect(job.get(), &JobBase::finished, job.get(), &QObject::deleteLater);
    else
        job->deleteLater(); // perhaps one of its own signals has led here
    job.release();
}

void JobBase::launch(std::function<Completion()> body, QThread::Priority priority)
{
    Q_ASSERT(!m_thread);
    m_running = true;
    m_thread.reset(QThread::create([this, body = std::move(body)] {
        Completion completion = body();
        QMetaObject::invokeMethod(
            this,
            [this, completion = std::move(completion)] {
                m_running = false;
                if (!m_abandoned)
                    completion();
                emit finished();
            },
            Qt::QueuedConnection);
    }));
    m_thread->start(priority);
}

void JobBase::settle(const base::Error& error)
{
    if (error.code == base::ErrorCode::Cancelled)
        emit cancelled();
    else
        emit failed(error);
}

base::ProgressCallback JobBase::progressCallback()
{
    auto last = std::make_shared<std::atomic<Clock::rep>>(0);
    return [this, last](const base::Progress& progress) {
        const auto now = Clock::now().time_since_epoch();
        if (now - Clock::duration(last->load()) < kProgressInterval && progress.done != progress.total)
            return;
        last->store(now.count());
        QMetaObject::invokeMethod(
            this, [this, progress] { emit progressed(progress); }, Qt::QueuedConnection);
    };
}

} // namespace blastoscope::ui
