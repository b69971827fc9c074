// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/measurement_tables.h"

#include <algorithm>

#include <QCoreApplication>

namespace blastoscope::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("blastoscope::ui::MeasurementTables", text);
}

QVariant valueOr(const std::optional<double>& value, double factor = 1)
{
    return value ? QVariant(*value * factor) : QVariant();
}

QString classNameOf(int classId)
{
    switch (base::ObjectClass(classId)) {
    case base::ObjectClass::Blastomere: return tr("blastomere");
    case base::ObjectClass::Fragment: return tr("fragment");
    case base::ObjectClass::PolarBody: return tr("polar body");
    }
    return {};
}

/// Names and units of everything that has a length in it.
struct Units {
    explicit Units(bool calibrated)
        : length(calibrated ? QStringLiteral("µm") : QStringLiteral("px")), area(length + u'²'), volume(length + u'³'),
          suffix(calibrated ? QStringLiteral("um") : QStringLiteral("px"))
    {
    }
    QString length;
    QString area;
    QString volume;
    QString suffix; ///< of CSV names
};

std::vector<QVariant> cellValues(const OpenStack& stack, const annotation::FrameAnnotation& frame, int time,
                                 std::size_t i, const measure::InstanceMetrics& cell)
{
    const double scale = stack.properties().umPerPixel.value_or(1);
    const measure::CellMetrics& shape = cell.shape;
    const annotation::Instance* instance = frame.find(cell.id);
    return {time + 1,
            valueOr(stack.hoursAt(time)),
            int(i) + 1,
            classNameOf(cell.classId),
            shape.equivalentDiameter * scale,
            shape.area * scale * scale,
            shape.perimeter * scale,
            shape.circularity,
            shape.solidity,
            shape.feretMax * scale,
            shape.feretMin * scale,
            shape.ellipseMajor * scale,
            shape.ellipseMinor * scale,
            shape.eccentricity,
            valueOr(shape.orientation),
            shape.sphereVolume * scale * scale * scale,
            valueOr(cell.visibleFraction, 100),
            shape.touchesBorder,
            instance ? valueOr(instance->score, 100) : QVariant()};
}

std::vector<QVariant> frameValues(const OpenStack& stack, int time, const measure::FrameMetrics& metrics)
{
    const double scale = stack.properties().umPerPixel.value_or(1);
    return {time + 1,
            valueOr(stack.hoursAt(time)),
            metrics.cells,
            metrics.fragments,
            valueOr(metrics.stageCvVolumePercent),
            valueOr(metrics.cvVolumePercent),
            valueOr(metrics.cvDiameterPercent),
            valueOr(metrics.sizeRatio),
            valueOr(metrics.stageSizeRatio),
            valueOr(metrics.sizeDifferencePercent),
            valueOr(metrics.meanDiameter, scale),
            valueOr(metrics.minDiameter, scale),
            valueOr(metrics.maxDiameter, scale),
            valueOr(metrics.totalCellVolume, scale * scale * scale),
            valueOr(metrics.fragmentAreaPercent),
            metrics.silhouettePairs};
}

} // namespace

bool isReviewed(const annotation::FrameAnnotation& frame, const annotation::Instance& instance)
{
    return instance.origin != annotation::Origin::Model || frame.review == annotation::ReviewState::Accepted
           || frame.review == annotation::ReviewState::Corrected;
}

std::vector<MeasurementColumn> cellColumns(bool calibrated)
{
    const Units u(calibrated);
    return {
        {"frame_index", tr("Frame"), {}, tr("Position in the stack, from 1"), 0},
        {"time_h", tr("Time"), "h", tr("Hours since insemination if t0 is known, otherwise the stack's own time"), 2},
        {"cell_id", tr("No."), {}, tr("Number in the frame, as painted on the canvas"), 0},
        {"object_class", tr("Kind"), {}, tr("Blastomere, fragment or polar body"), 0},
        {"eq_diameter_" + u.suffix, tr("Diameter"), u.length,
         tr("Diameter of the disc with the area of the whole silhouette"), 1},
        {"area_" + u.suffix + "2", tr("Area"), u.area, tr("Number of pixels of the whole silhouette, scaled"), 0},
        {"perimeter_" + u.suffix, tr("Perimeter"), u.length, tr("Length of the outline by Crofton's formula"), 1},
        {"circularity", tr("Circularity"), {}, tr("4π · area ÷ perimeter²; 1 for a disc"), 3},
        {"solidity", tr("Solidity"), {}, tr("Share of the convex hull that belongs to the silhouette"), 3},
        {"feret_max_" + u.suffix, tr("Longest"), u.length, tr("Greatest distance between parallel tangents"), 1},
        {"feret_min_" + u.suffix, tr("Narrowest"), u.length, tr("Smallest distance between parallel tangents"), 1},
        {"ellipse_major_" + u.suffix, tr("Major axis"), u.length, tr("Of the ellipse with the same moments"), 1},
        {"ellipse_minor_" + u.suffix, tr("Minor axis"), u.length, tr("Of the ellipse with the same moments"), 1},
        {"eccentricity", tr("Eccentricity"), {}, tr("Of that ellipse; 0 for a circle"), 3},
        {"orientation_deg", tr("Angle"), "°", tr("Of its major axis, from the horizontal upwards"), 0},
        {"volume_sphere_" + u.suffix + "3", tr("Volume"), u.volume, tr("Of the sphere with the equivalent diameter"), 0},
        {"visible_fraction", tr("Visible"), "%",
         tr("Visible part of the whole area; empty where it is not known who covers whom"), 0},
        {"touches_border", tr("At border"), {}, tr("The silhouette reaches the border: all sizes are too small"), 0},
        {"confidence", tr("Confidence"), "%", tr("What the model gave; empty for drawn ones"), 0},
    };
}

