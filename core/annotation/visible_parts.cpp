// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/visible_parts.h"

#include <unordered_map>

#include "core/masks/visibility.h"

namespace blastoscope::annotation {

std::vector<std::optional<masks::RleMask>> visibleParts(const FrameAnnotation& frame)
{
    std::vector<masks::RleMask> silhouettes;
    std::unordered_map<InstanceId, std::size_t> indexOf;
    for (const Instance& instance : frame.instances) {
        indexOf[instance.id] = silhouettes.size();
        silhouettes.push_back(instance.amodal);
    }
    std::vector<masks::Cover> covers;
    for (const DepthRelation& relation : frame.order) {
        const auto nearer = indexOf.find(relation.nearer);
        const auto farther = indexOf.find(relation.farther);
        if (nearer != indexOf.end() && farther != indexOf.end())
            covers.push_back({nearer->second, farther->second});
    }
    auto parts = masks::visibleMasks(silhouettes, covers);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Instance& instance = frame.instances[i];
        if (instance.visible && instance.origin != Origin::Model)
            parts[i] = masks::intersected(*instance.visible, instance.amodal);
    }
    return parts;
}

} // namespace blastoscope::annotation
