// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "core/measure/measured_stack.h"
#include "core/tracking/lineage.h"

namespace blastoscope::measure {

inline constexpr int kLastCellStage = 9;   ///< t9
inline constexpr int kSustainedFrames = 3; ///< frames in a row that make a number of cells believable

/// The embryo when it has n cells.
struct CellStage {
    /// First exported frame from which on at least n cells are seen in that many frames in a row, when it is not the
    /// very first one; and the last one before. Both null otherwise.
    const MeasuredFrame* reached = nullptr;
    const MeasuredFrame* before = nullptr;
    /// The exported frames with exactly n cells, from there until n + 1 cells are reached; null when there is none.
    const MeasuredFrame* first = nullptr;
    const MeasuredFrame* last = nullptr;
    std::optional<double> stageCvVolumePercent; ///< medians over those frames
    std::optional<double> fragmentAreaPercent;

    std::optional<double> hours() const { return reached ? reached->hours : std::nullopt; }
};

/// A division of the lineage.
struct DivisionMetrics {
    const tracking::Track* mother = nullptr;
    std::vector<const tracking::Track*> daughters; ///< two or three
    const MeasuredFrame* before = nullptr;         ///< last frame with the mother
    const MeasuredFrame* frame = nullptr;          ///< first one with a daughter
    /// V is the median sphere volume over all frames of a track.
    std::optional<double> sisterAsymmetry; ///< |V1 - V2| / (V1 + V2); of two daughters
    double motherBalance = 0;              ///< sum of V of the daughters / V of the mother
};

/// What is known about a whole embryo. Refers to the frames and the lineage it was made from.
struct EmbryoMetrics {
    const StackRecord* stack = nullptr;
    std::size_t frames = 0;
    std::optional<double> medianFrameHours;
    std::array<CellStage, kLastCellStage + 1> stages; ///< by number of cells, from 1
    std::vector<DivisionMetrics> divisions;           ///< in the order of time
    /// Reverse cleavage: how often cells flowed together while cells could be counted. Nothing without
    /// tracks.
    std::optional<int> fusions;
    /// A person accepted or corrected all exported frames but those that were rejected, and at least one.
    bool reviewed = false;
};

/// From the measured frames of one stack, in ascending time, and its lineage. `sustainedFrames` >= 1.
EmbryoMetrics measureEmbryo(const StackRecord& stack, std::span<const MeasuredFrame> frames,
                            const tracking::Lineage& lineage, int sustainedFrames = kSustainedFrames);

} // namespace blastoscope::measure
