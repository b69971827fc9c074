// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/base/error.h"

/// SQLite behind a wall: included by the .cpp files of core/project alone.
namespace blastoscope::project {

/// Bytes to bind as they are, not as text.
struct Blob {
    std::string_view bytes;
};

/// One connection. Its functions throw SQLite::Exception; guard() turns what leaves a whole operation into an error.
class Database {
public:
    Database(const std::filesystem::path& file, int flags) : Database(file.string(), flags, file.filename().string()) {}
    /// `source` as SQLite takes it.
    Database(const std::string& source, int flags, std::string fileName);

    /// The name for messages.
    const std::string& fileName() const { return m_fileName; }
    void run(const char* sql) { m_database->exec(sql); }
    std::int64_t number(const char* sql) { return m_database->execAndGet(sql).getInt64(); }
    std::string text(const char* sql) { return m_database->execAndGet(sql).getString(); }
    bool hasTable(const char* name) { return m_database->tableExists(name); }
    std::int64_t lastRowId() const { return m_database->getLastInsertRowid(); }
    SQLite::Database& connection() { return *m_database; }

private:
    friend class Query;
    SQLite::Statement& statement(const char* sql);

    std::string m_fileName;
    std::unique_ptr<SQLite::Database> m_database;
    std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_statements; ///< prepared once
};

/// One use of a prepared statement; `sql` must be a literal, it names the statement. Columns count from 0.
class Query {
public:
    template<typename... Values>
    Query(Database& database, const char* sql, const Values&... values) : m_statement(database.statement(sql))
    {
        (bind(values), ...);
    }
    ~Query() { m_statement.tryReset(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool next() { return m_statement.executeStep(); }
    void run() { m_statement.exec(); }

    bool isNull(int column) const { return m_statement.getColumn(column).isNull(); }
    std::int64_t number(int column) const { return m_statement.getColumn(column).getInt64(); }
    int integer(int column) const { return m_statement.getColumn(column).getInt(); }
    bool flag(int column) const { return integer(column) != 0; }
    double real(int column) const { return m_statement.getColumn(column).getDouble(); }
    std::string text(int column) const { return m_statement.getColumn(column).getString(); }
    std::optional<double> optionalReal(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(real(column));
    }
    std::optional<int> optionalInteger(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(integer(column));
    }

private:
    void bind(std::int64_t value) { m_statement.bind(++m_bound, value); }
    void bind(int value) { m_statement.bind(++m_bound, std::int64_t(value)); }
    void bind(std::size_t value) { m_statement.bind(++m_bound, std::int64_t(value)); }
    void bind(bool value) { m_statement.bind(++m_bound, value ? 1 : 0); }
    void bind(double value) { m_statement.bind(++m_bound, value); }
    void bind(const std::string& value) { m_statement.bind(++m_bound, value); }
    void bind(const char* value) { m_statement.bind(++m_bound, value); }
    void bind(Blob blob) { m_statement.bind(++m_bound, blob.bytes.data(), int(blob.bytes.size())); }
    template<typename T>
    void bind(const std::optional<T>& value)
    {
        if (value)
            bind(*value);
        else
            m_statement.bind(++m_bound);
    }

    SQLite::Statement& m_statement;
    int m_bound = 0;
};

/// A transaction that takes the write lock at once and is rolled back unless commit() was reached.
class Transaction {
public:
    explicit Transaction(Database& database) : m_database(database) { m_database.run("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

/// What an exception of SQLite means to a person.
base::Error errorOf(const SQLite::Exception& exception, const std::string& fileName);

/// Runs `work`, which returns a base::Result; what it throws becomes an error.
template<typename Work>
auto guard(const std::string& fileName, Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(errorOf(exception, fileName));
    } catch (const std::filesystem::filesystem_error& exception) {
        return base::fail(base::ErrorCode::Io, "The project \"" + fileName + "\" could not be used.", exception.what());
    }
}

} // namespace blastoscope::project
