// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/view_merging.h"

#include <algorithm>
#include <cstddef>

#include "core/nn/ops/box_coder.h"

namespace blastoscope::nn {
namespace {

struct Sighting {
    std::size_t view = 0;
    std::int64_t row = 0; ///< among the detections of all views
    std::int64_t label = 0;
    float score = 0;
};

/// Sightings of one object, the best first.
using Object = std::vector<Sighting>;

/// Boxes [n, 4] with the two ends of one axis (0: x, 1: y) exchanged in a picture that is `extent` long there.
torch::Tensor flippedBoxes(const torch::Tensor& boxes, int axis, std::int64_t extent)
{
    auto flipped = boxes.clone();
    flipped.select(1, axis).copy_(double(extent) - boxes.select(1, axis + 2));
    flipped.select(1, axis + 2).copy_(double(extent) - boxes.select(1, axis));
    return flipped;
}

DetectorOutput flipped(const DetectorOutput& output, int axis, std::int64_t extent)
{
    DetectorOutput result = output;
    result.boxes = flippedBoxes(output.boxes, axis, extent);
    result.maskBoxes = flippedBoxes(output.maskBoxes, axis, extent);
    result.amodal = output.amodal.flip(2 - axis);
    result.visible = output.visible.flip(2 - axis);
    if (output.occlusion.defined())
        result.occlusion = output.occlusion.flip(1 - axis);
    return result;
}

std::vector<Sighting> sightingsOf(const std::vector<DetectorOutput>& views)
{
    std::vector<Sighting> sightings;
    for (std::size_t view = 0; view < views.size(); ++view) {
        const auto scores = views[view].scores.to(torch::kFloat32).contiguous();
        const auto labels = views[view].labels.contiguous();
        for (std::int64_t i = 0; i < scores.size(0); ++i)
            sightings.push_back({view, std::int64_t(sightings.size()), labels.data_ptr<std::int64_t>()[i],
                                 scores.data_ptr<float>()[i]});
    }
    std::stable_sort(sightings.begin(), sightings.end(),
                     [](const Sighting& a, const Sighting& b) { return a.score > b.score; });
    return sightings;
}

/// The object that a sighting belongs to: the one whose best sighting it overlaps most. `overlap` [n, n] of all boxes.
Object* objectOf(const Sighting& sighting, std::vector<Object>& objects, const torch::Tensor& overlap, double minIou)
{
    const auto iou = overlap.accessor<float, 2>();
    Object* best = nullptr;
    for (Object& object : objects) {
        const Sighting& first = object.front();
        const bool seen =
            std::any_of(object.begin(), object.end(), [&](const Sighting& s) { return s.view == sighting.view; });
        if (seen || first.label != sighting.label || double(iou[first.row][sighting.row]) < minIou)
            continue;
        if (!best || iou[first.row][sighting.row] > iou[best->front().row][sighting.row])
            best = &object;
    }
    return best;
}

/// [objects, all detections]: the share of each sighting in its object.
torch::Tensor sharesOf(const std::vector<Object>& objects, std::int64_t detections)
{
    const auto shares = torch::zeros({std::int64_t(objects.size()), detections});
    auto at = shares.accessor<float, 2>();
    for (std::size_t k = 0; k < objects.size(); ++k) {
        float total = 0;
        for (const Sighting& sighting : objects[k])
            total += sighting.score;
        for (const Sighting& sighting : objects[k])
            at[std::int64_t(k)][sighting.row] =
                total > 0 ? sighting.score / total : 1.F / float(objects[k].size());
    }
    return shares;
}

torch::Tensor joined(const std::vector<DetectorOutput>& views, torch::Tensor DetectorOutput::*member)
{
    std::vector<torch::Tensor> parts;
    for (const DetectorOutput& view : views)
        parts.push_back(view.*member);
    return torch::cat(parts);
}

} // namespace

DetectorOutput mirrored(const DetectorOutput& output, std::int64_t width)
{
    return flipped(output, 0, width);
}

DetectorOutput upsideDown(const DetectorOutput& output, std::int64_t height)
{
    return flipped(output, 1, height);
}

DetectorOutput mergedViews(const std::vector<DetectorOutput>& views, double minIou)
{
    TORCH_CHECK(!views.empty(), "mergedViews: no views");
    const auto boxes = joined(views, &DetectorOutput::boxes);
    const auto overlap = boxIou(boxes, boxes).to(torch::kFloat32).contiguous();
    std::vector<Object> objects;
    for (const Sighting& sighting : sightingsOf(views)) {
        if (Object* object = objectOf(sighting, objects, overlap, minIou))
            object->push_back(sighting);
        else
            objects.push_back({sighting});
    }
    const auto shares = sharesOf(objects, boxes.size(0));
    const auto averaged = [&](const torch::Tensor& values) {
        const auto flat = values.reshape({values.size(0), values.numel() / std::max<std::int64_t>(values.size(0), 1)});
        auto shape = values.sizes().vec();
        shape[0] = shares.size(0);
        return values.size(0) == 0 ? values : torch::matmul(shares, flat).reshape(shape);
    };
    std::vector<float> scores;
    std::vector<std::int64_t> labels;
    for (const Object& object : objects) {
        float total = 0;
        for (const Sighting& sighting : object)
            total += sighting.score;
        scores.push_back(total / float(views.size()));
        labels.push_back(object.front().label);
    }
    DetectorOutput merged;
    merged.boxes = averaged(boxes);
    merged.scores = torch::tensor(scores, torch::kFloat32);
    merged.labels = torch::tensor(labels, torch::kLong);
    merged.maskBoxes = averaged(joined(views, &DetectorOutput::maskBoxes));
    merged.amodal = averaged(joined(views, &DetectorOutput::amodal));
    merged.visible = averaged(joined(views, &DetectorOutput::visible));
    merged.occlusion = views.front().occlusion;
    if (views.front().counts.defined()) {
        std::vector<torch::Tensor> counts;
        for (const DetectorOutput& view : views)
            counts.push_back(view.counts);
        merged.counts = torch::stack(counts).mean(0);
    }
    return rescored(merged, torch::ones_like(merged.scores)); // best first
}

} // namespace blastoscope::nn
