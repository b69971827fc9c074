// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/content_hasher.h"

#include <utility>

#include "core/base/log.h"
#include "core/project/fingerprint.h"
#include "ui/jobs/background_priority.h"

namespace blastoscope::ui {

void ContentHasher::add(int stack, const QString& path)
{
    m_waiting.emplace_back(stack, path);
    if (!m_job)
        startNext();
}

void ContentHasher::clear()
{
    m_waiting.clear();
    JobBase::abandon(std::move(m_job), this); // what it has found by now is of no interest
}

void ContentHasher::startNext()
{
    if (m_waiting.empty())
        return;
    const auto [stack, path] = m_waiting.front();
    m_waiting.pop_front();
    m_job = std::make_unique<Job<std::string>>(
        tr("Reading all images once"), [file = path.toStdString()](const base::CancellationToken& cancel, const auto&) {
            lowerThreadPriority();
            return project::contentSha256(file, cancel);
        });
    m_job->onSuccess([this, stack = stack](const std::string& sha256) { emit hashed(stack, sha256); });
    connect(m_job.get(), &JobBase::failed, this, [](const base::Error& error) {
        base::logWarning("project", "no checksum: " + error.message); // tried again when the project is opened next
    });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        startNext();
    });
    m_job->start(QThread::LowPriority);
}

} // namespace blastoscope::ui
