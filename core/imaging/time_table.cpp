// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/time_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "core/base/text.h"

namespace blastoscope::imaging {
namespace {

using Row = std::vector<std::string>;

std::string unquoted(std::string_view field)
{
    field = base::trimmed(field);
    if (field.size() >= 2 && field.front() == '"' && field.back() == '"')
        field = field.substr(1, field.size() - 2);
    return std::string(base::trimmed(field));
}

char separatorOf(std::string_view firstLine)
{
    for (const char candidate : {';', '\t'})
        if (firstLine.find(candidate) != std::string_view::npos)
            return candidate;
    return ',';
}

std::vector<Row> parseRows(std::string_view text, char& separator)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    separator = separatorOf(text.substr(0, text.find('\n')));
    std::vector<Row> rows;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = base::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty())
            continue;
        Row row;
        for (std::size_t cut = line.find(separator); cut != std::string_view::npos; cut = line.find(separator)) {
            row.push_back(unquoted(line.substr(0, cut)));
            line.remove_prefix(cut + 1);
        }
        row.push_back(unquoted(line));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::optional<std::size_t> columnNamed(const Row& header, std::string_view name)
{
    for (std::size_t i = 0; i < header.size(); ++i)
        if (base::toLower(header[i]) == name)
            return i;
    return std::nullopt;
}

std::optional<double> hoursOf(const Row& row, std::size_t column, char separator)
{
    if (column >= row.size())
        return std::nullopt;
    std::string text = row[column];
    if (separator != ',')
        std::replace(text.begin(), text.end(), ',', '.');
    return base::parseDouble(text);
}

void warnAboutSteps(StackInfo& info)
{
    std::vector<double> known;
    for (const auto& hours : info.timeHours)
        if (hours)
            known.push_back(*hours);
    if (known.size() < info.timeHours.size())
        info.warnings.push_back("The time table has no readable time for " +
                                std::to_string(info.timeHours.size() - known.size()) + " frames.");
    if (!std::is_sorted(known.begin(), known.end()))
        info.warnings.push_back("The times of the time table do not always rise.");
    if (known.size() < 3)
        return;
    constexpr double kTolerance = 1e-6;
    const double step = known[1] - known[0];
    for (std::size_t i = 2; i < known.size(); ++i)
        if (std::abs(known[i] - known[i - 1] - step) > kTolerance)
            return;
    info.warnings.push_back("The time table has an exactly constant step of " + base::formatNumber(step) +
                            " h: the times look computed, not measured.");
}

/// The times of the frames found by their RUN number; false when a frame has none in the table.
bool assignByRun(const TimeTable& table, StackInfo& info)
{
    if (!table.hasRuns || info.runNumbers.empty())
        return false;
    std::map<int, std::optional<double>> hoursOfRun;
    for (std::size_t i = 0; i < table.runs.size(); ++i)
        if (table.runs[i])
            hoursOfRun.emplace(*table.runs[i], table.hours[i]);
    std::vector<std::optional<double>> hours;
    for (const auto& run : info.runNumbers) {
        const auto found = run ? hoursOfRun.find(*run) : hoursOfRun.end();
        if (found == hoursOfRun.end())
            return false;
        hours.push_back(found->second);
    }
    info.timeHours = std::move(hours);
    return true;
}

} // namespace

base::Result<TimeTable> parseTimeTable(std::string_view text)
{
    char separator = ',';
    std::vector<Row> rows = parseRows(text, separator);
    if (rows.empty())
        return base::fail(base::ErrorCode::Corrupt, "The time table is empty.");
    std::size_t timeColumn = 1;
    std::optional<std::size_t> runColumn;
    const bool hasHeader = !hoursOf(rows.front(), 1, separator);
    if (hasHeader) {
        timeColumn = columnNamed(rows.front(), "time").value_or(1);
        runColumn = columnNamed(rows.front(), "run");
        if (timeColumn >= rows.front().size())
            return base::fail(base::ErrorCode::Corrupt, "The time table has no column \"time\".");
        rows.erase(rows.begin());
    }
    TimeTable table;
    table.hasRuns = runColumn.has_value();
    for (const Row& row : rows) {
        table.hours.push_back(hoursOf(row, timeColumn, separator));
        table.runs.push_back(runColumn && *runColumn < row.size() ? base::parseInt(row[*runColumn]) : std::nullopt);
    }
    return table;
}

void assignTimes(const TimeTable& table, StackInfo& info)
{
    info.timeHours.assign(std::size_t(info.times), std::nullopt);
    info.timeSource = TimeSource::Unknown;
    if (!assignByRun(table, info)) {
        if (table.hours.size() != std::size_t(info.times)) {
            info.warnings.push_back("The time table has " + std::to_string(table.hours.size()) +
                                    " rows but there are " + std::to_string(info.times) +
                                    " images: they cannot be paired, so the times stay unknown.");
            return;
        }
        info.timeHours = table.hours;
    }
    info.timeSource = TimeSource::Table;
    warnAboutSteps(info);
}

std::vector<Phase> parsePhases(std::string_view text)
{
    char separator = ',';
    std::vector<Phase> phases;
    for (const Row& row : parseRows(text, separator)) {
        const auto first = row.size() >= 3 ? base::parseInt(row[1]) : std::nullopt;
        const auto last = row.size() >= 3 ? base::parseInt(row[2]) : std::nullopt;
        if (first && last)
            phases.push_back({row[0], *first, *last});
    }
    return phases;
}

} // namespace blastoscope::imaging
