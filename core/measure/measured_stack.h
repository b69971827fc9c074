// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/annotation/instance.h"
#include "core/measure/frame_metrics.h"
#include "core/tracking/lineage.h"

namespace blastoscope::measure {

/// One frame of a stack as it goes into the tables.
struct StackFrame {
    annotation::FrameAnnotation annotation;
    int frameIndex = 0;              ///< time index in the stack, from 0
    std::optional<int> runNumber;    ///< of the instrument
    std::optional<double> timeHours; ///< on the stack's own time axis
    std::string focalPlane;          ///< e.g. "F0"; may be empty
};

/// One embryo: frames in ascending time and what is known about all of them.
struct StackRecord {
    std::string embryoId;
    std::optional<double> umPerPixel;
    std::string pixelSizeSource;           ///< "file", "user" or "preset"; empty when unknown
    std::string timeSource;                ///< "table", "file", "overlay" or "nominal"; empty when unknown
    std::optional<double> t0Hours;         ///< insemination on the stack's own time axis; unknown = no hpi
    std::optional<double> firstFrameHours; ///< time of the very first frame of the stack, which may not be exported
    std::string insemination;              ///< "IVF" or "ICSI"; empty when unknown
    std::vector<StackFrame> frames;
};

/// A frame with its numbers and its place in time.
struct MeasuredFrame {
    const StackRecord* stack = nullptr;
    const StackFrame* frame = nullptr;
    FrameMetrics metrics;
    bool isKnown = false;        ///< see below; otherwise its counts are missing, not 0
    std::optional<double> hours; ///< since insemination when t0 is known, else since the first frame
    std::optional<double> hoursSincePrevious;
    /// Of the median total volume of the stack's frames with one cell that come before any with two.
    std::optional<double> relativeVolumePercent;
};

/// A model or a person looked at it and nobody rejected it: what is not there is missing indeed.
bool isKnown(const annotation::FrameAnnotation& frame);
/// A person said that its picture is not usable.
bool isRejected(const annotation::FrameAnnotation& frame);

/// Measures all frames of a stack, which must outlive the result; generations follow from `lineage` where it is
/// complete. A rejected frame is flagged and has no other metrics, not even those of its instances.
std::vector<MeasuredFrame> measureStack(const StackRecord& stack, const tracking::Lineage& lineage);

} // namespace blastoscope::measure
