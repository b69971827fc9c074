// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/project_worker.h"

#include <algorithm>

namespace blastoscope::ui {

ProjectWorker::ProjectWorker(QObject* parent) : QObject(parent)
{
    m_thread = std::make_unique<ProjectThread>(
        [this](const base::Result<int>& written) { post([this, written] { take(written); }); });
    m_thread->start();
}

ProjectWorker::~ProjectWorker() = default; // the thread ends before what it posts to

void ProjectWorker::commit(int stack, annotation::Edit edit)
{
    ++m_waiting;
    m_thread->appendEdit(stack, std::move(edit));
    emit changed();
}

void ProjectWorker::write(ProjectThread::Write work, std::function<void()> then, bool barrier)
{
    ++m_waiting;
    m_thread->appendWrite(
        [this, work = std::move(work), then = std::move(then)](ProjectSlot& slot) {
            base::Status done = work(slot);
            if (done && then)
                post(then);
            return done;
        },
        barrier);
    emit changed();
}

void ProjectWorker::retry()
{
    m_thread->retry();
}

void ProjectWorker::dropWrites()
{
    m_waiting = std::max(0, m_waiting - m_thread->dropWrites());
    m_failure.reset();
    emit changed();
}

void ProjectWorker::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void ProjectWorker::take(const base::Result<int>& written)
{
    if (written) {
        m_waiting = std::max(0, m_waiting - *written);
        m_failure.reset();
    } else {
        m_failure = written.error();
    }
    emit changed();
}

} // namespace blastoscope::ui
