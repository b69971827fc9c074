// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/measurement_tables.h"

#include <algorithm>
#include <initializer_list>

#include <QCoreApplication>

#include "core/annotation/object_names.h"
#include "core/annotation/persons_work.h"
#include "core/measure/measured_stack.h"
#include "ui/session/object_words.h"

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::MeasurementTables)
};

QVariant valueOr(const std::optional<double>& value, double factor = 1)
{
    return value ? QVariant(*value * factor) : QVariant();
}

QVariant valueOr(const std::optional<int>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QString classNameOf(const annotation::Instance& instance)
{
    if (const std::string own = annotation::ownNameOf(instance); !own.empty())
        return objectWord(own);
    switch (base::ObjectClass(instance.classId)) {
    case base::ObjectClass::Blastomere: return Texts::tr("blastomere");
    case base::ObjectClass::Fragment: return Texts::tr("fragment");
    case base::ObjectClass::PolarBody: return Texts::tr("polar body");
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
            instance ? classNameOf(*instance) : QString(),
            instance ? valueOr(instance->trackId) : QVariant(),
            valueOr(cell.parentTrackId),
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

/// Puts the entries of a row, or the columns of a table, together.
template<typename Entry>
class FrameTable {
public:
    explicit FrameTable(bool ofEmbryo) : m_ofEmbryo(ofEmbryo) {}
    void add(std::initializer_list<Entry> entries) { m_entries.insert(m_entries.end(), entries); }
    /// For what is known of embryos alone.
    void addIfEmbryo(std::initializer_list<Entry> entries)
    {
        if (m_ofEmbryo)
            add(entries);
    }
    std::vector<Entry> take() { return std::move(m_entries); }

private:
    bool m_ofEmbryo;
    std::vector<Entry> m_entries;
};

std::vector<QVariant> frameValues(const OpenStack& stack, int time, const measure::FrameMetrics& metrics, bool ofEmbryo)
{
    const double scale = stack.properties().umPerPixel.value_or(1);
    FrameTable<QVariant> row(ofEmbryo);
    row.add({time + 1, valueOr(stack.hoursAt(time)), metrics.cells});
    row.addIfEmbryo({metrics.fragments, valueOr(metrics.stageCvVolumePercent)});
    row.add({valueOr(metrics.cvVolumePercent), valueOr(metrics.cvDiameterPercent), valueOr(metrics.sizeRatio)});
    row.addIfEmbryo({valueOr(metrics.stageSizeRatio)});
    row.add({valueOr(metrics.sizeDifferencePercent), valueOr(metrics.meanDiameter, scale),
             valueOr(metrics.minDiameter, scale), valueOr(metrics.maxDiameter, scale),
             valueOr(metrics.totalCellVolume, scale * scale * scale)});
    row.addIfEmbryo({valueOr(metrics.fragmentAreaPercent)});
    row.add({metrics.silhouettePairs});
    return row.take();
}

/// Null for a frame that a person rejected, too.
const MeasuredFrame* measuredAt(const StackMetrics& metrics, int time)
{
    return measure::isRejected(metrics.stack().document().frame(time)) ? nullptr : metrics.at(time);
}

} // namespace

std::vector<MeasurementColumn> cellColumns(bool calibrated)
{
    const Units u(calibrated);
    return {
        {"frame_index", Texts::tr("Frame"), {}, Texts::tr("Position in the stack, from 1"), 0},
        {"time_h", Texts::tr("Time"), "h",
         Texts::tr("Hours since insemination if t0 is known, otherwise the stack's own time"), 2},
        {"cell_id", Texts::tr("No."), {}, Texts::tr("Number in the frame, as painted on the canvas"), 0},
        {"object_class",
         Texts::tr("Kind"),
         {},
         Texts::tr("Blastomere, fragment or polar body, or what the model calls it"),
         0},
        {"track_id",
         Texts::tr("Track"),
         {},
         Texts::tr("Number of the cell through time, the same from one division to the next; empty while it is not "
                   "tracked"),
         0},
        {"parent_track_id",
         Texts::tr("Mother"),
         {},
         Texts::tr("Track of the cell that divided into this one; empty where no division was seen"),
         0},
        {"eq_diameter_" + u.suffix, Texts::tr("Diameter"), u.length,
         Texts::tr("Diameter of the disc with the area of the whole silhouette"), 1},
        {"area_" + u.suffix + "2", Texts::tr("Area"), u.area,
         Texts::tr("Number of pixels of the whole silhouette, scaled"), 0},
        {"perimeter_" + u.suffix, Texts::tr("Perimeter"), u.length,
         Texts::tr("Length of the outline by Crofton's formula"), 1},
        {"circularity", Texts::tr("Circularity"), {}, Texts::tr("4π · area ÷ perimeter²; 1 for a disc"), 3},
        {"solidity",
         Texts::tr("Solidity"),
         {},
         Texts::tr("Share of the convex hull that belongs to the silhouette"),
         3},
        {"feret_max_" + u.suffix, Texts::tr("Longest"), u.length,
         Texts::tr("Greatest distance between parallel tangents"), 1},
        {"feret_min_" + u.suffix, Texts::tr("Narrowest"), u.length,
         Texts::tr("Smallest distance between parallel tangents"), 1},
        {"ellipse_major_" + u.suffix, Texts::tr("Major axis"), u.length,
         Texts::tr("Of the ellipse with the same moments"), 1},
        {"ellipse_minor_" + u.suffix, Texts::tr("Minor axis"), u.length,
         Texts::tr("Of the ellipse with the same moments"), 1},
        {"eccentricity", Texts::tr("Eccentricity"), {}, Texts::tr("Of that ellipse; 0 for a circle"), 3},
        {"orientation_deg", Texts::tr("Angle"), "°", Texts::tr("Of its major axis, from the horizontal upwards"), 0},
        {"volume_sphere_" + u.suffix + "3", Texts::tr("Volume"), u.volume,
         Texts::tr("Of the sphere with the equivalent diameter"), 0},
        {"visible_fraction", Texts::tr("Visible"), "%",
         Texts::tr("Visible part of the whole area; empty where it is not known who covers whom"), 0},
        {"touches_border",
         Texts::tr("At border"),
         {},
         Texts::tr("The silhouette reaches the border: all sizes are too small"),
         0},
        {"confidence", Texts::tr("Confidence"), "%", Texts::tr("What the model gave; empty for drawn ones"), 0},
    };
}

std::vector<MeasurementRow> cellRows(const StackMetrics& metrics)
{
    std::vector<MeasurementRow> rows;
    const OpenStack& stack = metrics.stack();
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        const MeasuredFrame* measured = measuredAt(metrics, time);
        if (!measured)
            continue;
        const annotation::FrameAnnotation& frame = stack.document().frame(time);
        for (std::size_t i = 0; i < measured->metrics.instances.size(); ++i) {
            const measure::InstanceMetrics& cell = measured->metrics.instances[i];
            const annotation::Instance* instance = frame.find(cell.id);
            rows.push_back(
                {time, cell.id, instance && isReviewed(frame, *instance), cellValues(stack, frame, time, i, cell)});
        }
    }
    return rows;
}

std::vector<MeasurementColumn> frameColumns(bool calibrated, const std::string& ownName)
{
    const Units u(calibrated);
    FrameTable<MeasurementColumn> table(ownName.empty());
    table.add({{"frame_index", Texts::tr("Frame"), {}, Texts::tr("Position in the stack, from 1"), 0},
               {"time_h", Texts::tr("Time"), "h",
                Texts::tr("Hours since insemination if t0 is known, otherwise the stack's own time"), 2},
               {"n_cells",
                ownName.empty() ? Texts::tr("Cells") : objectsTitle(ownName),
                {},
                ownName.empty() ? Texts::tr("Counted blastomeres") : Texts::tr("Counted objects"),
                0}});
    table.addIfEmbryo(
        {{"n_fragments", Texts::tr("Fragments"), {}, Texts::tr("Counted fragments"), 0},
         {"stage_cv_volume_pct", Texts::tr("Evenness"), "%",
          Texts::tr("Stage-aware spread: CV of V · 2^generation; 0 for a perfectly even embryo at every count"), 1}});
    table.add({{"cv_volume_pct", Texts::tr("Volume CV"), "%",
                Texts::tr("Plain spread of the volumes: standard deviation ÷ mean"), 1},
               {"cv_diameter_pct", Texts::tr("Diameter CV"), "%",
                Texts::tr("Plain spread of the diameters: standard deviation ÷ mean"), 1},
               {"size_ratio_min_max",
                Texts::tr("Smallest ÷ largest"),
                {},
                ownName.empty() ? Texts::tr("d min ÷ d max over all cells") : Texts::tr("d min ÷ d max"),
                2}});
    table.addIfEmbryo({{"stage_size_ratio",
                        Texts::tr("Within generation"),
                        {},
                        Texts::tr("Smallest d min ÷ d max within one generation"),
                        2}});
    table.add(
        {{"size_diff_pct", Texts::tr("Difference"), "%", Texts::tr("100 · (d max − d min) ÷ d max"), 1},
         {"mean_eq_diameter_" + u.suffix, Texts::tr("Mean diameter"), u.length,
          ownName.empty() ? Texts::tr("Mean equivalent diameter of the cells") : Texts::tr("Mean equivalent diameter"),
          1},
         {"min_eq_diameter_" + u.suffix, Texts::tr("Smallest"), u.length, Texts::tr("Smallest equivalent diameter"), 1},
         {"max_eq_diameter_" + u.suffix, Texts::tr("Largest"), u.length, Texts::tr("Largest equivalent diameter"), 1},
         {"total_cell_volume_" + u.suffix + "3", Texts::tr("Total volume"), u.volume,
          Texts::tr("Sum of the sphere volumes"), 0}});
    table.addIfEmbryo({{"frag_area_pct", Texts::tr("Fragment area"), "%",
                        Texts::tr("Of the area that cells and fragments cover together"), 1}});
    table.add({{"silhouette_pairs",
                Texts::tr("Pairs"),
                {},
                ownName.empty() ? Texts::tr("Pairs of cells whose silhouettes overlap; not contacts")
                                : Texts::tr("Pairs of objects whose silhouettes overlap; not contacts"),
                0}});
    return table.take();
}

std::vector<MeasurementRow> frameRows(const StackMetrics& metrics, const std::string& ownName)
{
    std::vector<MeasurementRow> rows;
    const OpenStack& stack = metrics.stack();
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        if (const MeasuredFrame* measured = measuredAt(metrics, time)) {
            const annotation::FrameAnnotation& frame = stack.document().frame(time);
            const bool reviewed = std::all_of(frame.instances.begin(), frame.instances.end(),
                                              [&](const auto& instance) { return isReviewed(frame, instance); });
            rows.push_back({time, 0, reviewed, frameValues(stack, time, measured->metrics, ownName.empty())});
        }
    }
    return rows;
}

