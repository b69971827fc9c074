// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

namespace blastoscope::project {

/// A table of the project file with its columns.
struct Table {
    const char* name;
    const char* key; ///< the integer key
    std::vector<const char*> columns;
};

/// All tables of the current version.
const std::vector<Table>& projectTables();
/// The key and all columns, for SQL.
std::string columnList(const Table& table);
/// The table as far as that file has it: an older version knew fewer columns.
Table presentPart(SQLite::Database& database, Table table);

/// Reads the rows of a damaged table in the order of their keys, without its indices, and behind a place that cannot be
/// read goes on as soon as it can. Throws SQLite::Exception when the table cannot be used at all.
class DamagedRows {
public:
    using Row = std::function<void(SQLite::Statement& row)>;

    DamagedRows(SQLite::Database& database, const Table& table);

    /// Calls `take` for each row, the key in column 0. Returns how many places could not be read.
    int read(const Row& take);

private:
    bool readFrom(std::int64_t from, std::int64_t& next, const Row& take);

    SQLite::Statement m_statement;
};

} // namespace blastoscope::project
