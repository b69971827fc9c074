// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QObject>
#include <QString>
#include <QThread>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"

namespace blastoscope::ui {

/// What every job has in common, whatever its result. Lives on the GUI thread; its work runs on a thread of its own.
/// The destructor cancels and then waits, so nothing a job captured can outlive its owner's members declared before it.
class JobBase : public QObject {
    Q_OBJECT
public:
    ~JobBase() override;

    /// One line for people, e.g. "Opening E-014".
    const QString& title() const { return m_title; }
    bool isRunning() const { return m_running; }
    /// Asks the work to stop; `finished` still follows.
    void cancel();

    /// Drops a job without waiting for it, as the GUI thread must where another one takes its place: cancels it, and
    /// nothing of it is heard any more. It is a child of `keeper` until its work has ended; a keeper that goes before
    /// waits for it, so what the work captured must outlive the keeper or be its own. Null is fine.
    static void abandon(std::unique_ptr<JobBase> job, QObject* keeper);

signals:
    /// At most about 30 times a second.
    void progressed(const blastoscope::base::Progress& progress);
    void failed(const blastoscope::base::Error& error);
    void cancelled();
    /// Last, after the success callback, failed or cancelled.
    void finished();

protected:
    using Completion = std::function<void()>;

    JobBase(QString title, QObject* parent);
    /// Runs `body` on a new thread and what it returns on the thread of this object.
    void launch(std::function<Completion()> body, QThread::Priority priority);
    void settle(const base::Error& error);
    const base::CancellationToken& token() const { return m_token; }
    base::ProgressCallback progressCallback();

private:
    QString m_title;
    base::CancellationToken m_token;
    std::unique_ptr<QThread> m_thread;
    bool m_running = false;
    bool m_abandoned = false;
};

template<typename R>
struct JobSuccess {
    using Callback = std::function<void(R)>;
};
template<>
struct JobSuccess<void> {
    using Callback = std::function<void()>;
};

/// Parameters go in with the captures of `work`, the result comes out through `onSuccess`.
template<typename R>
class Job : public JobBase {
public:
    using Work = std::function<base::Result<R>(const base::CancellationToken&, const base::ProgressCallback&)>;
    using Success = typename JobSuccess<R>::Callback;

    Job(QString title, Work work, QObject* parent = nullptr)
        : JobBase(std::move(title), parent), m_work(std::move(work))
    {
    }

    /// Called on the thread of this object.
    void onSuccess(Success success) { m_success = std::move(success); }

    /// Once per job.
    void start(QThread::Priority priority = QThread::InheritPriority)
    {
        launch(
            [this, work = m_work, cancel = token(), progress = progressCallback()]() -> Completion {
                auto result = std::make_shared<base::Result<R>>(guarded(work, cancel, progress));
                return [this, result] { deliver(std::move(*result)); };
            },
            priority);
    }

private:
    static base::Result<R> guarded(const Work& work, const base::CancellationToken& cancel,
                                   const base::ProgressCallback& progress)
    {
        try {
            return work(cancel, progress);
        } catch (const std::bad_alloc&) {
            return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory for this.");
        } catch (const std::exception& exception) {
            return base::fail(base::ErrorCode::Internal, "Something unexpected went wrong.", exception.what());
        }
    }

    void deliver(base::Result<R> result)
    {
        if (!result)
            settle(result.error());
        else if (m_success) {
            if constexpr (std::is_void_v<R>)
                m_success();
            else
                m_success(std::move(*result));
        }
    }

    Work m_work;
    Success m_success;
};

} // namespace blastoscope::ui
