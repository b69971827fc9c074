// SPDX-License-Identifier: Apache-2.0
#include "core/measure/embryos_table.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "core/annotation/persons_work.h"
#include "core/base/csv_text.h"

namespace blastoscope::measure {
namespace {

using Row = EmbryoMetrics;

constexpr const char* kNotReached =
    "not seen to be reached: too few cells, so many in the first frame already, or times "
    "unknown";
constexpr const char* kNoInterval = "one of the times is empty";
constexpr const char* kNoStage = "no frame with so many cells";
constexpr const char* kNotSeen = "not seen to be reached";
constexpr const char* kNoDivision = "these divisions were not tracked from the 1-cell embryo on";

template<int Cells>
const CellStage& stage(const Row& row)
{
    return row.stages[Cells];
}

template<int Cells>
std::string time(const Row& row)
{
    return csvNumber(stage<Cells>(row).hours(), 4);
}

template<int Cells>
std::string timeBefore(const Row& row)
{
    return csvNumber(stage<Cells>(row).before ? stage<Cells>(row).before->hours : std::nullopt, 4);
}

template<int Cells>
std::string timeFrame(const Row& row)
{
    const MeasuredFrame* frame = stage<Cells>(row).reached;
    return frame ? csvInteger(frame->frame->frameIndex) : std::string();
}

/// A time is a person's when a person looked at both frames that it lies between.
template<int Cells>
std::string timeSource(const Row& row)
{
    const CellStage& s = stage<Cells>(row);
    if (!s.reached)
        return {};
    const auto isReviewed = [](const MeasuredFrame* frame) {
        return annotation::isReviewed(frame->frame->annotation.review);
    };
    return isReviewed(s.reached) && isReviewed(s.before) ? "human" : "model";
}

template<int Later, int Earlier>
std::string interval(const Row& row)
{
    const auto to = stage<Later>(row).hours(), from = stage<Earlier>(row).hours();
    return to && from ? csvNumber(*to - *from, 4) : std::string();
}

template<int Cells>
std::string evenness(const Row& row)
{
    return csvNumber(stage<Cells>(row).stageCvVolumePercent, 2);
}

template<int Cells>
std::string fragments(const Row& row)
{
    return csvNumber(stage<Cells>(row).fragmentAreaPercent, 2);
}

template<int Cells>
std::string firstFrame(const Row& row)
{
    return stage<Cells>(row).first ? csvInteger(stage<Cells>(row).first->frame->frameIndex) : std::string();
}

template<int Cells>
std::string lastFrame(const Row& row)
{
    return stage<Cells>(row).last ? csvInteger(stage<Cells>(row).last->frame->frameIndex) : std::string();
}

/// 1 when a cell of that generation divided into three, 0 when all divided into two, else nothing.
template<int Generation>
std::string directCleavage(const Row& row)
{
    int cells = 0;
    for (const DivisionMetrics& division : row.divisions) {
        if (division.mother->generation != Generation)
            continue;
        if (division.daughters.size() > 2)
            return csvFlag(true);
        ++cells;
    }
    return cells == 1 << Generation ? csvFlag(false) : std::string();
}

std::string fusions(const Row& row)
{
    return row.fusions ? csvInteger(*row.fusions) : std::string();
}

bool hasTimes(const Row& row)
{
    return std::any_of(row.stages.begin(), row.stages.end(), [](const CellStage& s) { return s.hours().has_value(); });
}

/// Builds the columns; keeps the texts that depend on the number of cells.
class Columns {
public:
    Columns()
    {
        addEmbryo();
        addTime<2>();
        addTime<3>();
        addTime<4>();
        addTime<5>();
        addTime<6>();
        addTime<7>();
        addTime<8>();
        addTime<9>();
        add("cc2_h", "h", "t3_h - t2_h", kNoInterval, interval<3, 2>);
        add("ecc2_h", "h", "t4_h - t2_h", kNoInterval, interval<4, 2>);
        add("s2_h", "h", "t4_h - t3_h", kNoInterval, interval<4, 3>);
        add("cc3_t5_t3_h", "h", "t5_h - t3_h", kNoInterval, interval<5, 3>);
        add("ecc3_h", "h", "t8_h - t4_h", kNoInterval, interval<8, 4>);
        add("s3_h", "h", "t8_h - t5_h", kNoInterval, interval<8, 5>);
        addStage<2>();
        addStage<4>();
        addStage<8>();
        addCandidates();
    }

