// SPDX-License-Identifier: Apache-2.0
#include "core/project/project.h"

#include <algorithm>
#include <utility>

#include <pwd.h>
#include <unistd.h>

#include "core/base/ids.h"
#include "core/base/log.h"
#include "core/base/utc_time.h"
#include "core/project/audit_trail.h"
#include "core/project/document_store.h"
#include "core/project/drive.h"
#include "core/project/edit_audit.h"
#include "core/project/project_file.h"
#include "core/project/schema.h"
#include "core/project/stack_table.h"

namespace blastoscope::project {
namespace fs = std::filesystem;

using annotation::Edit;
using annotation::EditAction;

namespace {

Owner ownerFor(const Author& author)
{
    return {author.account, author.name, author.workstation, int(::getpid()), base::utcNowMilliseconds()};
}

} // namespace

Author currentAccount()
{
    Author author;
    if (const passwd* entry = getpwuid(geteuid()))
        author.account = entry->pw_name;
    char host[256] = {};
    if (gethostname(host, sizeof host - 1) == 0)
        author.workstation = host;
    return author;
}

Project::Project(fs::path file, ProjectOptions options)
    : m_file(std::move(file)), m_options(std::move(options)), m_readOnly(m_options.readOnly),
      m_networkDrive(m_options.networkDrive.value_or(isOnNetworkDrive(m_file)))
{
}

Project::~Project() = default; // the database first: its last checkpoint must come before the owner file goes

base::Result<std::unique_ptr<Project>> Project::create(const fs::path& file, const ProjectOptions& options)
{
    std::unique_ptr<Project> project(new Project(fs::absolute(file), options));
    project->m_readOnly = false;
    auto owner = OwnerFile::acquire(project->m_file, ownerFor(options.author), project->m_networkDrive);
    if (!owner)
        return tl::unexpected(owner.error());
    project->m_owner = std::move(*owner);
    if (auto made = createFile(project->m_file); !made)
        return tl::unexpected(made.error());
    if (auto begun = project->begin(); !begun)
        return tl::unexpected(begun.error());
    return project;
}

base::Result<std::unique_ptr<Project>> Project::open(const fs::path& file, const ProjectOptions& options)
{
    std::unique_ptr<Project> project(new Project(fs::absolute(file), options));
    // A foreign file must not get an owner file beside it.
    const auto header = readHeader(project->m_file);
    if (!header)
        return tl::unexpected(header.error());
    if (header->isProject() && header->version > currentVersion())
        project->m_readOnly = true;
    if (header->isProject() && !project->m_readOnly) {
        auto owner =
            OwnerFile::acquire(project->m_file, ownerFor(options.author), project->m_networkDrive, options.takeOver);
        if (!owner)
            return tl::unexpected(owner.error());
        project->m_owner = std::move(*owner);
    }
    if (auto begun = project->begin(); !begun)
        return tl::unexpected(begun.error());
    return project;
}

base::Status Project::begin()
{
    auto database = openFile(m_file, {m_readOnly, m_networkDrive});
    if (!database)
        return tl::unexpected(database.error());
    m_database = std::move(*database);
    return guard(m_database->fileName(), [&]() -> base::Status {
        const int version = versionOf(*m_database);
        if (version > currentVersion()) {
            if (!std::exchange(m_readOnly, true)) {
                m_owner.reset(); // only its log knew the version
                return begin();
            }
            m_notice = "The project \"" + m_database->fileName() +
                       "\" was made by a newer version of Blastoscope. It can be looked at, but not changed.";
            return {};
        }
        if (version < currentVersion() && !m_readOnly)
            if (auto updated = update(); !updated)
                return updated;
        return m_readOnly ? base::Status() : beginTrail();
    });
}

base::Status Project::update()
{
    const int version = versionOf(*m_database);
    if (auto updated = updateFile(*m_database, m_file); !updated)
        return updated;
    m_notice = "The project \"" + m_database->fileName() +
               "\" was brought up to date. A copy of the file before is in " +
               "the same folder: " + m_file.filename().string() + ".v" + std::to_string(version) + ".bak";
    return {};
}

base::Status Project::beginTrail()
{
    if (m_database->number("SELECT count(*) FROM (SELECT 1 FROM audit LIMIT 1)") != 0)
        return setAuthor(m_options.author);
    return change([&](AuditTrail& trail) -> base::Status {
        trail.append({.action = "trail_begun",
                      .objectType = "project",
                      .objectId = m_database->text("SELECT value FROM meta WHERE key = 'uid'")});
        trail.reconcile("trail_begun");
        return {};
    });
}

base::Status Project::checkWritable() const
{
    if (!m_readOnly)
        return {};
    return base::fail(base::ErrorCode::PermissionDenied, "The project \"" + m_file.filename().string() +
                                                             "\" is open for reading only. \"Save as\" makes a "
                                                             "copy that can be changed.");
}

/// Runs `work(AuditTrail&)` in a transaction that ends with COMMIT when it succeeds.
template<typename Work>
base::Status Project::change(Work work)
{
    if (auto writable = checkWritable(); !writable)
        return writable;
    if (auto renewed = renewOwner(); !renewed)
        return renewed;
    return guard(m_database->fileName(), [&]() -> base::Status {
        Transaction transaction(*m_database);
        AuditTrail trail(*m_database, m_options.appVersion);
        trail.setAuthor(m_options.author);
        if (base::Status done = work(trail); !done)
            return done;
        transaction.commit();
        return {};
    });
}

base::Status Project::setAuthor(const Author& author)
{
    m_options.author = author;
    return change([](AuditTrail&) -> base::Status { return {}; });
}

base::Status Project::renewOwner()
{
    return m_owner ? m_owner->renew() : base::Status();
}

base::Result<StackKey> Project::addStack(StackRecord record)
{
    if (record.uid.empty())
        record.uid = base::randomId();
    const auto known = stacks();
    if (!known)
        return tl::unexpected(known.error());
    if (std::any_of(known->begin(), known->end(), [&](const StackRecord& s) { return s.uid == record.uid; }))
        return base::fail(base::ErrorCode::InvalidArgument, "These images are in the project already.");
    auto added = change([&](AuditTrail& trail) -> base::Status {
        record.key = insertStack(*m_database, m_file, record);
        trail.append({.action = "stack_added",
                      .objectType = "stack",
                      .objectId = record.uid,
                      .field = "fingerprint",
                      .before = {},
                      .after = record.fingerprint.edges});
        StackRecord blank = record;
        blank.umPerPixel.reset();
        blank.t0Hours.reset();
        blank.insemination = Insemination::Unknown;
        for (const AuditEntry& entry : entriesOf(blank, record))
            trail.append(entry);
        return {};
    });
    if (!added)
        return tl::unexpected(added.error());
    return record.key;
}

base::Status Project::updateStack(const StackRecord& record)
{
    const auto before = this->record(record.key);
    if (!before)
        return tl::unexpected(before.error());
    return change([&](AuditTrail& trail) -> base::Status {
        StackRecord after = record;
        after.uid = before->uid;
        updateStackRow(*m_database, m_file, after);
        for (const AuditEntry& entry : entriesOf(*before, after))
            trail.append(entry);
        return {};
    });
}

base::Status Project::removeStack(StackKey key, const std::string& reason)
{
    const auto record = this->record(key);
    if (!record && record.error().code == base::ErrorCode::NotFound)
        return {};
    if (!record)
        return tl::unexpected(record.error());
    auto removed = change([&](AuditTrail& trail) -> base::Status {
        Query(*m_database, "DELETE FROM stack WHERE id = ?", key).run();
        trail.append({.action = "stack_removed", .objectType = "stack", .objectId = record->uid, .reason = reason});
        return {};
    });
    if (!removed)
        return removed;
    const auto compacted = guard(m_database->fileName(), [&]() -> base::Status {
        m_database->run("VACUUM"); // the pages that held it are not in the new file
        m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    });
    if (!compacted) // e.g. because the disk is full; the stack is gone all the same
        base::logWarning("project", "the file could not be compacted after a deletion: " + compacted.error().detail);
    return {};
}

base::Status Project::nameModel(const ModelReference& model)
{
    return change([&](AuditTrail&) -> base::Status {
        Query(*m_database,
              "INSERT INTO model (sha256, name, version) VALUES (?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET name = "
              "excluded.name, version = excluded.version",
              model.sha256, model.name, model.version)
            .run();
        return {};
    });
}

base::Status Project::commit(StackKey key, std::span<const Edit> edits)
{
    const auto stack = record(key);
    if (!stack)
        return tl::unexpected(stack.error());
    return change([&](AuditTrail& trail) -> base::Status {
        for (const Edit& edit : edits) {
            if (edit.action == EditAction::Load)
                deleteSteps(*m_database, key);
            for (const annotation::FrameRecord& frame : edit.frames) {
                const StoredFrame before = storedFrame(*m_database, key, frame.frame);
                const std::string after = contentHash(frame.content);
                writeFrame(*m_database, key, frame, after);
                for (const AuditEntry& entry : entriesOf(edit, frame, stack->uid, before, after))
                    trail.append(entry);
            }
            for (const annotation::StepId id : edit.forgotten)
                deleteStep(*m_database, key, id);
            for (const annotation::StepRecord& step : edit.steps)
                writeStep(*m_database, key, step);
        }
        return {};
    });
}

base::Status Project::copyTo(const fs::path& file)
{
    const fs::path target = fs::absolute(file);
    const fs::path fresh = target.string() + ".part";
    std::error_code ignored;
    fs::remove(fresh, ignored);
    auto owner = OwnerFile::acquire(target, ownerFor(m_options.author), isOnNetworkDrive(target));
    if (!owner)
        return tl::unexpected(owner.error());
    auto copied = guard(target.filename().string(), [&]() -> base::Status {
        SQLite::Statement copy(m_database->connection(), "VACUUM INTO ?");
        copy.bind(1, fresh.string());
        copy.exec();
        Database database(fresh, SQLite::OPEN_READWRITE);
        Transaction transaction(database);
        rebaseStacks(database, m_file, target);
        transaction.commit();
        return {};
    });
    if (copied)
        copied = replaceFile(fresh, target);
    if (!copied)
        fs::remove(fresh, ignored);
    return copied;
}

} // namespace blastoscope::project