std::vector<MeasurementRow> cellRows(const StackMetrics& metrics)
{
    std::vector<MeasurementRow> rows;
    const OpenStack& stack = metrics.stack();
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        const MeasuredFrame* measured = metrics.at(time);
        if (!measured)
            continue;
        const annotation::FrameAnnotation& frame = stack.document().frame(time);
        for (std::size_t i = 0; i < measured->metrics.instances.size(); ++i) {
            const measure::InstanceMetrics& cell = measured->metrics.instances[i];
            const annotation::Instance* instance = frame.find(cell.id);
            rows.push_back({time, cell.id, instance && isReviewed(frame, *instance),
                            cellValues(stack, frame, time, i, cell)});
        }
    }
    return rows;
}

std::vector<MeasurementColumn> frameColumns(bool calibrated)
{
    const Units u(calibrated);
    return {
        {"frame_index", tr("Frame"), {}, tr("Position in the stack, from 1"), 0},
        {"time_h", tr("Time"), "h", tr("Hours since insemination if t0 is known, otherwise the stack's own time"), 2},
        {"n_cells", tr("Cells"), {}, tr("Counted blastomeres"), 0},
        {"n_fragments", tr("Fragments"), {}, tr("Counted fragments"), 0},
        {"stage_cv_volume_pct", tr("Evenness"), "%",
         tr("Stage-aware spread: CV of V · 2^generation; 0 for a perfectly even embryo at every count"), 1},
        {"cv_volume_pct", tr("Volume CV"), "%", tr("Plain spread of the volumes: standard deviation ÷ mean"), 1},
        {"cv_diameter_pct", tr("Diameter CV"), "%", tr("Plain spread of the diameters: standard deviation ÷ mean"), 1},
        {"size_ratio_min_max", tr("Smallest ÷ largest"), {}, tr("d min ÷ d max over all cells"), 2},
        {"stage_size_ratio", tr("Within generation"), {}, tr("Smallest d min ÷ d max within one generation"), 2},
        {"size_diff_pct", tr("Difference"), "%", tr("100 · (d max − d min) ÷ d max"), 1},
        {"mean_eq_diameter_" + u.suffix, tr("Mean diameter"), u.length, tr("Mean equivalent diameter of the cells"), 1},
        {"min_eq_diameter_" + u.suffix, tr("Smallest"), u.length, tr("Smallest equivalent diameter"), 1},
        {"max_eq_diameter_" + u.suffix, tr("Largest"), u.length, tr("Largest equivalent diameter"), 1},
        {"total_cell_volume_" + u.suffix + "3", tr("Total volume"), u.volume, tr("Sum of the sphere volumes"), 0},
        {"frag_area_pct", tr("Fragment area"), "%", tr("Of the area that cells and fragments cover together"), 1},
        {"silhouette_pairs", tr("Pairs"), {}, tr("Pairs of cells whose silhouettes overlap; not contacts"), 0},
    };
}

std::vector<MeasurementRow> frameRows(const StackMetrics& metrics)
{
    std::vector<MeasurementRow> rows;
    const OpenStack& stack = metrics.stack();
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        if (const MeasuredFrame* measured = metrics.at(time)) {
            const annotation::FrameAnnotation& frame = stack.document().frame(time);
            const bool reviewed = std::all_of(frame.instances.begin(), frame.instances.end(),
                                              [&](const auto& instance) { return isReviewed(frame, instance); });
            rows.push_back({time, 0, reviewed, frameValues(stack, time, measured->metrics)});
        }
    }
    return rows;
}

StackSeries seriesOf(const StackMetrics& metrics)
{
    const OpenStack& stack = metrics.stack();
    const double scale = stack.properties().umPerPixel.value_or(1);
    StackSeries series;
    series.calibrated = stack.properties().umPerPixel.has_value();
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        series.hours.push_back(stack.hoursAt(time));
        const MeasuredFrame* measured = metrics.at(time);
        if (!measured)
            continue;
        series.frames.push_back({time, measured->metrics.cells, measured->metrics.stageCvVolumePercent});
        const annotation::FrameAnnotation& frame = stack.document().frame(time);
        for (const measure::InstanceMetrics& cell : measured->metrics.instances) {
            const annotation::Instance* instance = frame.find(cell.id);
            if (!instance || cell.classId != int(base::ObjectClass::Blastomere))
                continue;
            const auto color = measured->colors.find(cell.id);
            series.cells.push_back({time, cell.id, color == measured->colors.end() ? QColor() : color->second,
                                    cell.shape.equivalentDiameter * scale, isReviewed(frame, *instance)});
        }
    }
    return series;
}

std::vector<InstanceRow> instanceRows(const annotation::FrameAnnotation& frame, const MeasuredFrame& measured)
{
    std::vector<InstanceRow> rows;
    for (std::size_t i = 0; i < measured.metrics.instances.size(); ++i) {
        const measure::InstanceMetrics& cell = measured.metrics.instances[i];
        const annotation::Instance* instance = frame.find(cell.id);
        if (!instance)
            continue;
        const auto color = measured.colors.find(cell.id);
        rows.push_back({cell.id, int(i) + 1, base::ObjectClass(cell.classId),
                        color == measured.colors.end() ? QColor() : color->second, cell.shape.equivalentDiameter,
                        cell.visibleFraction, instance->score, isReviewed(frame, *instance), instance->hidden});
    }
    return rows;
}

} // namespace blastoscope::ui
