// SPDX-License-Identifier: Apache-2.0
#include "core/project/repair.h"

#include <set>

#include <sqlite3.h>

#include "core/annotation/annotation_binary.h"
#include "core/annotation/frame_change.h"
#include "core/base/ids.h"
#include "core/base/utc_time.h"
#include "core/project/audit_trail.h"
#include "core/project/damaged_rows.h"
#include "core/project/document_store.h"
#include "core/project/project_file.h"
#include "core/project/schema.h"
#include "core/project/stack_table.h"

namespace blastoscope::project {
namespace fs = std::filesystem;
namespace {

class Repair {
public:
    Repair(SQLite::Database& damaged, Database& fresh) : m_damaged(damaged), m_fresh(fresh) {}

    RepairReport run()
    {
        m_fresh.run("PRAGMA foreign_keys = OFF"); // the tables come one after the other
        Transaction transaction(m_fresh);
        m_fresh.run("DELETE FROM meta");
        for (const Table& table : projectTables())
            copy(table);
        dropOrphans();
        dropBrokenInstances();
        dropBrokenHistories();
        refreshHashes();
        checkTrail();
        completeMeta();
        count();
        transaction.commit();
        return std::move(m_report);
    }

private:
    void lose(const std::string& sentence) { m_report.losses.push_back(sentence); }

    void copy(const Table& wanted)
    {
        int refused = 0;
        try {
            const Table table = presentPart(m_damaged, wanted);
            std::string marks = "?";
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                marks += ", ?";
            SQLite::Statement insert(m_fresh.connection(), std::string("INSERT OR IGNORE INTO \"") + table.name +
                                                               "\" (" + columnList(table) + ") VALUES (" + marks + ")");
            const int gaps = DamagedRows(m_damaged, table).read([&](SQLite::Statement& row) {
                insert.tryReset();
                insert.clearBindings();
                for (int i = 0; i < row.getColumnCount(); ++i)
                    bind(insert, i + 1, row.getColumn(i));
                refused += insert.tryExecuteStep() != SQLITE_DONE;
            });
            if (gaps > 0)
                lose(std::string("Parts of the table \"") + wanted.name + "\" cannot be read.");
        } catch (const SQLite::Exception&) {
            lose(std::string("The table \"") + wanted.name + "\" is missing or cannot be read.");
        }
        if (refused > 0)
            lose(std::to_string(refused) + " rows of the table \"" + wanted.name + "\" are damaged.");
    }

    static void bind(SQLite::Statement& insert, int place, const SQLite::Column& value)
    {
        if (value.isInteger())
            insert.bind(place, std::int64_t(value.getInt64()));
        else if (value.isFloat())
            insert.bind(place, value.getDouble());
        else if (value.isText())
            insert.bind(place, value.getString());
        else if (value.isBlob())
            insert.bind(place, value.getBlob(), value.getBytes());
    }

    int runCounted(const char* sql)
    {
        m_fresh.run(sql);
        return int(m_fresh.number("SELECT changes()"));
    }

    void dropOrphans()
    {
        const int frames = runCounted(
            "DELETE FROM frame WHERE NOT EXISTS (SELECT 1 FROM stack s WHERE s.id = frame.stack "
            "AND frame.number >= 0 AND frame.number < s.frames AND frame.width = s.width AND frame.height = s.height)");
        const int instances = runCounted("DELETE FROM instance WHERE frame NOT IN (SELECT id FROM frame)");
        runCounted("DELETE FROM depth WHERE frame NOT IN (SELECT id FROM frame)");
        runCounted("DELETE FROM qc_flag WHERE frame NOT IN (SELECT id FROM frame)");
        runCounted("DELETE FROM step WHERE stack NOT IN (SELECT id FROM stack)");
        runCounted("DELETE FROM change WHERE step NOT IN (SELECT id FROM step)");
        runCounted("UPDATE instance SET model = NULL WHERE model NOT IN (SELECT id FROM model)");
        if (frames > 0)
            lose(std::to_string(frames) + " frames do not belong to any stack that is left.");
        if (instances > 0)
            lose(std::to_string(instances) + " objects belong to frames that are lost.");
    }

