// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/annotation_import.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimerEvent>

namespace blastoscope::ui {

namespace {

constexpr int kSliceMs = 8; ///< of work between two looks at the events of the window

const char* noteOf(formats::ImportFate fate)
{
    using formats::ImportFate;
    switch (fate) {
    case ImportFate::Import: return nullptr;
    case ImportFate::NoPlace: return "No open stack has this picture.";
    case ImportFate::OtherSize: return "The picture has another size than the annotations.";
    case ImportFate::Taken: return "The frame gets annotations from an earlier picture of the files.";
    case ImportFate::Empty: return "There is no object in it.";
    case ImportFate::Reviewed: return "The frame is accepted and stays as it is.";
    case ImportFate::NothingNew: return "All its objects are there already.";
    }
    return nullptr;
}

/// Per time index: the file names of its planes.
std::vector<std::vector<std::string>> picturesOf(const imaging::ImageStack& images)
{
    const imaging::StackInfo& info = images.info();
    std::vector<std::vector<std::string>> pictures(std::size_t(info.times));
    for (int time = 0; time < info.times; ++time)
        for (int plane = 0; plane < info.planes; ++plane)
            pictures[std::size_t(time)].push_back(images.frameName({time, plane, 0}));
    return pictures;
}

void add(annotation::SegmentationOutcome& sum, const annotation::SegmentationOutcome& outcome)
{
    sum.added += outcome.added;
    sum.kept += outcome.kept;
    sum.dropped += outcome.dropped;
    sum.replaced += outcome.replaced;
}

} // namespace

AnnotationImport::AnnotationImport(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace)
{
    // A plan is about the stacks that were open when it was made.
    connect(&workspace, &Workspace::stackAdded, this, &AnnotationImport::replan);
    connect(&workspace, &Workspace::stackClosed, this, &AnnotationImport::replan);
    connect(&workspace, &Workspace::currentChanged, this, &AnnotationImport::replan);
}

AnnotationImport::~AnnotationImport()
{
    dropJob();
}

void AnnotationImport::dropJob()
{
    JobBase::abandon(std::move(m_job), QCoreApplication::instance());
}

void AnnotationImport::read(const QStringList& paths)
{
    m_paths = paths;
    m_read.reset();
    m_plan.clear();
    m_applied = {};
    std::vector<std::filesystem::path> files;
    for (const QString& path : paths)
        files.emplace_back(path.toStdString());
    std::map<std::string, int> classes;
    if (m_choices.otherClass > 0)
        classes["*"] = m_choices.otherClass;
    const auto targets = takeTargets();
    start([files, classes, targets, options = planOptions(*targets)](
              const base::CancellationToken& cancel, const base::ProgressCallback& progress) -> base::Result<Outcome> {
        formats::ImportOptions how;
        how.classes = classes;
        for (const auto& images : targets->images)
            for (auto& planes : picturesOf(*images))
                std::move(planes.begin(), planes.end(), std::back_inserter(how.pictureNames));
        how.cancel = cancel;
        how.onProgress = progress;
        auto imported = formats::readAnnotations(files, how);
        if (!imported)
            return tl::unexpected(imported.error());
        return planned(std::make_shared<const formats::ImportedAnnotations>(std::move(*imported)), targets, options,
                       cancel);
    });
}

void AnnotationImport::setChoices(const ImportChoices& choices)
{
    if (choices == m_choices)
        return;
    const bool otherClasses = choices.otherClass != m_choices.otherClass;
    m_choices = choices;
    if (otherClasses && !m_paths.isEmpty())
        read(m_paths);
    else
        replan();
}

void AnnotationImport::replan()
{
    if (m_job && !m_read)
        m_stale = true; // planned again when everything is read
    if (!m_read || m_timer.isActive())
        return;
    const auto targets = takeTargets();
    start([read = m_read, targets, options = planOptions(*targets)](const base::CancellationToken& cancel,
                                                                    const auto&) -> base::Result<Outcome> {
        return planned(read, targets, options, cancel);
    });
}

std::shared_ptr<AnnotationImport::Targets> AnnotationImport::takeTargets() const
{
    auto targets = std::make_shared<Targets>();
    for (const auto& stack : m_workspace.stacks()) {
        targets->stackIds.push_back(stack->id());
        targets->images.push_back(stack->images());
        targets->targets.push_back({stack->name().toStdString(),
                                    stack->embryoId(),
                                    stack->document().width(),
                                    stack->document().height(),
                                    {}});
        auto& frames = targets->frames.emplace_back();
        for (int time = 0; time < stack->document().frameCount(); ++time)
            frames.push_back(stack->document().frame(time));
    }
    return targets;
}

formats::ImportPlanOptions AnnotationImport::planOptions(const Targets& targets) const
{
    formats::ImportPlanOptions options;
    options.match.byOrder = m_choices.byOrder;
    if (const OpenStack* current = m_workspace.current()) {
        const auto it = std::find(targets.stackIds.begin(), targets.stackIds.end(), current->id());
        options.match.preferred = std::size_t(it - targets.stackIds.begin());
    }
    options.policy =
        m_choices.replaceMine ? annotation::ReplacePolicy::ReplaceAll : annotation::ReplacePolicy::KeepReviewed;
    return options;
}

base::Result<AnnotationImport::Outcome>
AnnotationImport::planned(std::shared_ptr<const formats::ImportedAnnotations> read, std::shared_ptr<Targets> targets,
                          const formats::ImportPlanOptions& options, const base::CancellationToken& cancel)
{
    for (std::size_t i = 0; i < targets->targets.size(); ++i)
        targets->targets[i].pictures = picturesOf(*targets->images[i]);
    const formats::CurrentFrame current = [&](std::size_t target, int time) -> const annotation::FrameAnnotation& {
        return targets->frames[target][std::size_t(time)];
    };
    auto plan = formats::planImport(read->frames, targets->targets, current, options, cancel);
    if (!plan)
        return tl::unexpected(plan.error());
    return Outcome{std::move(read), std::move(targets), std::move(*plan)};
}

void AnnotationImport::start(Job<Outcome>::Work work)
{
    dropJob();
    m_job = std::make_unique<Job<Outcome>>(tr("Reading annotations"), std::move(work));
    m_job->onSuccess([this](Outcome outcome) {
        m_read = std::move(outcome.read);
        m_targets = std::move(outcome.targets);
        m_plan = std::move(outcome.plan);
    });
    connect(m_job.get(), &JobBase::progressed, this, &AnnotationImport::progressed);
    connect(m_job.get(), &JobBase::failed, this, &AnnotationImport::failed);
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        emit changed();
        if (std::exchange(m_stale, false))
            replan();
    });
    m_job->start();
    emit changed();
}

