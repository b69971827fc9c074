// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <new>
#include <optional>

#include <QObject>

#include "core/base/error.h"
#include "ui/project/project_thread.h"

namespace blastoscope::ui {

/// Does everything with project files on one thread of its own, so that nothing on the window's thread ever waits for a
/// drive. Writes begin at once and are done in order. One that fails is kept and tried again every two seconds: nothing
/// is given up unless dropWrites() says so. Callbacks and signals come on the thread of this object.
class ProjectWorker : public QObject {
    Q_OBJECT
public:
    explicit ProjectWorker(QObject* parent = nullptr);
    /// Tries once more to write what waits, and waits for that.
    ~ProjectWorker() override;

    void commit(int stack, annotation::Edit edit);
    /// `then` runs once, after the write is on the disk. See ProjectThread for `barrier`.
    void write(ProjectThread::Write work, std::function<void()> then = {}, bool barrier = false);
    /// See ProjectThread for `about`.
    template<typename R>
    void read(std::function<base::Result<R>(ProjectSlot&)> work, std::function<void(base::Result<R>)> then,
              std::optional<project::StackKey> about = {})
    {
        m_thread->appendRead(delivering(std::move(work), std::move(then)), about);
    }
    /// The same before everything that waits.
    template<typename R>
    void readFirst(std::function<base::Result<R>(ProjectSlot&)> work, std::function<void(base::Result<R>)> then)
    {
        m_thread->prependRead(delivering(std::move(work), std::move(then)));
    }

    /// Writes that are not on the disk yet.
    int waiting() const { return m_waiting; }
    /// Why the first of them is not, when it was tried.
    const std::optional<base::Error>& failure() const { return m_failure; }
    void retry();
    /// A person gives up what could not be written.
    void dropWrites();
    /// For tests.
    void setRetryDelay(std::chrono::milliseconds delay) { m_thread->setRetryDelay(delay); }

signals:
    /// waiting() or failure() is another now.
    void changed();

private:
    template<typename R>
    ProjectThread::Read delivering(std::function<base::Result<R>(ProjectSlot&)> work,
                                   std::function<void(base::Result<R>)> then)
    {
        return [this, work = std::move(work), then = std::move(then)](ProjectSlot& slot) {
            auto result = std::make_shared<base::Result<R>>(guarded(work, slot));
            post([result, then] { then(std::move(*result)); });
        };
    }
    /// Somebody waits for the answer, whatever happens.
    template<typename R>
    static base::Result<R> guarded(const std::function<base::Result<R>(ProjectSlot&)>& work, ProjectSlot& slot)
    {
        try {
            return work(slot);
        } catch (const std::bad_alloc&) {
            return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory to read from the project.");
        } catch (const std::exception& exception) {
            return base::fail(base::ErrorCode::Internal, "Reading from the project failed.", exception.what());
        }
    }
    void post(std::function<void()> call);
    void take(const base::Result<int>& written);

    int m_waiting = 0;
    std::optional<base::Error> m_failure;
    std::unique_ptr<ProjectThread> m_thread;
};

} // namespace blastoscope::ui