    void dropBrokenInstances()
    {
        std::vector<std::int64_t> broken;
        {
            Query row(m_fresh, "SELECT i.id, f.width, f.height, i.origin, i.amodal, i.visible FROM instance i "
                               "JOIN frame f ON f.id = i.frame");
            while (row.next()) {
                const auto fits = [&](int column) {
                    const auto mask = annotation::decodeMask(row.text(column));
                    return mask && mask->width() == row.integer(1) && mask->height() == row.integer(2);
                };
                const bool possible = row.integer(3) >= 0 && row.integer(3) <= int(annotation::Origin::Snapped);
                if (!possible || !fits(4) || (!row.isNull(5) && !fits(5)))
                    broken.push_back(row.number(0));
            }
        }
        for (const std::int64_t id : broken)
            Query(m_fresh, "DELETE FROM instance WHERE id = ?", id).run();
        if (!broken.empty())
            lose(std::to_string(broken.size()) + " silhouettes are damaged.");
    }

    /// A history with a hole cannot be undone; without annotations it was made for neither.
    void dropBrokenHistories()
    {
        std::set<std::int64_t> broken;
        {
            Query row(m_fresh,
                      "SELECT s.stack FROM step s JOIN stack t ON t.id = s.stack LEFT JOIN change c ON c.step = s.id "
                      "GROUP BY s.id HAVING count(c.id) <> s.change_count OR s.kind NOT BETWEEN 0 AND ? "
                      "OR min(c.frame) < 0 OR max(c.frame) >= t.frames",
                      annotation::kStepKinds - 1);
            while (row.next())
                broken.insert(row.number(0));
        }
        {
            Query row(m_fresh, "SELECT s.stack, c.content FROM change c JOIN step s ON s.id = c.step");
            while (row.next())
                if (!annotation::decodeChange(row.text(1)))
                    broken.insert(row.number(0));
        }
        if (!m_report.losses.empty()) {
            Query row(m_fresh, "SELECT DISTINCT stack FROM step");
            while (row.next())
                broken.insert(row.number(0));
        }
        for (const std::int64_t stack : broken) {
            Query(m_fresh, "DELETE FROM change WHERE step IN (SELECT id FROM step WHERE stack = ?)", stack).run();
            Query(m_fresh, "DELETE FROM step WHERE stack = ?", stack).run();
        }
        if (!broken.empty())
            lose("The undo history of " + std::to_string(broken.size()) + (broken.size() == 1 ? " stack" : " stacks") +
                 " does not fit any more and was left out.");
    }

    /// What is stored as the hash of a frame is what the frame holds now.
    void refreshHashes()
    {
        std::vector<std::int64_t> stacks;
        {
            Query row(m_fresh, "SELECT id FROM stack");
            while (row.next())
                stacks.push_back(row.number(0));
        }
        for (const std::int64_t stack : stacks) {
            Query(m_fresh, "UPDATE frame SET review = 0 WHERE review NOT BETWEEN 0 AND 3").run();
            if (const auto frames = readFrames(m_fresh, stack))
                for (const auto& [number, frame] : *frames)
                    Query(m_fresh, "UPDATE frame SET sha256 = ? WHERE stack = ? AND number = ?",
                          contentHash(frame.content), stack, number)
                        .run();
        }
    }

    void checkTrail()
    {
        Query head(m_fresh, "SELECT value FROM meta WHERE key = 'audit_head'");
        Query last(m_fresh, "SELECT row_hash FROM audit ORDER BY seq DESC LIMIT 1");
        if ((head.next() ? head.text(0) : std::string()) != (last.next() ? last.text(0) : std::string()))
            lose("The last rows of the audit trail are lost.");
    }

    void completeMeta()
    {
        Query(m_fresh, "INSERT OR IGNORE INTO meta (key, value) VALUES ('uid', ?)", base::randomId()).run();
        Query(m_fresh, "INSERT OR IGNORE INTO meta (key, value) VALUES ('created', ?)", base::utcNowMilliseconds())
            .run();
    }

