// SPDX-License-Identifier: Apache-2.0
#include "core/project/audit_trail.h"

#include <array>
#include <map>

#include "core/base/csv_text.h"
#include "core/base/ids.h"
#include "core/base/sha256.h"
#include "core/base/utc_time.h"
#include "core/project/document_store.h"
#include "core/project/project_file.h"

namespace blastoscope::project {
namespace {

constexpr std::size_t kShownProblems = 20;

/// The columns that a hash covers, in this order; the hash of the row before comes after them.
constexpr const char* kSelectRows = "SELECT seq, ts_utc, author, app_version, action, object_type, object_id, field, "
                                    "old_value, new_value, reason, origin, model_sha256, prev_hash, row_hash "
                                    "FROM audit ORDER BY seq";
constexpr int kFields = 13;
constexpr int kPrevHash = 13;
constexpr int kRowHash = 14;

/// Lengths stand before the texts, so that no two different rows have the same bytes.
void addText(base::Sha256& hash, const std::string& text)
{
    const std::string size = std::to_string(text.size()) + ':';
    hash.update(size.data(), size.size());
    hash.update(text.data(), text.size());
}

template<typename Texts>
std::string hashOf(const Texts& texts)
{
    base::Sha256 hash;
    for (const std::string& text : texts)
        addText(hash, text);
    return hash.hex();
}

std::string hashOf(const std::string& uid, const Author& author)
{
    return hashOf(std::array{uid, author.account, author.name, author.workstation});
}

/// What the trail says last about the content of each frame, by object id; without stacks that were removed.
class ToldContent {
public:
    void add(const std::string& action, const std::string& type, const std::string& id, const std::string& field,
             const std::string& after)
    {
        if (type == "frame" && field.starts_with("content"))
            m_hashes[id] = after;
        if (type == "stack" && action == "stack_removed")
            std::erase_if(m_hashes, [&](const auto& item) { return item.first.starts_with(id + '/'); });
    }
    /// The hash that was told, which is then forgotten.
    std::string take(const std::string& id)
    {
        const auto node = m_hashes.extract(id);
        return node ? node.mapped() : std::string();
    }
    const std::map<std::string, std::string>& left() const { return m_hashes; }

private:
    std::map<std::string, std::string> m_hashes;
};

class Verification {
public:
    explicit Verification(Database& database) : m_database(database) {}

    AuditReport run()
    {
        checkChain();
        checkAuthors();
        checkContent();
        return std::move(m_report);
    }

private:
    void problem(const std::string& text)
    {
        if (m_report.problems.size() < kShownProblems)
            m_report.problems.push_back(text);
    }

    void checkChain()
    {
        std::int64_t expected = 1;
        std::string before;
        Query row(m_database, kSelectRows);
        while (row.next()) {
            const std::int64_t seq = row.number(0);
            const std::string name = "Row " + std::to_string(seq);
            if (seq != expected)
                problem(name + " does not follow row " + std::to_string(expected - 1) + ": rows are missing.");
            std::vector<std::string> texts;
            for (int i = 0; i <= kPrevHash; ++i)
                texts.push_back(row.text(i));
            if (row.text(kPrevHash) != before)
                problem(name + " does not continue the row before it.");
            if (hashOf(texts) != row.text(kRowHash))
                problem(name + " was changed after it was written.");
            note(texts);
            before = row.text(kRowHash);
            expected = seq + 1;
            ++m_report.rows;
        }
        m_report.head = before;
        Query head(m_database, "SELECT value FROM meta WHERE key = 'audit_head'");
        if ((head.next() ? head.text(0) : std::string()) != before)
            problem("The last rows of the trail are missing.");
    }

    void note(const std::vector<std::string>& texts)
    {
        if (texts[5] == "author")
            m_authorHashes[texts[6]] = texts[9];
        m_told.add(texts[4], texts[5], texts[6], texts[7], texts[9]);
    }

    void checkAuthors()
    {
        Query row(m_database, "SELECT uid, account, name, workstation FROM author");
        while (row.next())
            if (m_authorHashes[row.text(0)] != hashOf(row.text(0), {row.text(1), row.text(2), row.text(3)}))
                problem("The name of a person was changed after it was noted.");
    }

    void checkContent()
    {
        Query stack(m_database, "SELECT id, uid FROM stack ORDER BY id");
        while (stack.next()) {
            const auto frames = readFrames(m_database, stack.number(0));
            if (!frames) {
                problem("The annotations of stack " + stack.text(1) + " cannot be read.");
                continue;
            }
            for (const auto& [number, record] : *frames) {
                const std::string id = stack.text(1) + '/' + std::to_string(number);
                if (contentHash(record.content) != m_told.take(id))
                    problem("Frame " + std::to_string(number + 1) + " of stack " + stack.text(1) +
                            " holds something else than the trail tells.");
            }
        }
        for (const auto& [id, hash] : m_told.left())
            if (!hash.empty())
                problem("The annotations of " + id + " are gone, and the trail does not tell why.");
    }

