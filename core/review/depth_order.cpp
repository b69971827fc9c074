// SPDX-License-Identifier: Apache-2.0
#include "core/review/depth_order.h"

#include <map>
#include <set>

namespace blastoscope::review {

using annotation::DepthRelation;
using annotation::InstanceId;

std::vector<InstanceId> instancesOnCircles(const std::vector<DepthRelation>& order)
{
    std::map<InstanceId, std::set<InstanceId>> behind;
    for (const DepthRelation& relation : order)
        behind[relation.nearer].insert(relation.farther);
    std::vector<InstanceId> onCircles;
    for (const auto& [start, direct] : behind) {
        std::set<InstanceId> reached;
        std::vector<InstanceId> open(direct.begin(), direct.end());
        while (!open.empty()) {
            const InstanceId id = open.back();
            open.pop_back();
            if (!reached.insert(id).second)
                continue;
            if (const auto next = behind.find(id); next != behind.end())
                open.insert(open.end(), next->second.begin(), next->second.end());
        }
        if (reached.contains(start))
            onCircles.push_back(start);
    }
    return onCircles;
}

} // namespace blastoscope::review