    void count()
    {
        m_report.stacks = int(m_fresh.number("SELECT count(*) FROM stack"));
        m_report.frames = int(m_fresh.number("SELECT count(*) FROM frame"));
        m_report.instances = int(m_fresh.number("SELECT count(*) FROM instance"));
        m_report.steps = int(m_fresh.number("SELECT count(*) FROM step"));
        m_report.auditRows = m_fresh.number("SELECT count(*) FROM audit");
    }

    SQLite::Database& m_damaged;
    Database& m_fresh;
    RepairReport m_report;
};

/// A copy that the salvage may open for writing, so that SQLite can play back its log; gone with the object.
class WorkingCopy {
public:
    explicit WorkingCopy(const fs::path& original)
        : m_folder(fs::temp_directory_path() / ("blastoscope-repair-" + base::randomId()))
    {
        fs::create_directories(m_folder);
        fs::permissions(m_folder, fs::perms::owner_all);
        fs::copy_file(original, file());
        for (const char* companion : {"-wal", "-journal"})
            if (fs::exists(original.string() + companion))
                fs::copy_file(original.string() + companion, file().string() + companion);
    }
    ~WorkingCopy()
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    WorkingCopy(const WorkingCopy&) = delete;
    WorkingCopy& operator=(const WorkingCopy&) = delete;
    fs::path file() const { return m_folder / "damaged.blasto"; }

private:
    fs::path m_folder;
};

base::Result<RepairReport> salvage(const fs::path& damaged, const fs::path& target, const Author& author,
                                   const std::string& appVersion)
{
    const WorkingCopy copy(damaged);
    SQLite::Database source(copy.file().string(), SQLite::OPEN_READWRITE);
    source.exec("PRAGMA cell_size_check = ON; PRAGMA writable_schema = ON"); // reads on where a sound file would stop
    if (source.execAndGet("SELECT count(*) FROM sqlite_schema WHERE name IN ('stack', 'frame', 'instance')").getInt() <
        3)
        return base::fail(base::ErrorCode::Corrupt,
                          "\"" + damaged.filename().string() + "\" is not a project of Blastoscope.");
    if (auto made = createFile(target); !made)
        return tl::unexpected(made.error());
    Database fresh(target, SQLite::OPEN_READWRITE);
    RepairReport report = Repair(source, fresh).run();
    // The paths of the stacks were stored as seen from the damaged file.
    Transaction transaction(fresh);
    rebaseStacks(fresh, damaged, target);
    AuditTrail trail(fresh, appVersion);
    trail.setAuthor(author);
    std::string losses;
    for (const std::string& loss : report.losses)
        losses += (losses.empty() ? "" : " ") + loss;
    trail.append({.action = "project_repaired",
                  .objectType = "project",
                  .objectId = fresh.text("SELECT value FROM meta WHERE key = 'uid'"),
                  .reason = losses});
    trail.reconcile("project_repaired");
    transaction.commit();
    report.file = target;
    return report;
}

} // namespace

base::Result<RepairReport> repairProject(const fs::path& damaged, const fs::path& target, const Author& author,
                                         const std::string& appVersion)
{
    const auto header = readHeader(damaged);
    if (!header)
        return tl::unexpected(header.error());
    if (fs::exists(target))
        return base::fail(base::ErrorCode::InvalidArgument,
                          "There is a file \"" + target.filename().string() + "\" already. Name another one.");
    auto report = guard(damaged.filename().string(), [&] { return salvage(damaged, target, author, appVersion); });
    if (!report) {
        std::error_code ignored;
        fs::remove(target, ignored);
        if (report.error().code == base::ErrorCode::Corrupt)
            report.error().message = "Nothing could be read of \"" + damaged.filename().string() +
                                     "\". It was left as it is; is there a copy (\".bak\") beside it?";
    }
    return report;
}

} // namespace blastoscope::project
