// SPDX-License-Identifier: GPL-3.0-or-later
// How the worker answers a person who points at something in a frame.
#include <exception>
#include <numeric>
#include <utility>

#include "core/inference/segmented_frame.h"
#include "ui/jobs/segmentation_worker.h"

namespace blastoscope::ui {

void SegmentationQueue::Worker::ask(PromptTask task)
{
    {
        const std::lock_guard lock(m_mutex);
        Question question{std::move(task), {}, {}};
        if (m_questionAsked) {
            const PromptTask& before = m_questionAsked->task;
            m_questionAsked->cancel.cancel();
            if (before.stack == question.task.stack && before.index == question.task.index)
                question.look = m_questionAsked->look;
            else
                m_questionAsked->look.cancel();
        }
        m_question = m_questionAsked = std::move(question);
    }
    m_wake.notify_all();
}

void SegmentationQueue::Worker::forgetPrompt()
{
    const std::lock_guard lock(m_mutex);
    if (m_questionAsked)
        m_questionAsked->cancel.cancel();
    m_question.reset();
}

std::optional<SegmentationQueue::Worker::Question> SegmentationQueue::Worker::takeQuestion()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_question, std::nullopt);
}

void SegmentationQueue::Worker::answer(const Question& question)
{
    base::Result<std::vector<annotation::Instance>> answers;
    try {
        answers = answersTo(question);
    } catch (const std::exception& exception) {
        answers = base::fail(base::ErrorCode::Internal, "The object could not be segmented.", exception.what());
    }
    if (question.cancel.isCancelled())
        return; // somebody else is waited for by now
    if (answers)
        post([this, number = question.task.number, answers = std::move(*answers)] {
            emit m_queue.prompted(number, answers);
        });
    else
        post([this, number = question.task.number, error = answers.error()] {
            emit m_queue.promptFailed(number, error);
        });
}

base::Status SegmentationQueue::Worker::lookAt(const Question& question)
{
    const PromptTask& task = question.task;
    if (m_lookedAt && m_lookedAt->stack == task.stack && m_lookedAt->index == task.index)
        return {};
    m_lookedAt.reset();
    const auto picture = task.images->read(task.index);
    if (!picture)
        return tl::unexpected(picture.error());
    auto image = m_segmenter->prepare(*picture, question.look);
    if (!image)
        return tl::unexpected(image.error());
    m_lookedAt = LookedAt{task.stack, task.index, std::move(*image)};
    return {};
}

base::Result<std::vector<annotation::Instance>> SegmentationQueue::Worker::answersTo(const Question& question)
{
    if (auto looked = lookAt(question); !looked)
        return tl::unexpected(looked.error());
    const inference::Prompt& prompt = question.task.prompt;
    if (prompt.inside.empty() && !prompt.box)
        return std::vector<annotation::Instance>();
    auto found = m_lookedAt->image->proposeAt(prompt, question.cancel);
    if (!found)
        return tl::unexpected(found.error());
    inference::Segmentation all;
    all.detections = std::move(*found);
    all.counted.resize(all.detections.size());
    std::iota(all.counted.begin(), all.counted.end(), 0);
    return inference::toSegmentedFrame(all, m_segmenter->model()).instances;
}

} // namespace blastoscope::ui
