// SPDX-License-Identifier: Apache-2.0
#include "core/project/damaged_rows.h"

#include <set>

#include <sqlite3.h>

namespace blastoscope::project {
namespace {

constexpr std::int64_t kLastKey = std::int64_t(1) << 40;
constexpr int kSmallSteps = 500; ///< key by key behind a gap, then twice as far each time

} // namespace

const std::vector<Table>& projectTables()
{
    static const std::vector<Table> all = {
        {"meta", "id", {"key", "value"}},
        {"model", "id", {"sha256", "name", "version"}},
        {"stack",
         "id",
         {"uid", "path", "files", "size", "modified", "edges", "sha256", "frames", "width", "height", "um_per_px",
          "calibration_source", "t0_hours", "insemination"}},
        {"frame", "id", {"stack", "number", "width", "height", "review", "segmented", "next_id", "sha256"}},
        {"instance",
         "id",
         {"frame", "place", "number", "class", "score", "origin", "model", "track", "locked", "hidden", "uncertain",
          "amodal", "visible", "own_name"}},
        {"depth", "id", {"frame", "place", "nearer", "farther"}},
        {"qc_flag", "id", {"frame", "place", "flag"}},
        {"step", "id", {"stack", "number", "kind", "run", "undone", "position", "change_count"}},
        {"change", "id", {"step", "place", "frame", "content"}},
        {"author", "id", {"uid", "account", "name", "workstation"}},
        {"audit",
         "seq",
         {"ts_utc", "author", "app_version", "action", "object_type", "object_id", "field", "old_value", "new_value",
          "reason", "origin", "model_sha256", "prev_hash", "row_hash"}}};
    return all;
}

std::string columnList(const Table& table)
{
    std::string list = table.key;
    for (const char* column : table.columns)
        list += std::string(", \"") + column + '"';
    return list;
}

Table presentPart(SQLite::Database& database, Table table)
{
    std::set<std::string> present;
    SQLite::Statement column(database, "SELECT name FROM pragma_table_info(?)");
    column.bind(1, table.name);
    while (column.executeStep())
        present.insert(column.getColumn(0).getString());
    std::erase_if(table.columns, [&](const char* name) { return !present.contains(name); });
    return table;
}

DamagedRows::DamagedRows(SQLite::Database& database, const Table& table)
    : m_statement(database, "SELECT " + columnList(table) + " FROM \"" + table.name + "\" NOT INDEXED WHERE " +
                                table.key + " >= ? ORDER BY " + table.key)
{
}

int DamagedRows::read(const Row& take)
{
    int gaps = 0;
    int attempts = 0;
    std::int64_t from = 0;
    std::int64_t step = 1;
    while (from < kLastKey) {
        std::int64_t next = from;
        if (readFrom(from, next, take))
            return gaps;
        if (next > from || gaps == 0) {
            ++gaps;
            attempts = 0;
            step = 1;
        }
        from = next + step;
        if (++attempts > kSmallSteps)
            step *= 2;
    }
    return gaps;
}

/// True when the end was reached; otherwise `next` is behind the last row that was read.
bool DamagedRows::readFrom(std::int64_t from, std::int64_t& next, const Row& take)
{
    m_statement.tryReset();
    m_statement.bind(1, from);
    for (;;) {
        const int status = m_statement.tryExecuteStep();
        if (status == SQLITE_DONE)
            return true;
        if (status != SQLITE_ROW)
            return false;
        next = m_statement.getColumn(0).getInt64() + 1;
        take(m_statement);
    }
}

} // namespace blastoscope::project
