// SPDX-License-Identifier: Apache-2.0
#include "core/measure/stack_lineage.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/object_class.h"
#include "core/tracking/tracker.h"

namespace blastoscope::measure {
namespace {

void setParents(const annotation::FrameAnnotation& frame, const tracking::Lineage& lineage, FrameMetrics& metrics)
{
    for (std::size_t i = 0; i < frame.instances.size(); ++i) {
        const annotation::Instance& instance = frame.instances[i];
        const bool isCell = instance.classId == int(base::ObjectClass::Blastomere);
        const auto track = isCell && instance.trackId ? lineage.find(*instance.trackId) : lineage.end();
        if (track != lineage.end())
            metrics.instances[i].parentTrackId = track->second.mother;
    }
}

} // namespace

void trackUntracked(StackRecord& stack)
{
    std::vector<annotation::FrameAnnotation*> frames;
    std::set<int> indices;
    for (StackFrame& frame : stack.frames) {
        const auto& instances = frame.annotation.instances;
        const bool isTracked =
            std::any_of(instances.begin(), instances.end(), [](const auto& i) { return i.trackId.has_value(); });
        if (isTracked || !indices.insert(frame.frameIndex).second)
            return; // two pictures of one time index are no time-lapse
        if (isKnown(frame.annotation))
            frames.push_back(&frame.annotation);
    }
    if (frames.size() > 1)
        tracking::trackAnnotations(frames);
}

tracking::Lineage lineageOf(const StackRecord& stack)
{
    std::vector<tracking::CellFrame> frames;
    for (const StackFrame& frame : stack.frames)
        if (isKnown(frame.annotation))
            frames.push_back(tracking::cellFrameOf(frame.frameIndex, frame.annotation));
    return tracking::lineageOf(frames);
}

FrameMetrics measureFrame(const annotation::FrameAnnotation& frame, std::optional<double> umPerPixel,
                          const tracking::Lineage& lineage)
{
    FrameMetrics metrics = measureFrame(frame, umPerPixel, generationsIn(frame, lineage));
    setParents(frame, lineage, metrics);
    return metrics;
}

std::map<annotation::InstanceId, int> generationsIn(const annotation::FrameAnnotation& frame,
                                                    const tracking::Lineage& lineage)
{
    std::map<annotation::InstanceId, int> generations;
    double share = 0; // of the first cell, that is here
    for (const annotation::Instance& instance : frame.instances) {
        if (!isCountedCell(instance) || instance.amodal.isEmpty())
            continue;
        const auto track = instance.trackId ? lineage.find(*instance.trackId) : lineage.end();
        if (track == lineage.end() || !track->second.generation)
            return {};
        generations[instance.id] = *track->second.generation;
        share += track->second.share;
    }
    return std::abs(share - 1) < 1e-6 ? generations : std::map<annotation::InstanceId, int>();
}

} // namespace blastoscope::measure
