// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace blastoscope::measure {

/// Version of the columns; the first field of every row.
inline constexpr const char* kSchemaVersion = "1";

/// What a column holds, for the dictionary in the manifest.
struct ColumnInfo {
    const char* name;    ///< ASCII, snake_case, ends in the unit
    const char* unit;    ///< "" when there is none
    const char* formula; ///< definition, in words or as a formula of other columns
    const char* missing; ///< when the field is empty; "" when it never is
};

/// A column of a table with one `Row` per line.
template<typename Row>
struct Column {
    ColumnInfo info;
    std::string (*field)(const Row& row); ///< ready to be written
};

/// The fields below are locale-independent; a value that is missing or not finite is an empty field. Texts go through
/// base::csvText().
std::string csvNumber(std::optional<double> value, int decimals);
std::string csvInteger(std::optional<long long> value);
std::string csvFlag(bool value); ///< 0 or 1

/// The header and all rows: comma, LF, UTF-8.
template<typename Row>
std::string csvTable(std::span<const Column<Row>> columns, const std::vector<Row>& rows)
{
    std::string out;
    for (std::size_t c = 0; c < columns.size(); ++c)
        out.append(c ? "," : "").append(columns[c].info.name);
    out += '\n';
    for (const Row& row : rows) {
        for (std::size_t c = 0; c < columns.size(); ++c)
            out.append(c ? "," : "").append(columns[c].field(row));
        out += '\n';
    }
    return out;
}

/// The dictionary of a table, in the order of its columns.
template<typename Row>
std::vector<ColumnInfo> infosOf(std::span<const Column<Row>> columns)
{
    std::vector<ColumnInfo> infos;
    for (const Column<Row>& column : columns)
        infos.push_back(column.info);
    return infos;
}

} // namespace blastoscope::measure
