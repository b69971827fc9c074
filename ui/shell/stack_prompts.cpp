// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stack_prompts.h"

#include "ui/session/workspace.h"

namespace blastoscope::ui {

StackPrompts::StackPrompts(Workspace& workspace, SegmentationQueue& queue, QObject* parent)
    : PromptSource(parent), m_workspace(workspace), m_queue(queue)
{
    connect(&queue, &SegmentationQueue::prompted, this, &PromptSource::answered);
    connect(&queue, &SegmentationQueue::promptFailed, this, &PromptSource::failed);
}

void StackPrompts::prepare()
{
    ask({});
}

int StackPrompts::ask(const inference::Prompt& prompt)
{
    const int number = ++m_lastNumber;
    if (const OpenStack* stack = m_workspace.current())
        m_queue.ask({number, stack->id(), stack->images(), stack->index(), prompt});
    return number;
}

void StackPrompts::forget()
{
    m_queue.forgetPrompt();
}

} // namespace blastoscope::ui
