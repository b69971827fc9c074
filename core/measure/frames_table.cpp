// SPDX-License-Identifier: Apache-2.0
#include "core/measure/frames_table.h"

#include <array>

#include "core/annotation/persons_work.h"
#include "core/base/csv_text.h"

namespace blastoscope::measure {
namespace {

using Row = MeasuredFrame;

constexpr const char* kNotSegmented = "frame not segmented, or rejected";
constexpr const char* kNoCells = "no cells, or frame rejected";
constexpr const char* kNoCellsOrCalibration = "no cells, frame rejected, or pixel size unknown";
constexpr const char* kOneCell = "fewer than two cells, or frame rejected";
constexpr const char* kOneCellOrNoEmbryo = "fewer than two cells, frame rejected, or no embryo";
constexpr const char* kNeverMeasured = "always: nothing measures it yet";

std::optional<double> inUm(const Row& row, std::optional<double> value, int power = 1)
{
    if (!value || !row.stack->umPerPixel)
        return std::nullopt;
    for (int i = 0; i < power; ++i)
        *value *= *row.stack->umPerPixel;
    return value;
}

/// Otherwise what is counted has a name of its own.
bool isOfEmbryo(const Row& row)
{
    return row.metrics.ownName.empty();
}

std::string count(const Row& row, int value)
{
    return row.isKnown ? csvInteger(value) : std::string();
}

std::string flags(const Row& row)
{
    std::string all;
    for (const std::string& flag : row.metrics.qcFlags)
        all += (all.empty() ? "" : ";") + flag;
    return base::csvText(all);
}

std::string meaningOfFlags()
{
    std::string text = "warnings, separated by semicolons; those of the model, and:";
    for (const QcFlag& flag : qcFlags())
        text.append(" ").append(flag.name).append(" (").append(flag.meaning).append(");");
    text += " total_volume_changed (rel_total_volume_pct outside 60 to 115); rejected (a person said that the picture "
            "is not usable: nothing in it is measured or counted, and cells.csv has no rows of it)";
    return text;
}

const std::string kFlagsFormula = meaningOfFlags();

std::string nothing(const Row&)
{
    return {};
}

const std::array kColumns = std::to_array<Column<Row>>({
    {{"schema_version", "", "version of these columns", ""}, [](const Row&) { return std::string(kSchemaVersion); }},
    {{"embryo_id", "", "random id unless another one was given", ""},
     [](const Row& r) { return base::csvText(r.stack->embryoId); }},
    {{"frame_index", "", "time index in the stack, from 0", ""},
     [](const Row& r) { return csvInteger(r.frame->frameIndex); }},
    {{"run_number", "", "number that the instrument gave the picture", "the file name has none"},
     [](const Row& r) { return csvInteger(r.frame->runNumber); }},
    {{"time_h", "h", "see time_ref", "times of the stack unknown"},
     [](const Row& r) { return csvNumber(r.hours, 4); }},
    {{"time_ref", "", "'hpi': hours since insemination; 'since_first_frame': hours since the first frame of the stack",
      "time_h is empty"},
     [](const Row& r) { return std::string(!r.hours ? "" : r.stack->t0Hours ? "hpi" : "since_first_frame"); }},
    {{"time_source", "", "where times come from: table, file, overlay or nominal", "time_h is empty, or unknown"},
     [](const Row& r) { return r.hours ? base::csvText(r.stack->timeSource) : std::string(); }},
    {{"dt_prev_h", "h", "time_h minus that of the previous exported frame", "one of the times is unknown"},
     [](const Row& r) { return csvNumber(r.hoursSincePrevious, 4); }},
    {{"n_cells", "", "blastomeres, or what object_class in cells.csv calls otherwise and is counted in their place, "
                     "that are not marked as uncertain", kNotSegmented},
     [](const Row& r) { return count(r, r.metrics.cells); }},
    {{"n_fragments", "", "fragments that are not marked as uncertain", "frame not segmented or rejected, or no embryo"},
     [](const Row& r) { return isOfEmbryo(r) ? count(r, r.metrics.fragments) : std::string(); }},
    {{"stage_label", "", "n_cells in words", "no cells, frame rejected, or no embryo"},
     [](const Row& r) {
         return isOfEmbryo(r) && r.metrics.cells ? std::to_string(r.metrics.cells) + "-cell" : std::string();
     }},
    {{"mean_eq_diameter_px", "px", "mean of the cells' eq_diameter_px", kNoCells},
     [](const Row& r) { return csvNumber(r.metrics.meanDiameter, 3); }},
    {{"mean_eq_diameter_um", "um", "mean_eq_diameter_px * px_size_um", kNoCellsOrCalibration},
     [](const Row& r) { return csvNumber(inUm(r, r.metrics.meanDiameter), 3); }},
    {{"min_eq_diameter_px", "px", "smallest of them", kNoCells},
     [](const Row& r) { return csvNumber(r.metrics.minDiameter, 3); }},
    {{"min_eq_diameter_um", "um", "min_eq_diameter_px * px_size_um", kNoCellsOrCalibration},
     [](const Row& r) { return csvNumber(inUm(r, r.metrics.minDiameter), 3); }},
    {{"max_eq_diameter_px", "px", "largest of them", kNoCells},
     [](const Row& r) { return csvNumber(r.metrics.maxDiameter, 3); }},
    {{"max_eq_diameter_um", "um", "max_eq_diameter_px * px_size_um", kNoCellsOrCalibration},
     [](const Row& r) { return csvNumber(inUm(r, r.metrics.maxDiameter), 3); }},
    {{"size_ratio_min_max", "", "d_min / d_max over all cells", kOneCell},
     [](const Row& r) { return csvNumber(r.metrics.sizeRatio, 4); }},
    {{"size_diff_pct", "%", "100 * (d_max - d_min) / d_max", kOneCell},
     [](const Row& r) { return csvNumber(r.metrics.sizeDifferencePercent, 2); }},
    {{"cv_diameter_pct", "%", "100 * population SD / mean of the diameters", kOneCell},
     [](const Row& r) { return csvNumber(r.metrics.cvDiameterPercent, 2); }},
    {{"cv_volume_pct", "%", "the same of the sphere volumes V", kOneCell},
     [](const Row& r) { return csvNumber(r.metrics.cvVolumePercent, 2); }},
    {{"stage_cv_volume_pct", "%", "the same of V * 2^generation: stage-aware evenness, 0 for a perfect embryo of any "
                                  "count. With an error of 3 % per diameter a perfectly even embryo reads about 9", kOneCellOrNoEmbryo},
     [](const Row& r) { return csvNumber(r.metrics.stageCvVolumePercent, 2); }},
    {{"stage_size_ratio", "", "smallest d_min / d_max within one generation", kOneCellOrNoEmbryo},
     [](const Row& r) { return csvNumber(r.metrics.stageSizeRatio, 4); }},
    {{"total_cell_volume_um3", "um^3", "sum of V over the cells", kNoCellsOrCalibration},
     [](const Row& r) { return csvNumber(inUm(r, r.metrics.totalCellVolume, 3), 1); }},
    {{"rel_total_volume_pct", "%",
      "100 * sum of V / median of that sum over the exported frames with one cell that come before any with more",
      "no cells, no such frame with one cell, frame rejected, or no embryo"},
     [](const Row& r) { return csvNumber(r.relativeVolumePercent, 2); }},
    {{"frag_area_pct", "%", "100 * area of all fragments / area of all cells and fragments, overlaps counted once",
      "neither cells nor fragments, frame rejected, or no embryo"},
     [](const Row& r) { return csvNumber(r.metrics.fragmentAreaPercent, 2); }},
    {{"frag_volume_est_pct", "%", "100 * sum of the fragments' sphere volumes / sum of V: in cell equivalents, one of "
                                  "four equal cells is 25", "no cells, frame rejected, or no embryo"},
     [](const Row& r) { return csvNumber(r.metrics.fragmentVolumePercent, 2); }},
    {{"silhouette_pairs", "", "pairs of cells whose silhouettes share a pixel; a projection, not contacts of cells",
      kNotSegmented},
     [](const Row& r) { return count(r, r.metrics.silhouettePairs); }},
    {{"zona_thickness_px", "px", "mean thickness of the zona pellucida", kNeverMeasured}, nothing},
    {{"zona_thickness_um", "um", "zona_thickness_px * px_size_um", kNeverMeasured}, nothing},
    {{"zona_thickness_sd_px", "px", "its SD over the angle", kNeverMeasured}, nothing},
    {{"zona_thickness_sd_um", "um", "zona_thickness_sd_px * px_size_um", kNeverMeasured}, nothing},
    {{"zona_outer_diameter_px", "px", "diameter of the zona's outer edge", kNeverMeasured}, nothing},
    {{"zona_outer_diameter_um", "um", "zona_outer_diameter_px * px_size_um", kNeverMeasured}, nothing},
    {{"pvs_area_um2", "um^2", "perivitelline space: inside the zona and outside all cells", kNeverMeasured}, nothing},
    {{"qc_flags", "", kFlagsFormula.c_str(), "no warning"}, flags},
    {{"reviewed", "", "1: a person accepted or corrected the frame", ""},
     [](const Row& r) { return csvFlag(annotation::isReviewed(r.frame->annotation.review)); }},
});

} // namespace

std::string framesCsv(std::span<const MeasuredFrame> frames)
{
    return csvTable<Row>(kColumns, std::vector<Row>(frames.begin(), frames.end()));
}

std::vector<ColumnInfo> framesColumns()
{
    return infosOf<Row>(kColumns);
}

} // namespace blastoscope::measure
