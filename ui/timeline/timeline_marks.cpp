// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_marks.h"

#include <algorithm>

namespace blastoscope::ui {

FrameMark markOf(const annotation::FrameAnnotation& frame)
{
    FrameMark mark;
    mark.segmented = frame.segmented;
    mark.review = frame.review;
    mark.flagged = !frame.qcFlags.empty();
    if (frame.segmented || !frame.instances.empty())
        mark.cells = int(std::count_if(frame.instances.begin(), frame.instances.end(), [](const auto& instance) {
            return instance.classId == int(base::ObjectClass::Blastomere);
        }));
    return mark;
}

} // namespace blastoscope::ui