int AnnotationImport::importedFrames() const
{
    return int(std::count_if(m_plan.begin(), m_plan.end(), [](const formats::PlannedFrame& frame) {
        return frame.fate == formats::ImportFate::Import;
    }));
}

formats::ExchangeReport AnnotationImport::report() const
{
    formats::ExchangeReport report;
    if (!m_read)
        return report;
    report = m_read->report;
    for (const formats::PlannedFrame& frame : m_plan)
        if (const char* note = noteOf(frame.fate))
            report.drop(m_read->frames[frame.source].fileName, note);
    report.notes.insert(report.notes.end(), m_applied.notes.begin(), m_applied.notes.end());
    return report;
}

void AnnotationImport::apply()
{
    if (!isReady())
        return;
    m_next = 0;
    m_runs.clear();
    m_applied = {};
    m_summary = {};
    m_timer.start(0, this);
    emit changed();
}

void AnnotationImport::cancel()
{
    if (m_job)
        m_job->cancel();
    else if (m_timer.isActive())
        finish(true);
}

void AnnotationImport::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    QElapsedTimer clock;
    clock.start();
    while (m_next < m_plan.size() && clock.elapsed() < kSliceMs)
        applyNext();
    emit progressed({std::int64_t(m_next), std::int64_t(m_plan.size()), "Importing"});
    if (m_next == m_plan.size())
        finish(false);
}

void AnnotationImport::applyNext()
{
    const formats::PlannedFrame& planned = m_plan[m_next++];
    if (planned.fate != formats::ImportFate::Import)
        return;
    const formats::AnnotatedFrame& source = m_read->frames[planned.source];
    OpenStack* stack = m_workspace.find(m_targets->stackIds[planned.match->target]);
    if (!stack) {
        m_applied.drop(source.fileName, "The stack was closed during the import.");
        return;
    }
    const auto policy =
        m_choices.replaceMine ? annotation::ReplacePolicy::ReplaceAll : annotation::ReplacePolicy::KeepReviewed;
    const auto [entry, isNew] = m_runs.try_emplace(stack->id());
    StackRun& run = entry->second;
    if (isNew)
        run = {stack->document().newRun(),
               formats::trackShiftOf(m_plan, planned.match->target, stack->document(), policy)};
    const annotation::ImportedFrame imported = formats::importedFrameOf(source, m_choices.keepReview, run.trackShift);
    const auto done = stack->document().applyImport(planned.match->time, imported, policy, run.run);
    if (!done) {
        m_applied.drop(source.fileName, done.error().message);
        return;
    }
    if (run.trackShift > 0 && std::any_of(imported.instances.begin(), imported.instances.end(),
                                          [](const auto& instance) { return instance.trackId.has_value(); }))
        m_applied.change(source.fileName, "Track ids were moved up, because objects that stay have tracks already.");
    if (done->applied)
        ++m_summary.frames;
    add(m_summary.objects, *done);
}

void AnnotationImport::finish(bool cancelled)
{
    m_timer.stop();
    m_summary.stacks = int(m_runs.size());
    m_summary.cancelled = cancelled;
    emit finished(m_summary);
    replan(); // now everything is there already
}

} // namespace blastoscope::ui
