// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <vector>

#include <QBasicTimer>
#include <QObject>
#include <QStringList>

#include "core/formats/import_plan.h"
#include "core/formats/registry.h"
#include "ui/jobs/job.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// What a person decides about an import.
struct ImportChoices {
    bool replaceMine = false; ///< drawn, edited and accepted work, too
    bool byOrder = true;      ///< where not a single picture is known by name
    bool keepReview = true;   ///< the review states of the files
    int otherClass = 0;       ///< of objects whose class means nothing here; 0 leaves them out
    bool operator==(const ImportChoices&) const = default;
};

/// What an import did.
struct ImportSummary {
    int frames = 0;
    int stacks = 0;
    annotation::SegmentationOutcome objects; ///< summed up
    bool cancelled = false;
};

/// One import from reading files to annotations in the open stacks: reads and plans in jobs, then puts the frames in
/// piece by piece, so that the window stays alive; each stack gets one undo step.
class AnnotationImport : public QObject {
    Q_OBJECT
public:
    explicit AnnotationImport(Workspace& workspace, QObject* parent = nullptr);
    ~AnnotationImport() override;

    /// Files and folders of any format. What was read before is forgotten.
    void read(const QStringList& paths);
    void setChoices(const ImportChoices& choices);
    const ImportChoices& choices() const { return m_choices; }
    /// Only when isReady().
    void apply();
    /// What is in the stacks by then stays; undo takes it back.
    void cancel();

    bool isBusy() const { return m_job || m_timer.isActive(); }
    bool isReady() const { return !isBusy() && m_read && importedFrames() > 0; }

    const std::vector<formats::PlannedFrame>& plan() const { return m_plan; }
    /// Null before something was read.
    const formats::ImportedAnnotations* imported() const { return m_read.get(); }
    const formats::ImportTarget& target(std::size_t index) const { return m_targets->targets[index]; }
    int importedFrames() const;
    /// Everything that was left out or changed: while reading, by the plan and, once finished() is told, by carrying it
    /// out.
    formats::ExchangeReport report() const;

signals:
    /// A new plan is there, or none.
    void changed();
    void progressed(const blastoscope::base::Progress& progress);
    void failed(const blastoscope::base::Error& error);
    void finished(const blastoscope::ui::ImportSummary& summary);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    /// The open stacks as they are now, for another thread.
    struct Targets {
        std::vector<int> stackIds;
        std::vector<std::shared_ptr<const imaging::ImageStack>> images;
        std::vector<formats::ImportTarget> targets;
        std::vector<std::vector<annotation::FrameAnnotation>> frames;
    };
    using Plan = std::vector<formats::PlannedFrame>;
    struct Outcome {
        std::shared_ptr<const formats::ImportedAnnotations> read;
        std::shared_ptr<const Targets> targets;
        Plan plan;
    };

    std::shared_ptr<Targets> takeTargets() const;
    formats::ImportPlanOptions planOptions(const Targets& targets) const;
    static base::Result<Outcome> planned(std::shared_ptr<const formats::ImportedAnnotations> read,
                                         std::shared_ptr<Targets> targets, const formats::ImportPlanOptions& options,
                                         const base::CancellationToken& cancel);
    /// In the place of a job that is in work.
    void start(Job<Outcome>::Work work);
    /// Nobody waits for a read of large files that is wanted no longer; it holds what it works with itself.
    void dropJob();
    void replan();
    void applyNext();
    void finish(bool cancelled);

    Workspace& m_workspace;
    QStringList m_paths;
    ImportChoices m_choices;
    std::unique_ptr<Job<Outcome>> m_job;
    std::shared_ptr<const formats::ImportedAnnotations> m_read;
    std::shared_ptr<const Targets> m_targets;
    Plan m_plan;
    bool m_stale = false; ///< the open stacks changed while files were being read

    QBasicTimer m_timer; ///< runs while frames are put in
    std::size_t m_next = 0;
    /// What the frames of one stack have in common.
    struct StackRun {
        annotation::RunId run = annotation::kNoRun;
        int trackShift = 0;
    };
    std::map<int, StackRun> m_runs; ///< by stack id
    formats::ExchangeReport m_applied; ///< what carrying out the plan left out or changed
    ImportSummary m_summary;
};

} // namespace blastoscope::ui
