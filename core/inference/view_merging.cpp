// SPDX-License-Identifier: Apache-2.0
#include "core/inference/view_merging.h"

#include <algorithm>
#include <cstddef>

namespace blastoscope::inference
{

namespace
{

struct Sighting {
    std::size_t view;
    const CropDetection* detection;
};

/// Sightings of one object, the best first.
using Object = std::vector<Sighting>;

void mirrorRows(std::vector<float>& values, int width)
{
    for (auto row = values.begin(); row != values.end(); row += width)
        std::reverse(row, row + width);
}

base::Box mirroredBox(const base::Box& box, int width)
{
    return {width - box.x2, box.y1, width - box.x1, box.y2};
}

void addWeighted(base::Box& sum, const base::Box& box, double weight)
{
    sum = {sum.x1 + weight * box.x1, sum.y1 + weight * box.y1, sum.x2 + weight * box.x2, sum.y2 + weight * box.y2};
}

/// The object that a sighting belongs to: the one whose best sighting it overlaps most.
Object* objectOf(const Sighting& sighting, std::vector<Object>& objects, double minIou)
{
    Object* best = nullptr;
    for (Object& object : objects) {
        const CropDetection& first = *object.front().detection;
        const bool seen =
            std::any_of(object.begin(), object.end(), [&](const Sighting& s) { return s.view == sighting.view; });
        const double overlap = base::iou(first.box, sighting.detection->box);
        if (seen || first.classId != sighting.detection->classId || overlap < minIou)
            continue;
        if (!best || overlap > base::iou(best->front().detection->box, sighting.detection->box))
            best = &object;
    }
    return best;
}

CropDetection averaged(const Object& object, std::size_t views)
{
    CropDetection mean = *object.front().detection;
    mean.box = mean.mapBox = {};
    std::fill(mean.amodal.begin(), mean.amodal.end(), 0.f);
    std::fill(mean.visible.begin(), mean.visible.end(), 0.f);
    float total = 0;
    for (const Sighting& sighting : object)
        total += sighting.detection->score;
    for (const Sighting& sighting : object) {
        const CropDetection& d = *sighting.detection;
        const float weight = total > 0 ? d.score / total : 1.f / float(object.size());
        addWeighted(mean.box, d.box, weight);
        addWeighted(mean.mapBox, d.mapBox, weight);
        for (std::size_t i = 0; i < mean.amodal.size(); ++i) {
            mean.amodal[i] += weight * d.amodal[i];
            mean.visible[i] += weight * d.visible[i];
        }
    }
    mean.score = total / float(views);
    return mean;
}

std::vector<double> averagedCounts(const std::vector<CropFindings>& views)
{
    std::vector<double> mean;
    for (const CropFindings& view : views) {
        mean.resize(view.countProbabilities.size(), 0.);
        for (std::size_t n = 0; n < mean.size(); ++n)
            mean[n] += view.countProbabilities[n] / double(views.size());
    }
    return mean;
}

} // namespace

NetworkInput mirrored(const NetworkInput& input)
{
    NetworkInput result = input;
    mirrorRows(result.pixels, result.width);
    return result;
}

CropDetection mirrored(const CropDetection& detection, int width)
{
    CropDetection result = detection;
    result.box = mirroredBox(detection.box, width);
    result.mapBox = mirroredBox(detection.mapBox, width);
    mirrorRows(result.amodal, result.mapSize);
    mirrorRows(result.visible, result.mapSize);
    return result;
}

CropFindings mirrored(const CropFindings& found, int width)
{
    CropFindings result{{}, found.countProbabilities};
    for (const CropDetection& detection : found.detections)
        result.detections.push_back(mirrored(detection, width));
    return result;
}

CropFindings mergedViews(const std::vector<CropFindings>& views, double minIou)
{
    std::vector<Sighting> sightings;
    for (std::size_t view = 0; view < views.size(); ++view) {
        for (const CropDetection& detection : views[view].detections)
            sightings.push_back({view, &detection});
    }
    const auto better = [](const Sighting& a, const Sighting& b) { return a.detection->score > b.detection->score; };
    std::stable_sort(sightings.begin(), sightings.end(), better);
    std::vector<Object> objects;
    for (const Sighting& sighting : sightings) {
        if (Object* object = objectOf(sighting, objects, minIou))
            object->push_back(sighting);
        else
            objects.push_back({sighting});
    }
    CropFindings merged;
    for (const Object& object : objects)
        merged.detections.push_back(averaged(object, views.size()));
    merged.countProbabilities = averagedCounts(views);
    std::stable_sort(merged.detections.begin(), merged.detections.end(),
                     [](const CropDetection& a, const CropDetection& b) { return a.score > b.score; });
    return merged;
}

} // namespace blastoscope::inference
