// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/project/audit_report.h"
#include "core/project/database.h"
#include "core/project/project_types.h"

namespace blastoscope::project {

/// One thing that was done. Holds random ids, hashes of content and plain settings, never a name or a path, so that the
/// trail stays whole when the data it speaks of are deleted.
struct AuditEntry {
    std::string action = {};     ///< e.g. "reshape_instance", "undo add_instance", "stack_removed"
    std::string objectType = {}; ///< project, stack, frame or author
    std::string objectId = {};   ///< random id of the stack, then frame number: "3fd0…/41"
    std::string field = {};      ///< "content", followed by the objects concerned when it was not the frame as a whole
    std::string before = {};
    std::string after = {};
    std::string origin = "human"; ///< human, model, import or program
    std::string modelSha256 = {};
    std::string reason = {};
};

/// The append-only rows of a project: each hash covers the row and the hash of the one before. Functions throw
/// SQLite::Exception.
class AuditTrail {
public:
    AuditTrail(Database& database, std::string appVersion) : m_database(database), m_appVersion(std::move(appVersion))
    {
    }

    /// Who does what follows; noted once.
    void setAuthor(const Author& author);
    void append(const AuditEntry& entry);
    /// Rows for all frames whose content is not what the trail told last; `action` says why.
    void reconcile(const std::string& action);

    /// Checks every hash, that no row is missing, and that the annotations are those the trail tells of.
    static AuditReport verify(Database& database);
    /// All rows with the names of people and models.
    static std::vector<AuditRow> rows(Database& database);
    /// The same as a table: comma, LF, UTF-8, RFC 4180.
    static std::string toCsv(Database& database);

private:
    Database& m_database;
    std::string m_appVersion;
    std::string m_author; ///< random id
};

} // namespace blastoscope::project
