// SPDX-License-Identifier: Apache-2.0
#include "core/inference/amodal_segmenter.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/base/object_class.h"
#include "core/inference/counting.h"
#include "core/inference/finite_gray.h"
#include "core/inference/quality_flags.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/ops/paste.h"
#include "core/nn/torch.h"

namespace blastoscope::inference
{

namespace
{

/// Below this side there is nothing to see.
constexpr int kSmallestImage = 16;
/// Boxes of one embryo in two looks overlap at least so much (IoU).
constexpr double kSameEmbryo = 0.4;

nn::PastedMap pasted(const CropDetection& found, const std::vector<float>& map, const base::Box& box, int width,
                     int height)
{
    const auto tensor = torch::tensor(map).reshape({found.mapSize, found.mapSize});
    return nn::paste(tensor, box, width, height);
}

base::Box scaledAroundCenter(const base::Box& box, double factor)
{
    const base::Point c = box.center();
    const double w = box.width() * factor / 2, h = box.height() * factor / 2;
    return {c.x - w, c.y - h, c.x + w, c.y + h};
}

double distance(const base::Point& a, const base::Point& b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
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
    : m_model(std::move(model)), m_networks(std::move(networks)), m_options(options),
      m_blastomereClass(blastomereClassOf(m_model))
{
}

base::Result<Segmentation> AmodalSegmenter::segment(const base::Image& image, const base::CancellationToken& cancel)
{
    const auto looked = lookAt(image, cancel);
    if (!looked)
        return tl::unexpected(looked.error());
    return assembled(looked->frame, looked->findings, looked->windows);
}

base::Result<AmodalSegmenter::LookedAt> AmodalSegmenter::lookAt(const base::Image& image,
                                                                const base::CancellationToken& cancel) const
{
    if (image.width < kSmallestImage || image.height < kSmallestImage)
        return base::fail(base::ErrorCode::InvalidArgument, "The picture is too small to be segmented.");
    if (cancel.isCancelled())
        return cancelled();
    Frame frame{image.width, image.height, finiteGray(image)};
    auto findings = coarsePass(frame);
    if (!findings)
        return tl::unexpected(findings.error());
    if (cancel.isCancelled())
        return cancelled();
    std::vector<Window> windows = windowsFor(*findings);
    std::vector<Window*> all;
    for (Window& window : windows)
        all.push_back(&window);
    if (auto done = finePass(frame, all); !done)
        return tl::unexpected(done.error());
    if (auto done = recenter(frame, windows, cancel); !done)
        return tl::unexpected(done.error());
    if (cancel.isCancelled())
        return cancelled();
    return LookedAt{std::move(frame), std::move(*findings), std::move(windows)};
}

base::Result<CoarseFindings> AmodalSegmenter::findThrough(const Frame& frame, const CropTransform& view) const
{
    auto findings = m_networks->find(inputOf(frame, view));
    if (!findings)
        return findings;
    for (nn::FoundEmbryo& embryo : findings->embryos) {
        if (embryo.embryo)
            embryo.embryo = view.toImage(*embryo.embryo);
        if (embryo.clump)
            embryo.clump = view.toImage(*embryo.clump);
    }
    findings->cellArea *= view.imagePixelsPerPixel() * view.imagePixelsPerPixel();
    return findings;
}

base::Result<CoarseFindings> AmodalSegmenter::coarsePass(const Frame& frame) const
{
    auto findings = findThrough(frame, CropTransform::overview(frame.width, frame.height, m_networks->overviewSize(),
                                                               m_networks->overviewMultiple()));
    if (!findings)
        return findings;
    const double small = m_options.closeLookBelow * std::max(frame.width, frame.height);
    const auto most = std::min(std::size_t(m_options.maxEmbryos), findings->embryos.size());
    for (nn::FoundEmbryo& embryo : std::span(findings->embryos).first(most)) {
        const base::Box extent = extentOf(embryo);
        if (std::max(extent.width(), extent.height()) >= small)
            continue;
        if (auto looked = lookCloser(frame, embryo); !looked)
            return tl::unexpected(looked.error());
    }
    return findings;
}

base::Box AmodalSegmenter::extentOf(const nn::FoundEmbryo& embryo) const
{
    return embryo.embryo ? *embryo.embryo : scaledAroundCenter(*embryo.clump, 1 / m_options.clumpShareOfEmbryo);
}

base::Status AmodalSegmenter::lookCloser(const Frame& frame, nn::FoundEmbryo& embryo) const
{
    const base::Box extent = extentOf(embryo);
    const CropTransform view = CropTransform::around(extent, m_options.closeLookField, m_networks->overviewSize());
    const auto findings = findThrough(frame, view);
    if (!findings)
        return tl::unexpected(findings.error());
    const base::Box picture{0, 0, double(frame.width), double(frame.height)}; // the window may reach beyond it
    const auto same = std::find_if(findings->embryos.begin(), findings->embryos.end(), [&](const nn::FoundEmbryo& seen) {
        return base::iou(base::intersected(extentOf(seen), picture), extent) >= kSameEmbryo;
    });
    if (same == findings->embryos.end())
        return {};
    if (same->embryo)
        embryo.embryo = base::intersected(*same->embryo, picture);
    if (same->clump)
        embryo.clump = base::intersected(*same->clump, picture);
    return {};
}

NetworkInput AmodalSegmenter::inputOf(const Frame& frame, const CropTransform& view)
{
    NetworkInput input{
        view.width(), view.height(),
        nn::resampleWindow(frame.pixels, frame.width, frame.height, view.window(), view.width(), view.height())};
    nn::standardise(input.pixels);
    return input;
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
        if (int(windows.size()) == m_options.maxEmbryos)
            break;
        const base::Box target =
            embryo.clump ? *embryo.clump : scaledAroundCenter(*embryo.embryo, m_options.clumpShareOfEmbryo);
        windows.push_back({target, windowAround(target), {}});
    }
    return windows;
}

base::Status AmodalSegmenter::finePass(const Frame& frame, const std::vector<Window*>& windows) const
{
    if (windows.empty())
        return {};
    std::vector<NetworkInput> inputs;
    for (const Window* window : windows)
        inputs.push_back(inputOf(frame, window->transform));
    auto found = m_networks->detect(inputs);
    if (!found)
        return tl::unexpected(found.error());
    for (std::size_t i = 0; i < windows.size(); ++i)
        windows[i]->found = std::move((*found)[i]);
    return {};
}

base::Status AmodalSegmenter::recenter(const Frame& frame, std::vector<Window>& windows,
                                       const base::CancellationToken& cancel) const
{
    std::vector<Window*> moved;
    for (Window& window : windows) {
        const auto cells = cellBox(window);
        if (!cells || !isOffTarget(window.target, *cells, m_options.recenterTolerance))
            continue;
        window.target = *cells;
        window.transform = windowAround(*cells);
        moved.push_back(&window);
    }
    if (!moved.empty() && cancel.isCancelled())
        return cancelled();
    return finePass(frame, moved);
}

std::optional<base::Box> AmodalSegmenter::cellBox(const Window& window) const
{
    std::optional<base::Box> box;
    for (const CropDetection& found : window.found.detections) {
        if (found.classId == m_blastomereClass && found.score >= m_model.countThreshold)
            box = box ? base::united(*box, found.box) : found.box;
    }
    return box ? std::optional(window.transform.toImage(*box)) : std::nullopt;
}

bool AmodalSegmenter::belongsTo(std::size_t index, const std::vector<Window>& windows, const base::Point& center)
{
    for (std::size_t other = 0; other < windows.size(); ++other) {
        if (other != index &&
            distance(center, windows[other].target.center()) < distance(center, windows[index].target.center()))
            return false;
    }
    return true;
}

std::vector<AmodalSegmenter::Candidate> AmodalSegmenter::mappedBack(const Frame& frame,
                                                                    const std::vector<Window>& windows)
{
    std::vector<Candidate> candidates;
    for (std::size_t w = 0; w < windows.size(); ++w) {
        for (std::size_t i = 0; i < windows[w].found.detections.size(); ++i) {
            const CropDetection& found = windows[w].found.detections[i];
            const base::Box box = windows[w].transform.toImage(found.mapBox);
            if (!belongsTo(w, windows, box.center()))
                continue;
            Candidate candidate;
            candidate.window = w;
            candidate.index = i;
            Detection& detection = candidate.detection;
            detection.classId = found.classId;
            detection.score = found.score;
            detection.amodal =
                pasted(found, found.amodal, box, frame.width, frame.height).toMask(frame.width, frame.height);
            if (detection.amodal.isEmpty())
                continue;
            detection.box = detection.amodal.boundingBox();
            nn::PastedMap topmost = pasted(found, found.visible, box, frame.width, frame.height);
            detection.visible = masks::intersected(topmost.toMask(frame.width, frame.height), detection.amodal);
            candidate.visibility = {topmost.x, topmost.y, topmost.width, topmost.height, std::move(topmost.values)};
            candidates.push_back(std::move(candidate));
        }
    }
    return candidates;
}

Segmentation AmodalSegmenter::assembled(const Frame& frame, const CoarseFindings& findings,
                                        const std::vector<Window>& windows) const
{
    const std::vector<Candidate> candidates = mappedBack(frame, windows);
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
        return pairOrder(i, a.detection, a.visibility, j, b.detection, b.visibility);
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
