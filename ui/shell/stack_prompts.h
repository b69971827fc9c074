// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/segmentation_queue.h"
#include "ui/tools/prompt_source.h"

namespace blastoscope::ui {

class Workspace;

/// Asks the model of the segmentation queue about the frame that is looked at.
class StackPrompts : public PromptSource {
    Q_OBJECT
public:
    StackPrompts(Workspace& workspace, SegmentationQueue& queue, QObject* parent = nullptr);

    void prepare() override;
    int ask(const inference::Prompt& prompt) override;
    void forget() override;

private:
    Workspace& m_workspace;
    SegmentationQueue& m_queue;
    int m_lastNumber = 0;
};

} // namespace blastoscope::ui
