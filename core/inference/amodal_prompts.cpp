// SPDX-License-Identifier: Apache-2.0
#include "core/inference/amodal_prompts.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "core/inference/guarded_result.h"
#include "core/inference/prompt_boxes.h"

namespace blastoscope::inference {

namespace {

constexpr std::size_t kMostAnswers = 8;

Prompt onCrop(const Prompt& prompt, const CropTransform& transform)
{
    const auto moved = [&](const base::Point& p) {
        const base::Box box = transform.toCrop({p.x, p.y, p.x, p.y});
        return base::Point{box.x1, box.y1};
    };
    Prompt result;
    std::transform(prompt.inside.begin(), prompt.inside.end(), std::back_inserter(result.inside), moved);
    std::transform(prompt.outside.begin(), prompt.outside.end(), std::back_inserter(result.outside), moved);
    if (prompt.box)
        result.box = transform.toCrop(*prompt.box);
    return result;
}

base::Point targetOf(const Prompt& prompt)
{
    return prompt.box ? prompt.box->center() : prompt.inside.front();
}

} // namespace

AmodalPromptedImage::AmodalPromptedImage(const AmodalSegmenter& segmenter, GrayFrame frame, std::vector<Window> windows)
    : m_segmenter(segmenter), m_frame(std::move(frame))
{
    for (Window& window : windows) {
        std::vector<base::Box> found;
        for (const CropDetection& detection : window.found.detections)
            found.push_back(detection.box);
        m_places.push_back({window.transform, std::move(found), nullptr});
    }
}

AmodalPromptedImage::Place& AmodalPromptedImage::placeFor(const base::Point& point)
{
    // A window that shows the point goes before all that do not; of several the one whose middle is nearest.
    const auto rank = [&](const Place& place) {
        const base::Point center = place.transform.window().center();
        return std::pair(!base::holds(place.transform.window(), point),
                         std::hypot(center.x - point.x, center.y - point.y));
    };
    const auto best = std::min_element(m_places.begin(), m_places.end(),
                                       [&](const Place& a, const Place& b) { return rank(a) < rank(b); });
    if (best != m_places.end() && base::holds(best->transform.window(), point))
        return *best;
    // Nothing was found there: a window of the scale that fits the other embryos, or all of the picture.
    const int size = m_segmenter.m_networks->description().inputSize;
    const bool isFirst = best == m_places.end();
    const double side = isFirst ? std::max(m_frame.width, m_frame.height) : best->transform.window().width();
    const base::Point center = isFirst ? base::Point{m_frame.width / 2., m_frame.height / 2.} : point;
    m_places.push_back({CropTransform(base::squareAround(center, side), size, size), {}, nullptr});
    return m_places.back();
}

base::Result<std::vector<Detection>> AmodalPromptedImage::onImage(const std::vector<CropDetection>& found,
                                                                  const CropTransform& transform,
                                                                  const base::CancellationToken& cancel) const
{
    AmodalSegmenter::Window window{transform.window(), transform, {found, {}, {}}, {}};
    auto mapped = AmodalSegmenter::mappedBack(m_frame, {std::move(window)}, cancel);
    if (!mapped)
        return tl::unexpected(mapped.error());
    std::vector<Detection> detections;
    for (AmodalSegmenter::Candidate& candidate : *mapped)
        detections.push_back(std::move(candidate.detection));
    return detections;
}

base::Result<std::vector<Detection>> AmodalPromptedImage::proposeAt(const Prompt& prompt,
                                                                    const base::CancellationToken& cancel)
{
    if (prompt.inside.empty() && !prompt.box)
        return base::fail(base::ErrorCode::InvalidArgument, "Click on an object or draw a box around it.");
    return guardedResult("The cell could not be segmented.", [&] { return answered(prompt, cancel); });
}

base::Result<std::vector<Detection>> AmodalPromptedImage::answered(const Prompt& prompt,
                                                                   const base::CancellationToken& cancel)
{
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "The proposal was cancelled.");
    const base::Point target = targetOf(prompt);
    if (!base::holds({0, 0, double(m_frame.width), double(m_frame.height)}, target))
        return std::vector<Detection>(); // beside the picture there is nothing
    Place& place = placeFor(target);
    Networks& networks = *m_segmenter.m_networks;
    if (!place.kept) {
        auto kept = networks.keep(seenThrough(m_frame, place.transform));
        if (!kept)
            return tl::unexpected(kept.error());
        place.kept = std::move(*kept);
    }
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "The proposal was cancelled.");
    const Prompt there = onCrop(prompt, place.transform);
    std::vector<base::Box> boxes = promptBoxes(there, place.transform.width());
    const auto addKnown = [&](const std::vector<base::Box>& known) {
        std::copy_if(known.begin(), known.end(), std::back_inserter(boxes),
                     [&](const base::Box& box) { return mayMean(box, there); });
    };
    addKnown(place.found);
    addKnown(place.kept->proposals);
    auto found = networks.detectAt(*place.kept, boxes);
    if (!found)
        return tl::unexpected(found.error());
    auto candidates = onImage(*found, place.transform, cancel);
    if (!candidates)
        return candidates;
    std::vector<Detection> answers;
    for (const std::size_t index : rankedAnswers(*candidates, prompt)) {
        if (answers.size() == kMostAnswers)
            break;
        answers.push_back(std::move((*candidates)[index]));
    }
    return answers;
}

base::Result<std::unique_ptr<PromptedImage>> AmodalSegmenter::prepare(const base::Image& image,
                                                                      const base::CancellationToken& cancel)
{
    using Prepared = base::Result<std::unique_ptr<PromptedImage>>;
    return guardedResult("The picture could not be prepared.", [&]() -> Prepared {
        auto looked = lookAt(image, cancel);
        if (!looked)
            return tl::unexpected(looked.error());
        return std::make_unique<AmodalPromptedImage>(*this, std::move(looked->frame), std::move(looked->windows));
    });
}

} // namespace blastoscope::inference