StackSeries seriesOf(const StackMetrics& metrics)
{
    const OpenStack& stack = metrics.stack();
    const double scale = stack.properties().umPerPixel.value_or(1);
    StackSeries series;
    series.frameCount = stack.document().frameCount();
    series.calibrated = stack.properties().umPerPixel.has_value();
    if (const std::string own = annotation::sharedNameOf(stack.document()); !own.empty())
        series.objects = objectsTitle(own);
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        series.hours.push_back(stack.hoursAt(time));
        const MeasuredFrame* measured = measuredAt(metrics, time);
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
    const StackTracks& tracks = *stack.lineage().tracks();
    for (const auto& [id, track] : tracks.lineage) {
        TrackSeries& line = series.tracks.emplace_back();
        line.id = id;
        line.mother = track.mother;
        line.color = tracks.colors.at(id);
        for (const tracking::TrackPoint& point : track.points)
            line.cells.push_back({point.frame, point.cell});
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
        const std::string own = annotation::ownNameOf(*instance);
        rows.push_back({cell.id, int(i) + 1, base::ObjectClass(cell.classId),
                        color == measured.colors.end() ? QColor() : color->second, cell.shape.equivalentDiameter,
                        cell.visibleFraction, instance->score, isReviewed(frame, *instance), instance->hidden,
                        own.empty() ? QString() : objectTitle(own), instance->trackId});
    }
    return rows;
}

} // namespace blastoscope::ui
