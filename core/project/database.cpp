// SPDX-License-Identifier: Apache-2.0
#include "core/project/database.h"

#include <sqlite3.h>

#include "core/base/log.h"

namespace blastoscope::project {
namespace {

constexpr int kBusyMilliseconds = 2000;

} // namespace

Database::Database(const std::string& source, int flags, std::string fileName)
    : m_fileName(std::move(fileName)), m_database(std::make_unique<SQLite::Database>(source, flags, kBusyMilliseconds))
{
}

SQLite::Statement& Database::statement(const char* sql)
{
    std::unique_ptr<SQLite::Statement>& statement = m_statements[sql];
    if (!statement)
        statement = std::make_unique<SQLite::Statement>(*m_database, sql);
    statement->tryReset();
    statement->clearBindings();
    return *statement;
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    try {
        m_database.run("ROLLBACK");
    } catch (const SQLite::Exception&) {
        base::logWarning("project", "an edit was rolled back by the database itself");
    }
}

void Transaction::commit()
{
    m_database.run("COMMIT");
    m_open = false;
}

base::Error errorOf(const SQLite::Exception& exception, const std::string& fileName)
{
    using base::ErrorCode;
    const std::string name = "The project \"" + fileName + "\"";
    const std::string detail = exception.what();
    switch (exception.getErrorCode()) {
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupt,
                name + " is damaged. \"blastoscope-cli project repair\" saves what is readable into a new file.",
                detail};
    case SQLITE_NOTADB: return {ErrorCode::Corrupt, name + " is not a project of Blastoscope.", detail};
    case SQLITE_FULL: return {ErrorCode::Io, name + " cannot grow: the disk is full.", detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::PermissionDenied, name + " is being written by another program. Try again in a moment.",
                detail};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {ErrorCode::PermissionDenied, name + " cannot be opened or written. May you write to its folder?",
                detail};
    case SQLITE_NOMEM: return {ErrorCode::OutOfMemory, "There is not enough memory to use the project.", detail};
    case SQLITE_IOERR:
        return {ErrorCode::Io, name + " could not be read or written. Is its drive still there?", detail};
    default: return {ErrorCode::Internal, name + " could not be used.", detail};
    }
}

} // namespace blastoscope::project
