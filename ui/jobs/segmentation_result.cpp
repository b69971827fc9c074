// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/segmentation_result.h"

#include <algorithm>
#include <map>
#include <optional>

namespace blastoscope::ui {

namespace {

std::optional<int> classIdOf(const inference::ModelInfo& model, int detectorClass)
{
    if (detectorClass < 1 || std::size_t(detectorClass) > model.classNames.size())
        return std::nullopt;
    const auto& names = base::kObjectClassNames;
    const auto it = std::find(names.begin(), names.end(), model.classNames[std::size_t(detectorClass) - 1]);
    return it == names.end() ? std::nullopt : std::optional(int(it - names.begin()) + 1);
}

} // namespace

annotation::SegmentedFrame toSegmentedFrame(const inference::Segmentation& found, const inference::ModelInfo& model)
{
    annotation::SegmentedFrame frame;
    frame.qcFlags = found.qcFlags;
    std::map<int, annotation::InstanceId> ids; // by index of the detection
    for (const int index : found.counted) {
        const inference::Detection& detection = found.detections[std::size_t(index)];
        const auto classId = classIdOf(model, detection.classId);
        if (!classId)
            continue;
        annotation::Instance instance;
        instance.id = ids[index] = int(frame.instances.size()) + 1;
        instance.classId = *classId;
        instance.amodal = detection.amodal;
        instance.visible = detection.visible;
        instance.score = double(detection.score);
        instance.modelHash = model.sha256;
        frame.instances.push_back(std::move(instance));
    }
    for (const inference::DepthOrder& pair : found.order) {
        if (ids.contains(pair.nearer) && ids.contains(pair.farther))
            frame.order.push_back({ids[pair.nearer], ids[pair.farther]});
    }
    return frame;
}

} // namespace blastoscope::ui
