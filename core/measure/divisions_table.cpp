// SPDX-License-Identifier: Apache-2.0
#include "core/measure/divisions_table.h"

#include <array>

#include "core/base/csv_text.h"

namespace blastoscope::measure {
namespace {

struct Row {
    const EmbryoMetrics* embryo;
    const DivisionMetrics* division;
};

std::string daughter(const Row& row, std::size_t place)
{
    const auto& daughters = row.division->daughters;
    return place < daughters.size() ? csvInteger(daughters[place]->id) : std::string();
}

constexpr const char* kNoTime = "times of the stack unknown";

const std::array kColumns = std::to_array<Column<Row>>({
    {{"schema_version", "", "version of these columns", ""}, [](const Row&) { return std::string(kSchemaVersion); }},
    {{"embryo_id", "", "random id unless another one was given", ""},
     [](const Row& r) { return base::csvText(r.embryo->stack->embryoId); }},
    {{"mother_track_id", "", "track_id of the cell that divides", ""},
     [](const Row& r) { return csvInteger(r.division->mother->id); }},
    {{"mother_generation", "", "divisions before it since the 1-cell embryo", "the 1-cell embryo was not tracked"},
     [](const Row& r) { return csvInteger(r.division->mother->generation); }},
    {{"n_daughters", "", "2, or 3 for a candidate of direct cleavage, which a person should look at", ""},
     [](const Row& r) { return csvInteger((long long)(r.division->daughters.size())); }},
    {{"daughter1_track_id", "", "track_id of a daughter", ""}, [](const Row& r) { return daughter(r, 0); }},
    {{"daughter2_track_id", "", "the same of another one", ""}, [](const Row& r) { return daughter(r, 1); }},
    {{"daughter3_track_id", "", "the same of a third one", "two daughters"},
     [](const Row& r) { return daughter(r, 2); }},
    {{"frame_index", "", "first frame with a daughter", ""},
     [](const Row& r) { return csvInteger(r.division->frame->frame->frameIndex); }},
    {{"time_h", "h", "time of that frame; the division lies after time_lo_h and not after it", kNoTime},
     [](const Row& r) { return csvNumber(r.division->frame->hours, 4); }},
    {{"time_lo_h", "h", "time of the last frame with the mother", kNoTime},
     [](const Row& r) { return csvNumber(r.division->before->hours, 4); }},
    {{"time_ref", "", "'hpi': hours since insemination; 'since_first_frame': hours since the first frame of the stack",
      "time_h is empty"},
     [](const Row& r) {
         return std::string(!r.division->frame->hours ? "" : r.embryo->stack->t0Hours ? "hpi" : "since_first_frame");
     }},
    {{"sister_asym", "",
      "|V1 - V2| / (V1 + V2) of the two daughters; V is the median sphere volume over all frames of a track",
      "three daughters"},
     [](const Row& r) { return csvNumber(r.division->sisterAsymmetry, 4); }},
    {{"mother_balance", "",
      "sum of V of the daughters / V of the mother; far from 1 (outside 0.80 to 1.15) masks or tracks are wrong", ""},
     [](const Row& r) { return csvNumber(r.division->motherBalance, 4); }},
});

} // namespace

std::string divisionsCsv(std::span<const EmbryoMetrics> embryos)
{
    std::vector<Row> rows;
    for (const EmbryoMetrics& embryo : embryos)
        for (const DivisionMetrics& division : embryo.divisions)
            rows.push_back({&embryo, &division});
    return csvTable<Row>(kColumns, rows);
}

std::vector<ColumnInfo> divisionsColumns()
{
    return infosOf<Row>(kColumns);
}

} // namespace blastoscope::measure
