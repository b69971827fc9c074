// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/project_loader.h"

#include <algorithm>
#include <utility>

namespace blastoscope::ui {

ProjectLoader::ProjectLoader(Workspace& workspace, ProjectWorker& worker, StackLinks& links, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_worker(worker), m_links(links)
{
}

void ProjectLoader::load(const std::vector<project::StackRecord>& records, const QString& projectFile)
{
    m_file = projectFile;
    for (const project::StackRecord& record : records) {
        const auto isSame = [&](const project::StackRecord& other) { return other.key == record.key; };
        const bool asked = m_inWork == record.key || std::any_of(m_waiting.begin(), m_waiting.end(), isSame);
        if (!asked)
            m_waiting.push_back(record);
    }
    if (!m_busy)
        loadNext();
}

void ProjectLoader::clear()
{
    ++m_round;
    m_waiting.clear();
    m_inWork.reset();
    if (m_job)
        m_job->cancel();
}

void ProjectLoader::loadNext()
{
    if (m_waiting.empty()) {
        m_busy = false;
        m_inWork.reset();
        emit opening(QString());
        return;
    }
    m_busy = true;
    const project::StackRecord record = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_inWork = record.key;
    emit opening(QString::fromStdString(record.path.filename().string()));
    m_job = std::make_unique<Job<FoundImages>>(
        tr("Opening"),
        [record, file = m_file, others = m_links.records()](const base::CancellationToken& cancel,
                                                            const auto&) -> base::Result<FoundImages> {
            return findImages(record, file, others, cancel);
        });
    auto found = std::make_shared<std::optional<FoundImages>>();
    m_job->onSuccess([found](FoundImages images) { *found = std::move(images); });
    connect(m_job.get(), &JobBase::failed, this,
            [this, record](const base::Error& error) {
                emit failed(QString::fromStdString(record.path.filename().string()), error);
            });
    connect(m_job.get(), &JobBase::finished, this, [this, record, found, round = m_round] {
        m_job.release()->deleteLater();
        if (*found && round == m_round)
            readDocument(record, **found);
        else
            loadNext();
    });
    m_job->start();
}

void ProjectLoader::readDocument(const project::StackRecord& record, const FoundImages& found)
{
    m_worker.read<annotation::StoredDocument>(
        [key = record.key](ProjectSlot& slot) -> base::Result<annotation::StoredDocument> {
            if (!slot.current)
                return base::fail(base::ErrorCode::Cancelled, "The project is not open any more.");
            return slot.current->readDocument(key);
        },
        [this, record, found, round = m_round](base::Result<annotation::StoredDocument> stored) {
            if (round == m_round)
                take(record, found, std::move(stored));
            loadNext();
        },
        record.key);
}

void ProjectLoader::take(const project::StackRecord& record, const FoundImages& found,
                         base::Result<annotation::StoredDocument> stored)
{
    const QString name = QString::fromStdString(record.path.filename().string());
    if (!stored) {
        emit failed(name, stored.error());
        return;
    }
    OpenStack* stack = m_workspace.add(found.images, false);
    if (const auto resumed = m_links.resume(*stack, record, std::move(*stored)); !resumed) {
        m_workspace.close(stack);
        emit failed(name, resumed.error());
        return;
    }
    if (found.place && found.place->moved)
        m_links.relocate(*stack, found.images, found.place->fingerprint);
    emit opened(stack, found.place);
}

} // namespace blastoscope::ui
