// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/sample_stacks.h"

#include <algorithm>
#include <utility>

#include <QFile>

#include "core/annotation/persons_work.h"
#include "core/dataset/generated/sample_annotations.h"
#include "ui/factory/factory_store.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

namespace {

constexpr int kDelayMs = 1000;

base::Result<int> countLabels(const QString& folder)
{
    const auto list = dataset::readSampleList(folder.toStdString());
    if (!list)
        return tl::unexpected(list.error());
    const auto labels = dataset::labelsFromAnnotations(*list, annotationFileFor(folder).toStdString());
    if (!labels)
        return tl::unexpected(labels.error());
    return int(labels->size());
}

} // namespace

int acceptedFrames(const OpenStack& stack)
{
    int accepted = 0;
    for (int time = 0; time < stack.document().frameCount(); ++time)
        accepted += annotation::isReviewed(stack.document().frame(time).review);
    return accepted;
}

SampleStacks::SampleStacks(Workspace& workspace, FactoryStore& store, QObject* parent)
    : QObject(parent), m_workspace(&workspace), m_store(store)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &SampleStacks::save);
    connect(&workspace, &Workspace::stackAdded, this, &SampleStacks::watch);
    connect(&workspace, &Workspace::stackClosed, this, [this](OpenStack* stack) {
        if (!m_store.contains(stack->path()))
            return;
        m_counts[stack->path()] = acceptedFrames(*stack);
        if (m_unsaved.erase(stack->id()) > 0) { // the last moment at which it is there
            if (auto written = writeAnnotations(snapshotOf(*stack), annotationFileFor(stack->path())); !written)
                emit failed(written.error());
        }
    });
    for (const auto& stack : workspace.stacks())
        watch(stack.get());
}

SampleStacks::~SampleStacks()
{
    for (const int id : m_workspace ? m_unsaved : std::set<int>()) {
        if (const OpenStack* stack = m_workspace->find(id))
            (void)writeAnnotations(snapshotOf(*stack), annotationFileFor(stack->path()));
    }
}

void SampleStacks::watch(OpenStack* stack)
{
    if (!m_store.contains(stack->path()))
        return;
    connect(stack, &OpenStack::annotationsChanged, this, [this, stack] {
        m_unsaved.insert(stack->id());
        m_delay.start();
        emit changed();
    });
    emit changed();
}

void SampleStacks::save()
{
    std::erase_if(m_jobs, [](const auto& job) { return !job->isRunning(); });
    for (const int id : std::exchange(m_unsaved, {})) {
        const OpenStack* stack = m_workspace->find(id);
        if (!stack)
            continue;
        auto job = std::make_unique<Job<void>>(
            tr("Keeping labels"), [snapshot = std::make_shared<const AnnotationSnapshot>(snapshotOf(*stack)),
                                   file = annotationFileFor(stack->path())](const auto&, const auto&) {
                return writeAnnotations(*snapshot, file);
            });
        connect(job.get(), &JobBase::failed, this, &SampleStacks::failed);
        job->start(QThread::LowPriority);
        m_jobs.push_back(std::move(job));
    }
}

void SampleStacks::count(const QString& folder)
{
    m_counts[folder] = -1;
    auto job = std::make_unique<Job<int>>(tr("Counting labels"),
                                          [folder](const auto&, const auto&) { return countLabels(folder); });
    job->onSuccess([this, folder](int labelled) {
        m_counts[folder] = labelled;
        emit changed();
    });
    connect(job.get(), &JobBase::failed, this, [this, folder] { m_counts[folder] = 0; });
    job->start(QThread::LowPriority);
    m_jobs.push_back(std::move(job));
}

int SampleStacks::labelled(const QString& folder)
{
    if (const OpenStack* stack = m_workspace->findByPath(folder))
        return acceptedFrames(*stack);
    if (const auto known = m_counts.find(folder); known != m_counts.end())
        return std::max(0, known->second);
    if (QFile::exists(annotationFileFor(folder)))
        count(folder);
    return 0;
}

int SampleStacks::labelled(const Factory& factory)
{
    int sum = 0;
    for (const SampleBatch& batch : factory.record().batches)
        sum += labelled(factory.file(batch.folder));
    return sum;
}

SampleStacks::Labels SampleStacks::labelsOf(const Factory& factory) const
{
    Labels labels;
    for (const SampleBatch& batch : factory.record().batches) {
        const QString folder = factory.file(batch.folder), file = annotationFileFor(folder);
        const OpenStack* stack = m_workspace->findByPath(folder);
        if (stack)
            labels.unwritten.emplace_back(snapshotOf(*stack), file);
        if (stack || QFile::exists(file))
            labels.sources.push_back({folder.toStdString(), file.toStdString()});
    }
    return labels;
}

} // namespace blastoscope::ui
