// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/semantic_labels.h"

#include <vector>

namespace blastoscope::annotation {

base::Image semanticLabels(const FrameAnnotation& frame, const masks::SemanticClasses& classes)
{
    std::vector<masks::RleMask> cells, fragments, unknown;
    for (const Instance& instance : frame.instances) {
        if (instance.amodal.width() != frame.width || instance.amodal.height() != frame.height)
            continue;
        const bool isCell = instance.classId == int(base::ObjectClass::Blastomere);
        (instance.uncertain ? unknown : isCell ? cells : fragments).push_back(instance.amodal);
    }
    return masks::semanticMap(frame.width, frame.height, cells, fragments, unknown, classes);
}

} // namespace blastoscope::annotation
