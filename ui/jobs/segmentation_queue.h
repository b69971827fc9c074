// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>
#include <QThread>

#include "core/annotation/document.h"
#include "core/base/error.h"
#include "core/imaging/image_stack.h"
#include "core/inference/segmenter.h"

namespace blastoscope::ui {

/// Called on the queue's thread; expensive.
using SegmenterLoader = std::function<base::Result<std::unique_ptr<inference::Segmenter>>()>;

/// Some frames of one stack, to be segmented as one run.
struct SegmentationTask {
    int stack = 0; ///< id of the open stack, comes back with every result
    QString name;  ///< of the stack, for the progress line
    std::shared_ptr<const imaging::ImageStack> images;
    std::vector<int> times;
    int plane = 0;
    int channel = 0;
    annotation::RunId run = annotation::kNoRun;
    annotation::ReplacePolicy policy = annotation::ReplacePolicy::KeepReviewed;
};

/// A person points at something in a frame. Without a point or box: they are going to, and the model may look at it.
struct PromptTask {
    int number = 0; ///< comes back with the answer
    int stack = 0;
    std::shared_ptr<const imaging::ImageStack> images;
    imaging::FrameIndex index;
    inference::Prompt prompt;
};

/// Over everything that waits or runs since the queue was last empty.
struct SegmentationProgress {
    QString stackName;
    int time = 0; ///< of the frame that was just finished
    int done = 0;
    int total = 0;
    std::optional<double> secondsLeft; ///< nothing until there is a frame to judge by
};

/// How a stretch of work ended.
struct SegmentationSummary {
    int segmented = 0;
    int failed = 0;
    bool cancelled = false;
    double seconds = 0;
};

/// Segments frames one after the other on one thread of low priority; tasks wait in a queue, single frames go first.
/// Every result is announced as soon as it is there. All signals come on the thread of this object; the destructor
/// cancels and waits for the image in work.
class SegmentationQueue : public QObject {
    Q_OBJECT
public:
    explicit SegmentationQueue(QObject* parent = nullptr);
    ~SegmentationQueue() override;

    /// The model to use from the next frame on; loaded when first needed, or by loadModel().
    void setLoader(SegmenterLoader loader);
    /// Loads now, in the background, so that the device is known before the first run.
    void loadModel();
    void enqueue(SegmentationTask task);
    /// Goes before all frames that wait; replaces an earlier one that is not answered yet. What the model saw in a
    /// frame is kept until another frame is asked about. Answered by prompted() or promptFailed().
    void ask(PromptTask task);
    /// What was asked last is not answered any more.
    void forgetPrompt();
    bool isBusy() const { return m_busy; }

public slots:
    /// Stops everything; what is finished stays.
    void cancel();
    /// Stops what concerns one stack, e.g. because it is being closed.
    void cancelStack(int stack);

signals:
    void modelLoading();
    void modelLoaded(const blastoscope::inference::ModelInfo& model, const blastoscope::inference::DeviceInfo& device);
    /// The model works on another device from now on, e.g. because the memory of the GPU ran out.
    void deviceChanged(const blastoscope::inference::DeviceInfo& device);
    /// Waiting tasks are dropped.
    void modelFailed(const blastoscope::base::Error& error);
    void started();
    void frameSegmented(const blastoscope::ui::SegmentationTask& task, int time,
                        const blastoscope::annotation::SegmentedFrame& result);
    void frameFailed(const blastoscope::ui::SegmentationTask& task, int time, const blastoscope::base::Error& error);
    /// What the object may be, best answer first; empty when the model sees nothing there or was only to look.
    void prompted(int number, const std::vector<blastoscope::annotation::Instance>& answers);
    void promptFailed(int number, const blastoscope::base::Error& error);
    void progressed(const blastoscope::ui::SegmentationProgress& progress);
    void finished(const blastoscope::ui::SegmentationSummary& summary);

private:
    class Worker;

    std::unique_ptr<Worker> m_worker;
    bool m_busy = false;
};

} // namespace blastoscope::ui
