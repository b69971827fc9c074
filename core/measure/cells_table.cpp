// SPDX-License-Identifier: Apache-2.0
#include "core/measure/cells_table.h"

#include <array>

#include "core/annotation/object_names.h"
#include "core/annotation/persons_work.h"
#include "core/base/csv_text.h"
#include "core/measure/perimeter.h"

namespace blastoscope::measure {
namespace {

using annotation::Instance;
using annotation::Origin;

struct Row {
    const MeasuredFrame* frame;
    const Instance* instance;
    const InstanceMetrics* metrics;

    const CellMetrics& shape() const { return metrics->shape; }
    /// `value` in pixels to the given power of the pixel size.
    std::optional<double> inUm(double value, int power) const
    {
        if (!frame->stack->umPerPixel)
            return std::nullopt;
        for (int i = 0; i < power; ++i)
            value *= *frame->stack->umPerPixel;
        return value;
    }
};

constexpr const char* kNoCalibration = "pixel size unknown";

const char* nameOf(Origin origin)
{
    switch (origin) {
    case Origin::Model: return "model";
    case Origin::Edited: return "edited";
    case Origin::Drawn: return "drawn";
    case Origin::Imported: return "imported";
    case Origin::Snapped: return "snapped";
    }
    return "";
}

const std::array kColumns = std::to_array<Column<Row>>({
    {{"schema_version", "", "version of these columns", ""}, [](const Row&) { return std::string(kSchemaVersion); }},
    {{"embryo_id", "", "random id unless another one was given", ""},
     [](const Row& r) { return base::csvText(r.frame->stack->embryoId); }},
    {{"frame_index", "", "time index in the stack, from 0", ""},
     [](const Row& r) { return csvInteger(r.frame->frame->frameIndex); }},
    {{"run_number", "", "number that the instrument gave the picture", "the file name has none"},
     [](const Row& r) { return csvInteger(r.frame->frame->runNumber); }},
    {{"cell_id", "", "id of the instance within its frame", ""},
     [](const Row& r) { return csvInteger(r.instance->id); }},
    {{"track_id", "", "id of the cell over time", "not tracked"},
     [](const Row& r) { return csvInteger(r.instance->trackId); }},
    {{"parent_track_id", "", "track that divided into this one, by the silhouettes before and after",
      "not tracked, or no division was seen"},
     [](const Row& r) { return csvInteger(r.metrics->parentTrackId); }},
    {{"generation", "",
      "divisions since the 1-cell embryo. By lineage where all cells of the frame descend from it and none is missing; "
      "otherwise, with 2^k <= n_cells < 2^(k+1), the 2^(k+1) - n_cells largest cells by volume_sphere are of generation "
      "k, the others of k + 1",
      "not a counted blastomere"},
     [](const Row& r) { return csvInteger(r.metrics->generation); }},
    {{"generation_source", "", "'lineage', or 'inferred' from the sizes", "generation is empty"},
     [](const Row& r) {
         return std::string(!r.metrics->generation ? "" : r.metrics->isGenerationTracked ? "lineage" : "inferred");
     }},
    {{"time_h", "h", "see time_ref", "times of the stack unknown"},
     [](const Row& r) { return csvNumber(r.frame->hours, 4); }},
    {{"time_ref", "", "'hpi': hours since insemination; 'since_first_frame': hours since the first frame of the stack",
      "time_h is empty"},
     [](const Row& r) {
         return std::string(!r.frame->hours ? "" : r.frame->stack->t0Hours ? "hpi" : "since_first_frame");
     }},
    {{"focal_plane", "", "name of the focal plane that was measured", "single-plane stack"},
     [](const Row& r) { return base::csvText(r.frame->frame->focalPlane); }},
    {{"px_size_um", "um", "edge length of a pixel", kNoCalibration},
     [](const Row& r) { return csvNumber(r.frame->stack->umPerPixel, 6); }},
    {{"centroid_x_px", "px", "mean of the pixel centres; the left edge of the image is 0", ""},
     [](const Row& r) { return csvNumber(r.shape().centroid.x, 3); }},
    {{"centroid_y_px", "px", "the same from the top edge", ""},
     [](const Row& r) { return csvNumber(r.shape().centroid.y, 3); }},
    {{"area_px2", "px^2", "A: number of pixels of the whole (amodal) silhouette", ""},
     [](const Row& r) { return csvNumber(r.shape().area, 0); }},
    {{"area_um2", "um^2", "area_px2 * px_size_um^2", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().area, 2), 3); }},
    {{"eq_diameter_px", "px", "d = 2 * sqrt(A / pi)", ""},
     [](const Row& r) { return csvNumber(r.shape().equivalentDiameter, 3); }},
    {{"eq_diameter_um", "um", "eq_diameter_px * px_size_um", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().equivalentDiameter, 1), 3); }},
    {{"perimeter_px", "px",
      "P: length of the border by Crofton's formula with 8 lattice directions; mean error for "
      "discs and ellipses -0.2 % at 10 px radius and below 0.03 % from 50 px on",
      ""},
     [](const Row& r) { return csvNumber(r.shape().perimeter, 3); }},
    {{"perimeter_um", "um", "perimeter_px * px_size_um", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().perimeter, 1), 3); }},
    {{"perimeter_method", "", "name of the estimator of P", ""},
     [](const Row&) { return std::string(kPerimeterMethod); }},
    {{"circularity", "",
      "4 * pi * A / P^2, not clipped at 1. The same quantity as CellProfiler FormFactor and ImageJ "
      "Circ., but with a less biased perimeter: about 0.09 to 0.10 higher for round cells",
      ""},
     [](const Row& r) { return csvNumber(r.shape().circularity, 4); }},
    {{"solidity", "", "A / number of pixels in the convex hull of the pixel centres; 1 for a disc", ""},
     [](const Row& r) { return csvNumber(r.shape().solidity, 4); }},
    {{"feret_max_px", "px", "greatest distance of two parallel tangents", ""},
     [](const Row& r) { return csvNumber(r.shape().feretMax, 3); }},
    {{"feret_max_um", "um", "feret_max_px * px_size_um", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().feretMax, 1), 3); }},
    {{"feret_min_px", "px", "smallest distance of two parallel tangents", ""},
     [](const Row& r) { return csvNumber(r.shape().feretMin, 3); }},
    {{"feret_min_um", "um", "feret_min_px * px_size_um", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().feretMin, 1), 3); }},
    {{"ellipse_major_px", "px", "full major axis of the ellipse with the same second moments", ""},
     [](const Row& r) { return csvNumber(r.shape().ellipseMajor, 3); }},
    {{"ellipse_major_um", "um", "ellipse_major_px * px_size_um", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().ellipseMajor, 1), 3); }},
    {{"ellipse_minor_px", "px", "full minor axis of that ellipse", ""},
     [](const Row& r) { return csvNumber(r.shape().ellipseMinor, 3); }},
    {{"ellipse_minor_um", "um", "ellipse_minor_px * px_size_um", kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().ellipseMinor, 1), 3); }},
    {{"eccentricity", "", "sqrt(1 - (minor / major)^2) of that ellipse; 0 for a circle", ""},
     [](const Row& r) { return csvNumber(r.shape().eccentricity, 4); }},
    {{"orientation_deg", "deg", "of its major axis, 0 to 180 from the x axis towards the top of the image",
      "both axes are equal"},
     [](const Row& r) { return csvNumber(r.shape().orientation, 2); }},
    {{"volume_sphere_um3", "um^3", "pi / 6 * eq_diameter_um^3; an error of 3 % of the diameter is 9 % of the volume",
      kNoCalibration},
     [](const Row& r) { return csvNumber(r.inUm(r.shape().sphereVolume, 3), 1); }},
    {{"volume_method", "", "name of the estimator of the volume", ""},
     [](const Row&) { return std::string("sphere_eqd"); }},
    {{"visible_fraction", "", "area that no nearer silhouette covers / A",
      "the depth order with an overlapping silhouette is unknown"},
     [](const Row& r) { return csvNumber(r.metrics->visibleFraction, 4); }},
    {{"touches_border", "", "1: reaches the border of the image, so that all sizes are too small", ""},
     [](const Row& r) { return csvFlag(r.shape().touchesBorder); }},
    {{"object_class", "",
      "blastomere, fragment or polar_body; what its model calls it when that knows one other kind of object, which "
      "is counted as blastomeres are",
      ""},
     [](const Row& r) { return base::csvText(annotation::nameOf(*r.instance)); }},
    {{"confidence", "", "score of the model, 0 to 1", "not made by a model"},
     [](const Row& r) { return csvNumber(r.instance->score, 4); }},
    {{"mask_source", "", "model, edited, drawn, imported or snapped", ""},
     [](const Row& r) { return std::string(nameOf(r.instance->origin)); }},
    {{"model_id", "", "first 16 digits of the SHA-256 of the model's weights", "no model took part"},
     [](const Row& r) { return base::csvText(r.instance->modelHash.substr(0, 16)); }},
    {{"edited", "", "1: a person changed what a model found", ""},
     [](const Row&
            r) { return csvFlag(r.instance->origin == Origin::Edited || r.instance->origin == Origin::Snapped); }},
    {{"uncertain", "", "1: marked as uncertain and therefore not counted in frames.csv", ""},
     [](const Row& r) { return csvFlag(r.instance->uncertain); }},
    {{"reviewed", "", "1: a person accepted or corrected the frame", ""},
     [](const Row& r) { return csvFlag(annotation::isReviewed(r.frame->frame->annotation.review)); }},
});

} // namespace

std::string cellsCsv(std::span<const MeasuredFrame> frames)
{
    std::vector<Row> rows;
    for (const MeasuredFrame& frame : frames) {
        if (isRejected(frame.frame->annotation)) // not measured
            continue;
        const auto& instances = frame.frame->annotation.instances;
        for (std::size_t i = 0; i < instances.size(); ++i)
            if (frame.metrics.instances[i].shape.area > 0)
                rows.push_back({&frame, &instances[i], &frame.metrics.instances[i]});
    }
    return csvTable<Row>(kColumns, rows);
}

std::vector<ColumnInfo> cellsColumns()
{
    return infosOf<Row>(kColumns);
}

} // namespace blastoscope::measure
