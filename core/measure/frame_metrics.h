// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/annotation/instance.h"
#include "core/measure/cell_metrics.h"

namespace blastoscope::measure {

/// One instance of a frame, measured.
struct InstanceMetrics {
    annotation::InstanceId id = 0;
    int classId = 1;
    CellMetrics shape;
    std::optional<double> visibleFraction; ///< visible / whole area, [0, 1]; none while the depth order is unknown
    std::optional<int> generation;         ///< of a counted blastomere: 0 for the 1-cell embryo
    bool isGenerationTracked = false;      ///< from lineage; otherwise inferred, see below
    std::optional<int> parentTrackId;      ///< known to measureFrame() with a lineage
};

/// What is known about a frame as a whole; lengths, areas and volumes in pixels. Counted are blastomeres and fragments
/// that are not marked as uncertain. A number is missing when it has no meaning: spreads need two cells, and where the
/// counted objects are none of an embryo (`ownName`), generations, evenness and fragments say nothing about them.
struct FrameMetrics {
    std::vector<InstanceMetrics> instances; ///< all of them, in the order of the frame
    std::string ownName; ///< annotation::sharedNameOf() the frame, e.g. "nucleus"; empty for blastomeres
    int cells = 0;
    int fragments = 0;
    std::optional<double> meanDiameter; ///< of equivalent diameters of the cells
    std::optional<double> minDiameter;
    std::optional<double> maxDiameter;
    std::optional<double> sizeRatio;             ///< d_min / d_max
    std::optional<double> sizeDifferencePercent; ///< 100 (d_max - d_min) / d_max
    std::optional<double> cvDiameterPercent;     ///< population SD / mean of diameters
    std::optional<double> cvVolumePercent;       ///< the same of sphere volumes
    /// Stage-aware evenness: the same of V * 2^generation, which is 0 for a perfect embryo of 3, 5, 6 or 7 cells too.
    std::optional<double> stageCvVolumePercent;
    std::optional<double> stageSizeRatio;        ///< smallest d_min / d_max within one generation
    std::optional<double> totalCellVolume;       ///< sum of sphere volumes
    std::optional<double> fragmentAreaPercent;   ///< of the area that cells and fragments cover together
    std::optional<double> fragmentVolumePercent; ///< of totalCellVolume: one of four equal cells is 25 %
    int silhouettePairs = 0; ///< pairs of cells whose silhouettes overlap; a projection, not cell contacts
    /// Warnings, not rejections: those of the annotation first, then those of kQcFlags that apply.
    std::vector<std::string> qcFlags;
};

/// A warning that measureFrame() can give.
struct QcFlag {
    const char* name;
    const char* meaning;
};

/// All warnings of measureFrame(); those that need a pixel size are never given without one.
std::span<const QcFlag> qcFlags();

/// Measures every instance and the frame. Works on tight crops: a few milliseconds for a frame of an embryo.
/// `generations` are those of all counted blastomeres by lineage, or empty: then they are inferred.
FrameMetrics measureFrame(const annotation::FrameAnnotation& frame, std::optional<double> umPerPixel,
                          const std::map<annotation::InstanceId, int>& generations = {});

/// A blastomere that is not marked as uncertain.
bool isCountedCell(const annotation::Instance& instance);

/// The expected generation of each of N cells when no lineage is known, from their volumes: with 2^k <= N < 2^(k+1)
/// the 2^(k+1) - N largest are of generation k, the others of generation k + 1.
std::vector<int> inferGenerations(std::span<const double> volumes);

} // namespace blastoscope::measure
