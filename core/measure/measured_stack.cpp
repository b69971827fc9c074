// SPDX-License-Identifier: Apache-2.0
#include "core/measure/measured_stack.h"

#include <algorithm>
#include <utility>

#include "core/measure/median.h"
#include "core/measure/stack_lineage.h"

namespace blastoscope::measure {
namespace {

std::optional<double> minus(std::optional<double> a, std::optional<double> b)
{
    return a && b ? std::optional(*a - *b) : std::nullopt;
}

/// One outline after the first division is no 1-cell embryo: a morula, or cells that were missed.
std::optional<double> medianOneCellVolume(const std::vector<MeasuredFrame>& frames)
{
    const auto divided =
        std::find_if(frames.begin(), frames.end(), [](const MeasuredFrame& m) { return m.metrics.cells > 1; });
    std::vector<double> volumes;
    for (auto frame = frames.begin(); frame != divided; ++frame)
        if (frame->metrics.cells == 1 && frame->metrics.ownName.empty())
            volumes.push_back(*frame->metrics.totalCellVolume);
    return medianOf(std::move(volumes));
}

FrameMetrics metricsOf(const StackFrame& frame, const StackRecord& stack, const tracking::Lineage& lineage)
{
    if (!isRejected(frame.annotation))
        return measureFrame(frame.annotation, stack.umPerPixel, lineage);
    FrameMetrics metrics;
    metrics.qcFlags = frame.annotation.qcFlags;
    metrics.qcFlags.push_back("rejected");
    return metrics;
}

} // namespace

bool isKnown(const annotation::FrameAnnotation& frame)
{
    return !isRejected(frame) &&
           (frame.segmented || !frame.instances.empty() || frame.review != annotation::ReviewState::ToDo);
}

bool isRejected(const annotation::FrameAnnotation& frame)
{
    return frame.review == annotation::ReviewState::Rejected;
}

std::vector<MeasuredFrame> measureStack(const StackRecord& stack, const tracking::Lineage& lineage)
{
    std::vector<MeasuredFrame> measured;
    const StackFrame* previous = nullptr;
    for (const StackFrame& frame : stack.frames) {
        MeasuredFrame m;
        m.stack = &stack;
        m.frame = &frame;
        m.metrics = metricsOf(frame, stack, lineage);
        m.isKnown = isKnown(frame.annotation);
        m.hours = minus(frame.timeHours, stack.t0Hours ? stack.t0Hours : stack.firstFrameHours);
        if (previous)
            m.hoursSincePrevious = minus(frame.timeHours, previous->timeHours);
        previous = &frame;
        measured.push_back(std::move(m));
    }
    const std::optional<double> oneCell = medianOneCellVolume(measured);
    for (MeasuredFrame& m : measured) {
        if (!oneCell || !m.metrics.totalCellVolume || !m.metrics.ownName.empty())
            continue;
        m.relativeVolumePercent = 100 * *m.metrics.totalCellVolume / *oneCell;
        if (*m.relativeVolumePercent < 60 || *m.relativeVolumePercent > 115)
            m.metrics.qcFlags.push_back("total_volume_changed");
    }
    return measured;
}

} // namespace blastoscope::measure