    Database& m_database;
    AuditReport m_report;
    std::map<std::string, std::string> m_authorHashes;
    ToldContent m_told;
};

} // namespace

void AuditTrail::setAuthor(const Author& author)
{
    {
        Query known(m_database, "SELECT uid FROM author WHERE account = ? AND name = ? AND workstation = ?",
                    author.account, author.name, author.workstation);
        if (known.next()) {
            m_author = known.text(0);
            return;
        }
    }
    m_author = base::randomId();
    Query(m_database, "INSERT INTO author (uid, account, name, workstation) VALUES (?, ?, ?, ?)", m_author,
          author.account, author.name, author.workstation)
        .run();
    append({.action = "author_noted",
            .objectType = "author",
            .objectId = m_author,
            .field = "identity",
            .before = {},
            .after = hashOf(m_author, author)});
}

void AuditTrail::append(const AuditEntry& entry)
{
    std::int64_t seq = 1;
    std::string before;
    {
        Query last(m_database, "SELECT seq, row_hash FROM audit ORDER BY seq DESC LIMIT 1");
        if (last.next()) {
            seq = last.number(0) + 1;
            before = last.text(1);
        }
    }
    const std::array<std::string, kFields + 1> row = {
        std::to_string(seq), base::utcNowMilliseconds(), m_author,          m_appVersion, entry.action,
        entry.objectType,    entry.objectId,             entry.field,       entry.before, entry.after,
        entry.reason,        entry.origin,               entry.modelSha256, before};
    const std::string hash = hashOf(row);
    Query(m_database,
          "INSERT INTO audit (seq, ts_utc, author, app_version, action, object_type, object_id, field, old_value, "
          "new_value, reason, origin, model_sha256, prev_hash, row_hash) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          seq, row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], row[10], row[11], row[12],
          row[13], hash)
        .run();
    Query(m_database,
          "INSERT INTO meta (key, value) VALUES ('audit_head', ?) ON CONFLICT (key) DO UPDATE SET value = "
          "excluded.value",
          hash)
        .run();
}

void AuditTrail::reconcile(const std::string& action)
{
    ToldContent told;
    {
        Query row(m_database, "SELECT action, object_type, object_id, field, new_value FROM audit ORDER BY seq");
        while (row.next())
            told.add(row.text(0), row.text(1), row.text(2), row.text(3), row.text(4));
    }
    const auto note = [&](const std::string& id, const std::string& before, const std::string& after) {
        if (before != after)
            append({.action = action,
                    .objectType = "frame",
                    .objectId = id,
                    .field = "content",
                    .before = before,
                    .after = after,
                    .origin = "import"});
    };
    {
        Query frame(m_database, "SELECT s.uid, f.number, f.sha256 FROM frame f JOIN stack s ON s.id = f.stack "
                                "ORDER BY f.id");
        while (frame.next()) {
            const std::string id = frame.text(0) + '/' + frame.text(1);
            note(id, told.take(id), frame.text(2));
        }
    }
    for (const auto& [id, hash] : told.left())
        note(id, hash, {});
}

AuditReport AuditTrail::verify(Database& database)
{
    return Verification(database).run();
}

std::vector<AuditRow> AuditTrail::rows(Database& database)
{
    std::vector<AuditRow> rows;
    Query row(database, "SELECT a.seq, a.ts_utc, coalesce(u.account, ''), coalesce(u.name, ''), "
                        "coalesce(u.workstation, ''), a.action, a.object_type, a.object_id, a.field, a.old_value, "
                        "a.new_value, a.reason, a.origin, CASE WHEN coalesce(m.name, '') = '' THEN a.model_sha256 "
                        "ELSE trim(m.name || ' ' || m.version) END "
                        "FROM audit a LEFT JOIN author u ON u.uid = a.author "
                        "LEFT JOIN model m ON m.sha256 = a.model_sha256 ORDER BY a.seq");
    while (row.next())
        rows.push_back({row.number(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6),
                        row.text(7), row.text(8), row.text(9), row.text(10), row.text(11), row.text(12),
                        row.text(13)});
    return rows;
}

std::string AuditTrail::toCsv(Database& database)
{
    std::string csv = "seq,ts_utc,user,user_name,workstation,app_version,action,object_type,object_id,field,old_value,"
                      "new_value,reason,origin,model_name,model_version,model_sha256,author_id,prev_hash,row_hash\n";
    Query row(database,
              "SELECT a.seq, a.ts_utc, coalesce(u.account, ''), coalesce(u.name, ''), coalesce(u.workstation, ''), "
              "a.app_version, a.action, a.object_type, a.object_id, a.field, a.old_value, a.new_value, a.reason, "
              "a.origin, coalesce(m.name, ''), coalesce(m.version, ''), a.model_sha256, a.author, a.prev_hash, "
              "a.row_hash FROM audit a LEFT JOIN author u ON u.uid = a.author "
              "LEFT JOIN model m ON m.sha256 = a.model_sha256 ORDER BY a.seq");
    constexpr int kColumns = 20;
    while (row.next())
        for (int i = 0; i < kColumns; ++i)
            csv += base::csvText(row.text(i)) + (i + 1 < kColumns ? ',' : '\n');
    return csv;
}

} // namespace blastoscope::project
