// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/stack_links.h"

#include <algorithm>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QPointer>

#include "core/base/log.h"
#include "ui/project/stack_records.h"

namespace blastoscope::ui {

namespace {

/// On the worker's thread: the row of a stack, which may be known by its id already.
base::Result<project::StackRecord> addTo(project::Project& project, project::StackRecord record)
{
    if (const auto print = project::fingerprintOf(record.path))
        record.fingerprint = *print;
    else
        base::logWarning("project", "images without a fingerprint: " + print.error().message);
    auto key = project.addStack(record);
    if (!key && key.error().code == base::ErrorCode::InvalidArgument) {
        record.uid.clear(); // a copy of a stack that is in the project: it gets an id of its own
        key = project.addStack(record);
    }
    if (!key)
        return tl::unexpected(key.error());
    const auto stacks = project.stacks();
    if (!stacks)
        return tl::unexpected(stacks.error());
    return *std::find_if(stacks->begin(), stacks->end(), [&](const auto& stack) { return stack.key == *key; });
}

} // namespace

StackLinks::StackLinks(Workspace& workspace, ProjectWorker& worker, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_worker(worker)
{
    connect(&workspace, &Workspace::stackClosed, this, [this](OpenStack* stack) {
        if (Link* link = find(stack->id()))
            link->stack = 0;
    });
    connect(&m_hasher, &ContentHasher::hashed, this, &StackLinks::noteHash);
}

void StackLinks::reset(std::vector<project::StackRecord> records, bool readOnly)
{
    m_hasher.clear();
    m_links.clear();
    m_readOnly = readOnly;
    for (project::StackRecord& record : records)
        m_links.push_back({std::move(record), 0});
}

StackLinks::Link* StackLinks::find(int stack)
{
    return const_cast<Link*>(std::as_const(*this).find(stack));
}

const StackLinks::Link* StackLinks::find(int stack) const
{
    const auto it =
        std::find_if(m_links.begin(), m_links.end(), [stack](const Link& link) { return link.stack == stack; });
    return it == m_links.end() ? nullptr : &*it;
}

void StackLinks::add(OpenStack& stack)
{
    const int id = stack.id();
    m_links.push_back({projectRecordOf(stack), id});
    const auto added = std::make_shared<project::StackRecord>();
    m_worker.write(
        [id, record = m_links.back().record, added](ProjectSlot& slot) -> base::Status {
            if (!slot.current)
                return base::fail(base::ErrorCode::Internal, "The project of these images is not open.");
            auto row = addTo(*slot.current, record);
            if (!row)
                return tl::unexpected(row.error());
            slot.keys[id] = row->key;
            *added = std::move(*row);
            return {};
        },
        [this, uid = m_links.back().record.uid, added] {
            const auto it = std::find_if(m_links.begin(), m_links.end(),
                                         [&](const Link& link) { return link.record.uid == uid && !link.record.key; });
            if (it == m_links.end())
                return; // another project is open by now
            it->record.key = added->key;
            it->record.uid = added->uid;
            it->record.fingerprint = added->fingerprint;
            if (OpenStack* open = m_workspace.find(it->stack)) {
                open->setEmbryoId(added->uid);
                m_hasher.add(open->id(), open->path());
            }
        });
    m_loading = true;
    stack.document().setRecorder(recorderFor(stack));
    m_loading = false;
    tie(stack);
}

base::Status StackLinks::resume(OpenStack& stack, const project::StackRecord& record,
                                annotation::StoredDocument stored)
{
    if (auto restored = stack.document().restore(std::move(stored)); !restored)
        return restored;
    const auto it = std::find_if(m_links.begin(), m_links.end(),
                                 [&](const Link& link) { return link.record.key == record.key; });
    if (it == m_links.end() || it->stack != 0)
        return base::fail(base::ErrorCode::NotFound, "The project does not hold these images any more.");
    it->stack = stack.id();
    m_worker.read<int>(
        [id = stack.id(), key = record.key](ProjectSlot& slot) -> base::Result<int> {
            slot.keys[id] = key;
            return 0;
        },
        [](const base::Result<int>&) {});
    stack.setEmbryoId(record.uid);
    stack.setProperties(propertiesOf(record, stack.properties()));
    stack.document().resumeRecorder(recorderFor(stack));
    tie(stack);
    if (record.sha256.empty() && !stack.isMissing() && !m_readOnly)
        m_hasher.add(stack.id(), stack.path());
    return {};
}

void StackLinks::remove(OpenStack& stack, const std::string& reason)
{
    const int id = stack.id();
    std::erase_if(m_links, [id](const Link& link) { return link.stack == id; });
    m_workspace.close(&stack);
    m_worker.write([id, reason](ProjectSlot& slot) -> base::Status {
        const auto key = slot.keys.find(id);
        if (!slot.current || key == slot.keys.end())
            return base::fail(base::ErrorCode::Internal, "The project of these images is not open.");
        auto removed = slot.current->removeStack(key->second, reason);
        if (removed)
            slot.keys.erase(key);
        return removed;
    });
}

annotation::EditRecorder StackLinks::recorderFor(OpenStack& stack)
{
    return [this, &stack](annotation::Edit edit) {
        const annotation::StepKind kind = edit.kind;
        m_worker.commit(stack.id(), std::move(edit));
        if (!m_loading)
            emit edited(&stack, kind);
    };
}

void StackLinks::tie(OpenStack& stack)
{
    stack.history().setReader([this, id = stack.id()](annotation::StepId step, const auto& deliver) {
        m_worker.read<StackHistory::Changes>(
            [id, step](ProjectSlot& slot) -> base::Result<StackHistory::Changes> {
                const auto key = slot.keys.find(id);
                if (!slot.current || key == slot.keys.end())
                    return base::fail(base::ErrorCode::NotFound, "The project of these images is not open any more.");
                return slot.current->readStep(key->second, step);
            },
            deliver);
    });
    connect(&stack, &OpenStack::propertiesChanged, this, [this, &stack] { followProperties(stack); });
}

void StackLinks::followProperties(OpenStack& stack)
{
    Link* link = find(stack.id());
    if (!link)
        return;
    project::StackRecord record = link->record;
    setProperties(record, stack.properties());
    const bool same = record.umPerPixel == link->record.umPerPixel && record.t0Hours == link->record.t0Hours
                      && record.calibrationSource == link->record.calibrationSource
                      && record.insemination == link->record.insemination;
    if (same)
        return;
    link->record = std::move(record);
    update(*link);
}

void StackLinks::relocate(OpenStack& stack, std::shared_ptr<const imaging::ImageStack> images,
                          const project::Fingerprint& fingerprint)
{
    if (Link* link = find(stack.id())) {
        if (link->record.fingerprint.edges != fingerprint.edges)
            link->record.sha256.clear();
        link->record.path = images->info().path;
        link->record.fingerprint = fingerprint;
        if (!m_readOnly) {
            update(*link);
            if (link->record.sha256.empty())
                m_hasher.add(stack.id(), QString::fromStdString(link->record.path.string()));
        }
    }
    if (stack.images() != images)
        stack.setImages(std::move(images));
}

void StackLinks::update(const Link& link)
{
    m_worker.write([id = link.stack, record = link.record](ProjectSlot& slot) mutable -> base::Status {
        const auto key = slot.keys.find(id);
        if (!slot.current || key == slot.keys.end())
            return base::fail(base::ErrorCode::Internal, "The project of these images is not open.");
        project::StackRecord row = record;
        row.key = key->second;
        if (row.fingerprint.edges.empty()) // changed before it was answered what the fingerprint is
            for (const auto& known : slot.current->stacks().value_or(std::vector<project::StackRecord>()))
                if (known.key == row.key)
                    row.fingerprint = known.fingerprint;
        return slot.current->updateStack(row);
    });
}

void StackLinks::noteHash(int stack, const std::string& sha256)
{
    Link* link = find(stack);
    if (!link || m_readOnly || link->record.sha256 == sha256)
        return;
    link->record.sha256 = sha256;
    update(*link);
}

std::optional<project::StackRecord> StackLinks::recordOf(const OpenStack& stack) const
{
    const Link* link = find(stack.id());
    return link ? std::optional(link->record) : std::nullopt;
}

std::optional<project::StackRecord> StackLinks::closedAt(const QString& path) const
{
    const std::filesystem::path wanted = QDir::cleanPath(QFileInfo(path).absoluteFilePath()).toStdString();
    for (const Link& link : m_links)
        if (link.stack == 0 && link.record.key != 0 && link.record.path == wanted)
            return link.record;
    return std::nullopt;
}

std::vector<project::StackRecord> StackLinks::closed() const
{
    std::vector<project::StackRecord> records;
    for (const Link& link : m_links)
        if (link.stack == 0 && link.record.key != 0)
            records.push_back(link.record);
    return records;
}

std::vector<project::StackRecord> StackLinks::records() const
{
    std::vector<project::StackRecord> records;
    for (const Link& link : m_links)
        records.push_back(link.record);
    return records;
}

} // namespace blastoscope::ui
