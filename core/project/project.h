// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/annotation/edit.h"
#include "core/base/error.h"
#include "core/project/audit_report.h"
#include "core/project/owner_file.h"
#include "core/project/project_types.h"

namespace blastoscope::project {

class Database;

/// Who opens a project and how.
struct ProjectOptions {
    Author author;
    std::string appVersion;
    bool readOnly = false;
    bool takeOver = true; ///< from an owner on another workstation who is too long silent; see OwnerFile
    std::optional<bool> networkDrive = std::nullopt; ///< for tests; otherwise the system says it
};

/// One project file that is open. Belongs to one thread at a time; every function may block for the drive. A function
/// that succeeded has put its change on the disk (COMMIT); one that failed has changed nothing. Failures beyond those
/// named: Io (disk full, drive gone), Corrupt (damage met on the way), PermissionDenied (read-only project).
class Project {
public:
    /// A new file that holds nothing; what was there is kept as "NAME.bak". Fails with PermissionDenied when somebody
    /// has the project there open.
    static base::Result<std::unique_ptr<Project>> create(const std::filesystem::path& file,
                                                         const ProjectOptions& options);
    /// Fails with NotFound, with Corrupt for a damaged or foreign file (it is left as it is), and with
    /// PermissionDenied when somebody else has it open for writing: the message says who. An older file is brought up
    /// to date after a copy was made; one of a newer version opens read-only, see notice().
    static base::Result<std::unique_ptr<Project>> open(const std::filesystem::path& file,
                                                       const ProjectOptions& options);
    ~Project();
    Project(const Project&) = delete;
    Project& operator=(const Project&) = delete;

    const std::filesystem::path& file() const { return m_file; }
    bool isReadOnly() const { return m_readOnly; }
    /// What a person should know about how it was opened; empty when there is nothing to say.
    const std::string& notice() const { return m_notice; }
    /// Another person goes on; the audit trail notes the name.
    base::Status setAuthor(const Author& author);

    base::Result<std::vector<StackRecord>> stacks();
    /// `record.key` is set by the project, an empty uid is drawn. Fails with InvalidArgument for a known uid.
    base::Result<StackKey> addStack(StackRecord record);
    /// Calibration, times, place, fingerprint and content hash of a stack; NotFound for an unknown key.
    base::Status updateStack(const StackRecord& record);
    /// Deletes everything about the stack; the audit trail keeps a tombstone with `reason` and still verifies. Then the
    /// file is written anew so that nothing of it remains there; when that fails, which is logged, unused pages may
    /// hold it until the next deletion. An unknown key is deleted already. Copies of the file ("NAME.bak") are not
    /// touched.
    base::Status removeStack(StackKey key, const std::string& reason);
    /// Name and version of a model that is known by its hash.
    base::Status nameModel(const ModelReference& model);

    /// What StackDocument::restore() takes. Fails with NotFound for an unknown key.
    base::Result<annotation::StoredDocument> readDocument(StackKey key);
    /// What StackDocument::supplyStep() takes. Fails with NotFound.
    base::Result<std::vector<std::string>> readStep(StackKey key, annotation::StepId id);
    /// Writes edits of one stack in one transaction.
    base::Status commit(StackKey key, std::span<const annotation::Edit> edits);
    base::Status commit(StackKey key, const annotation::Edit& edit) { return commit(key, {&edit, 1}); }

    /// A copy of everything at another place, with the paths of the stacks as seen from there; what was there is kept
    /// as "NAME.bak". This project stays as it is.
    base::Status copyTo(const std::filesystem::path& file);
    /// Says on a network drive that the project is still in use; call it about once a minute.
    base::Status renewOwner();

    base::Result<ProjectSummary> summary();
    base::Result<AuditReport> verifyAudit();
    /// The audit trail from its first row on.
    base::Result<std::vector<AuditRow>> auditRows();
    /// The same as CSV.
    base::Result<std::string> auditCsv();

private:
    Project(std::filesystem::path file, ProjectOptions options);

    base::Status begin();
    base::Status beginTrail();
    base::Status update();
    base::Status checkWritable() const;
    template<typename Work>
    base::Status change(Work work);
    base::Result<StackRecord> record(StackKey key);

    std::filesystem::path m_file;
    ProjectOptions m_options;
    bool m_readOnly = false;
    bool m_networkDrive = false;
    std::string m_notice;
    std::optional<OwnerFile> m_owner;
    std::unique_ptr<Database> m_database;
};

} // namespace blastoscope::project
