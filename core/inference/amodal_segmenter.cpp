// SPDX-License-Identifier: Apache-2.0
#include "core/inference/amodal_segmenter.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/base/object_class.h"
#include "core/inference/counting.h"
#include "core/inference/guarded_result.h"
#include "core/inference/quality_flags.h"
#include "core/nn/ops/paste.h"
#include "core/nn/torch.h"

namespace blastoscope::inference {

namespace {

/// Below this side there is nothing to see.
constexpr int kSmallestImage = 16;
/// Windows whose cells overlap at least so much (IoU) show the same embryo.
constexpr double kSameCells = 0.5;

nn::PastedMap pasted(const CropDetection& found, const std::vector<float>& map, const base::Box& box, int width,
                     int height)
{
    const auto tensor = torch::tensor(map).reshape({found.mapSize, found.mapSize});
    return nn::paste(tensor, box, width, height);
}

/// From the middle of `target` to a point, in longer sides of the target.
double distanceInSides(const base::Box& target, const base::Point& point)
{
    const base::Point center = target.center();
    return std::hypot(center.x - point.x, center.y - point.y) / std::max({target.width(), target.height(), 1.});
}

tl::unexpected<base::Error> cancelled()
{
    return base::fail(base::ErrorCode::Cancelled, "Segmenting was cancelled.");
}

int blastomereClassOf(const ModelInfo& model)
{
    const auto name = base::kObjectClassNames[std::size_t(base::ObjectClass::Blastomere) - 1];
    const auto found = std::find(model.classNames.begin(), model.classNames.end(), name);
    return int(found - model.classNames.begin()) + 1;
}

} // namespace

AmodalSegmenter::AmodalSegmenter(ModelInfo model, std::unique_ptr<Networks> networks, const PipelineOptions& options)
    : m_model(std::move(model)), m_networks(std::move(networks)), m_search(options.search),
      m_recenterTolerance(options.recenterTolerance), m_blastomereClass(blastomereClassOf(m_model))
{
}

base::Result<Segmentation> AmodalSegmenter::segment(const base::Image& image, const base::CancellationToken& cancel)
{
    return guardedResult("The picture could not be segmented.", [&]() -> base::Result<Segmentation> {
        const auto looked = lookAt(image, cancel);
        if (!looked)
            return tl::unexpected(looked.error());
        return assembled(looked->frame, looked->findings, looked->windows, cancel);
    });
}

base::Result<AmodalSegmenter::LookedAt> AmodalSegmenter::lookAt(const base::Image& image,
                                                                const base::CancellationToken& cancel) const
{
    if (image.width < kSmallestImage || image.height < kSmallestImage)
        return base::fail(base::ErrorCode::InvalidArgument, "The picture is too small to be segmented.");
    if (cancel.isCancelled())
        return cancelled();
    GrayFrame frame{image.width, image.height, finiteGray(image)};
    clipOutliers(frame.pixels);
    auto findings = m_search.find(frame, *m_networks, cancel);
    if (!findings)
        return tl::unexpected(findings.error());
    if (cancel.isCancelled())
        return cancelled();
    std::vector<Window> windows = windowsFor(*findings);
    std::vector<Window*> all;
    for (Window& window : windows)
        all.push_back(&window);
    if (auto done = finePass(frame, all, cancel); !done)
        return tl::unexpected(done.error());
    if (auto done = recenter(frame, windows, cancel); !done)
        return tl::unexpected(done.error());
    dropRepeated(windows);
    if (cancel.isCancelled())
        return cancelled();
    return LookedAt{std::move(frame), std::move(*findings), std::move(windows)};
}

CropTransform AmodalSegmenter::windowAround(const base::Box& target) const
{
    const nn::ModelDescription& description = m_networks->description();
    return CropTransform::around(target, description.fieldOfView, description.inputSize);
}

std::vector<AmodalSegmenter::Window> AmodalSegmenter::windowsFor(const CoarseFindings& findings) const
{
    std::vector<Window> windows;
    for (const nn::FoundEmbryo& embryo : findings.embryos) {
        const base::Box target = m_search.cellsOf(embryo);
        windows.push_back({target, windowAround(target), {}, embryo.embryo});
    }
    return windows;
}

base::Status AmodalSegmenter::finePass(const GrayFrame& frame, const std::vector<Window*>& windows,
                                       const base::CancellationToken& cancel) const
{
    if (windows.empty())
        return {};
    std::vector<NetworkInput> inputs;
    for (const Window* window : windows)
        inputs.push_back(seenThrough(frame, window->transform));
    auto found = m_networks->detect(inputs, cancel);
    if (!found)
        return tl::unexpected(found.error());
    for (std::size_t i = 0; i < windows.size(); ++i)
        windows[i]->found = std::move((*found)[i]);
    return {};
}

base::Status AmodalSegmenter::recenter(const GrayFrame& frame, std::vector<Window>& windows,
                                       const base::CancellationToken& cancel) const
{
    std::vector<Window*> moved;
    for (Window& window : windows) {
        const auto cells = cellBox(window);
        if (!cells || !isOffTarget(window.target, *cells, m_recenterTolerance))
            continue;
        window.target = *cells;
        window.transform = windowAround(*cells);
        moved.push_back(&window);
    }
    if (!moved.empty() && cancel.isCancelled())
        return cancelled();
    return finePass(frame, moved, cancel);
}

void AmodalSegmenter::dropRepeated(std::vector<Window>& windows)
{
    std::vector<Window> kept;
    for (Window& window : windows) {
        if (std::none_of(kept.begin(), kept.end(), [&](const Window& other) {
                return base::iou(other.target, window.target) >= kSameCells;
            }))
            kept.push_back(std::move(window));
    }
    windows = std::move(kept);
}

std::optional<base::Box> AmodalSegmenter::cellBox(const Window& window) const
{
    std::optional<base::Box> cells;
    for (const CropDetection& found : window.found.detections) {
        if (found.classId != m_blastomereClass || found.score < m_model.countThreshold)
            continue;
        const base::Box box = window.transform.toImage(found.box);
        if (!window.zona || base::holds(*window.zona, box.center()))
            cells = cells ? base::united(*cells, box) : box;
    }
    return cells;
}

bool AmodalSegmenter::belongsTo(std::size_t index, const std::vector<Window>& windows, const base::Point& center)
{
    const double own = distanceInSides(windows[index].target, center);
    for (std::size_t other = 0; other < windows.size(); ++other) {
        if (other != index && base::holds(windows[other].transform.window(), center) &&
            distanceInSides(windows[other].target, center) < own)
            return false;
    }
    return true;
}

base::Result<std::vector<AmodalSegmenter::Candidate>>
AmodalSegmenter::mappedBack(const GrayFrame& frame, const std::vector<Window>& windows,
                            const base::CancellationToken& cancel)
{
    std::vector<Candidate> candidates;
    for (std::size_t w = 0; w < windows.size(); ++w) {
        for (std::size_t i = 0; i < windows[w].found.detections.size(); ++i) {
            if (cancel.isCancelled())
                return cancelled();
            const CropDetection& found = windows[w].found.detections[i];
            const base::Box box = windows[w].transform.toImage(found.mapBox);
            if (!belongsTo(w, windows, box.center()))
                continue;
            Candidate candidate{w, i, {}};
            Detection& detection = candidate.detection;
            detection.classId = found.classId;
            detection.score = found.score;
            detection.amodal =
                pasted(found, found.amodal, box, frame.width, frame.height).toMask(frame.width, frame.height);
            if (detection.amodal.isEmpty())
                continue;
            detection.box = detection.amodal.boundingBox();
            const masks::RleMask topmost =
                pasted(found, found.visible, box, frame.width, frame.height).toMask(frame.width, frame.height);
            detection.visible = masks::intersected(topmost, detection.amodal);
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

VisibilityMap AmodalSegmenter::visibilityOf(const Candidate& candidate, const std::vector<Window>& windows)
{
    const Window& window = windows[candidate.window];
    const CropDetection& found = window.found.detections[candidate.index];
    const masks::RleMask& canvas = candidate.detection.amodal;
    nn::PastedMap map = pasted(found, found.visible, window.transform.toImage(found.mapBox), canvas.width(),
                               canvas.height());
    return {map.x, map.y, map.width, map.height, std::move(map.values)};
}

base::Result<Segmentation> AmodalSegmenter::assembled(const GrayFrame& frame, const CoarseFindings& findings,
                                                      const std::vector<Window>& windows,
                                                      const base::CancellationToken& cancel) const
{
    const auto mapped = mappedBack(frame, windows, cancel);
    if (!mapped)
        return tl::unexpected(mapped.error());
    const std::vector<Candidate>& candidates = *mapped;
    std::vector<Detection> detections;
    for (const Candidate& candidate : candidates)
        detections.push_back(candidate.detection);
    Segmentation result;
    std::vector<const Candidate*> sources;
    std::vector<EmbryoFindings> embryos;
    for (const Window& window : windows)
        embryos.push_back({{}, window.found.countProbabilities});
    for (const std::size_t index : withoutNearDuplicates(detections)) {
        embryos[candidates[index].window].detections.push_back(int(result.detections.size()));
        result.detections.push_back(candidates[index].detection);
        sources.push_back(&candidates[index]);
    }
    result.counted =
        countedDetections(result.detections, embryos, m_networks->description().countRule, m_blastomereClass);
    addOrder(result, sources, windows);
    EmbryoEvidence evidence{{}, findings.cellArea};
    for (const nn::FoundEmbryo& embryo : findings.embryos) {
        if (embryo.embryo)
            evidence.embryos.push_back(*embryo.embryo);
    }
    result.qcFlags =
        qualityFlags(result, evidence, frame.width, frame.height, m_model.countThreshold, m_blastomereClass);
    flagUnlikeTraining(result.qcFlags, m_networks->description(), frame.pixels, frame.width, frame.height);
    result.embryoBoxes = std::move(evidence.embryos);
    return result;
}

void AmodalSegmenter::addOrder(Segmentation& segmentation, const std::vector<const Candidate*>& sources,
                               const std::vector<Window>& windows)
{
    const auto order = [&](int i, int j) {
        const Candidate &a = *sources[std::size_t(i)], &b = *sources[std::size_t(j)];
        const CropFindings& found = windows[a.window].found;
        if (a.window == b.window && !found.nearer.empty())
            return pairOrder(i, j, found.nearer[a.index * found.detections.size() + b.index]);
        if (base::intersected(a.detection.box, b.detection.box).isEmpty())
            return std::optional<DepthOrder>();
        return pairOrder(i, a.detection, visibilityOf(a, windows), j, b.detection, visibilityOf(b, windows));
    };
    const std::vector<int>& counted = segmentation.counted;
    std::vector<DepthOrder> pairs;
    for (std::size_t i = 0; i < counted.size(); ++i)
        for (std::size_t j = i + 1; j < counted.size(); ++j)
            if (const auto pair = order(counted[i], counted[j]))
                pairs.push_back(*pair);
    segmentation.order = withoutContradictions(pairs);
    // What is seen of a cell follows from what lies in front of it, wherever that is known.
    for (const DepthOrder& pair : segmentation.order) {
        Detection& nearer = segmentation.detections[std::size_t(pair.nearer)];
        const Detection& farther = segmentation.detections[std::size_t(pair.farther)];
        nearer.visible = masks::united(nearer.visible, masks::intersected(nearer.amodal, farther.amodal));
    }
    for (const DepthOrder& pair : segmentation.order) {
        Detection& farther = segmentation.detections[std::size_t(pair.farther)];
        farther.visible = masks::subtracted(farther.visible, segmentation.detections[std::size_t(pair.nearer)].amodal);
    }
}

} // namespace blastoscope::inference
