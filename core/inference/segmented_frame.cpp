// SPDX-License-Identifier: Apache-2.0
#include "core/inference/segmented_frame.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/object_class.h"

namespace blastoscope::inference {

std::optional<int> objectClassOf(const ModelInfo& model, int detectorClass)
{
    if (detectorClass < 1 || std::size_t(detectorClass) > model.classNames.size())
        return std::nullopt;
    const auto& names = base::kObjectClassNames;
    const auto it = std::find(names.begin(), names.end(), model.classNames[std::size_t(detectorClass) - 1]);
    if (it != names.end())
        return int(it - names.begin()) + 1;
    // A model that knows one kind of object finds what its user counts, whatever the kind is called.
    return model.classNames.size() == 1 ? std::optional(int(base::ObjectClass::Blastomere)) : std::nullopt;
}

std::string ownObjectName(const std::vector<std::string>& classNames)
{
    const auto& names = base::kObjectClassNames;
    const bool isOwn = classNames.size() == 1 && std::find(names.begin(), names.end(), classNames[0]) == names.end();
    return isOwn ? classNames[0] : std::string();
}

annotation::SegmentedFrame toSegmentedFrame(const Segmentation& found, const ModelInfo& model)
{
    annotation::SegmentedFrame frame;
    frame.qcFlags = found.qcFlags;
    std::unordered_map<int, annotation::InstanceId> idOf; // by index of the detection
    for (const int index : found.counted) {
        const Detection& detection = found.detections[std::size_t(index)];
        const auto classId = objectClassOf(model, detection.classId);
        if (!classId)
            continue;
        annotation::Instance instance;
        instance.id = idOf[index] = int(frame.instances.size()) + 1;
        instance.classId = *classId;
        instance.amodal = detection.amodal;
        instance.visible = detection.visible;
        instance.score = double(detection.score);
        instance.modelHash = model.sha256;
        instance.ownName = ownObjectName(model.classNames);
        frame.instances.push_back(std::move(instance));
    }
    for (const DepthOrder& pair : found.order)
        if (idOf.contains(pair.nearer) && idOf.contains(pair.farther))
            frame.order.push_back({idOf[pair.nearer], idOf[pair.farther]});
    return frame;
}

} // namespace blastoscope::inference