    const std::vector<Column<Row>>& all() const { return m_columns; }

private:
    void add(std::string name, const char* unit, std::string formula, const char* missing,
             std::string (*field)(const Row&))
    {
        m_columns.push_back({{keep(std::move(name)), unit, keep(std::move(formula)), missing}, field});
    }

    const char* keep(std::string text) { return m_texts.emplace_back(std::move(text)).c_str(); }

    void addEmbryo()
    {
        add("schema_version", "", "version of these columns", "",
            [](const Row&) { return std::string(kSchemaVersion); });
        add("embryo_id", "", "random id unless another one was given", "",
            [](const Row& r) { return base::csvText(r.stack->embryoId); });
        add("insemination_method", "", "IVF or ICSI", "unknown",
            [](const Row& r) { return base::csvText(r.stack->insemination); });
        add("t0_known", "", "1: the time of insemination is known", "",
            [](const Row& r) { return csvFlag(r.stack->t0Hours.has_value()); });
        add("time_ref", "",
            "of all times here; 'hpi': hours since insemination; 'since_first_frame': hours since the first frame of "
            "the stack",
            "no time here", [](const Row& r) {
                return std::string(!hasTimes(r) ? "" : r.stack->t0Hours ? "hpi" : "since_first_frame");
            });
        add("frame_interval_median_h", "h", "median of dt_prev_h", "times of the stack unknown, or one frame",
            [](const Row& r) { return csvNumber(r.medianFrameHours, 4); });
        add("n_frames", "", "exported frames", "", [](const Row& r) { return csvInteger((long long)(r.frames)); });
        add("px_size_um", "um", "edge length of a pixel", "pixel size unknown",
            [](const Row& r) { return csvNumber(r.stack->umPerPixel, 6); });
        add("px_size_source", "", "file, user or preset", "pixel size unknown",
            [](const Row& r) { return r.stack->umPerPixel ? base::csvText(r.stack->pixelSizeSource) : std::string(); });
    }

    template<int Cells>
    void addTime()
    {
        const std::string n = std::to_string(Cells), t = "t" + n;
        add(t + "_h", "h",
            "time of the first frame with n_cells >= " + n +
                " that begins a row of such frames (settings: sustained_frames); the moment itself lies after " + t +
                "_lo_h and not after this",
            kNotReached, time<Cells>);
        add(t + "_lo_h", "h", "time of the last looked-at frame before it", kNotReached, timeBefore<Cells>);
        add(t + "_frame_index", "", "frame_index of the frame of " + t + "_h", kNotSeen, timeFrame<Cells>);
        add(t + "_source", "", "'human': a person reviewed both frames; 'model' otherwise", kNotSeen,
            timeSource<Cells>);
    }

    template<int Cells>
    void addStage()
    {
        const std::string n = std::to_string(Cells);
        add("even" + n + "_stage_cv_pct", "%",
            "median of stage_cv_volume_pct over the frames with exactly " + n +
                " cells, from where so many are reached until one more is",
            kNoStage, evenness<Cells>);
        add("frag" + n + "_area_pct", "%", "median of frag_area_pct over the same frames", kNoStage, fragments<Cells>);
        add("stage" + n + "_first_frame_index", "", "first of these frames", kNoStage, firstFrame<Cells>);
        add("stage" + n + "_last_frame_index", "", "last of these frames", kNoStage, lastFrame<Cells>);
    }

    void addCandidates()
    {
        add("dc1_candidate", "",
            "1: the 1-cell embryo divided into three by its tracks; 0: into two. A person should look", kNoDivision,
            directCleavage<0>);
        add("dc2_candidate", "", "1: one of its daughters divided into three; 0: both into two", kNoDivision,
            directCleavage<1>);
        add("rc_candidate_count", "",
            "reverse cleavage: how often two cells seem to have flowed together, and stayed so. A person should look",
            "nothing is tracked", fusions);
        add("confirmed_by_human", "", "1: a person accepted or corrected all exported frames except rejected ones", "",
            [](const Row& r) { return csvFlag(r.reviewed); });
        add("intended_use", "", "what these numbers are for", "",
            [](const Row&) { return std::string("For research use only"); });
    }

    std::deque<std::string> m_texts; ///< their addresses stay
    std::vector<Column<Row>> m_columns;
};

const std::vector<Column<Row>>& columns()
{
    static const Columns columns;
    return columns.all();
}

} // namespace

std::string embryosCsv(std::span<const EmbryoMetrics> embryos)
{
    return csvTable<Row>(columns(), std::vector<Row>(embryos.begin(), embryos.end()));
}

std::vector<ColumnInfo> embryosColumns()
{
    return infosOf<Row>(columns());
}

} // namespace blastoscope::measure
