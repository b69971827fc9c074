// SPDX-License-Identifier: Apache-2.0
#include "core/project/document_store.h"

#include "core/annotation/annotation_binary.h"
#include "core/base/sha256.h"
#include "core/project/schema.h"

namespace blastoscope::project {

using namespace annotation;

namespace {

constexpr int kOwnNamesSince = 3; ///< version of the project file

bool isEmpty(const FrameAnnotation& frame)
{
    return frame.instances.empty() && frame.order.empty() && frame.qcFlags.empty() && !frame.segmented &&
           frame.review == ReviewState::ToDo;
}

base::Error impossible(Database& database, const char* what)
{
    return {base::ErrorCode::Corrupt,
            "The project \"" + database.fileName() + "\" holds an impossible " + what +
                ". \"blastoscope-cli project repair\" saves what is readable into a new file.",
            {}};
}

template<typename T>
bool isBetween(std::int64_t value, T first, T last)
{
    return value >= std::int64_t(first) && value <= std::int64_t(last);
}

std::optional<std::int64_t> modelKey(Database& database, const std::string& sha256)
{
    if (sha256.empty())
        return std::nullopt;
    Query find(database, "SELECT id FROM model WHERE sha256 = ?", sha256);
    if (find.next())
        return find.number(0);
    Query(database, "INSERT INTO model (sha256) VALUES (?)", sha256).run();
    return database.lastRowId();
}

void writeInstance(Database& database, std::int64_t frame, int place, const Instance& instance)
{
    const std::string amodal = encodeMask(instance.amodal);
    const std::string visible = instance.visible ? encodeMask(*instance.visible) : std::string();
    Query(database,
          "INSERT INTO instance (frame, place, number, class, score, origin, model, track, locked, hidden, uncertain, "
          "amodal, visible, own_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          frame, place, instance.id, instance.classId, instance.score, int(instance.origin),
          modelKey(database, instance.modelHash), instance.trackId, instance.locked, instance.hidden,
          instance.uncertain, Blob{amodal}, instance.visible ? std::optional(Blob{visible}) : std::nullopt,
          instance.ownName)
        .run();
}

base::Result<Instance> readInstance(Database& database, const Query& row)
{
    Instance instance;
    instance.id = row.integer(1);
    instance.classId = row.integer(2);
    instance.score = row.optionalReal(3);
    if (!isBetween(row.number(4), Origin::Model, Origin::Snapped))
        return tl::unexpected(impossible(database, "origin of an object"));
    instance.origin = Origin(row.integer(4));
    instance.modelHash = row.text(5);
    instance.trackId = row.optionalInteger(6);
    instance.locked = row.flag(7);
    instance.hidden = row.flag(8);
    instance.uncertain = row.flag(9);
    auto amodal = decodeMask(row.text(10));
    if (!amodal)
        return tl::unexpected(impossible(database, "silhouette"));
    instance.amodal = std::move(*amodal);
    if (row.isNull(11))
        return instance;
    auto visible = decodeMask(row.text(11));
    if (!visible)
        return tl::unexpected(impossible(database, "silhouette"));
    instance.visible = std::move(*visible);
    return instance;
}

base::Status readInstances(Database& database, StackKey stack, std::map<int, FrameRecord>& frames)
{
    Query row(database,
              "SELECT f.number, i.number, i.class, i.score, i.origin, coalesce(m.sha256, ''), i.track, i.locked, "
              "i.hidden, i.uncertain, i.amodal, i.visible FROM frame f JOIN instance i ON i.frame = f.id "
              "LEFT JOIN model m ON m.id = i.model WHERE f.stack = ? ORDER BY f.number, i.place",
              stack);
    while (row.next()) {
        auto instance = readInstance(database, row);
        if (!instance)
            return tl::unexpected(instance.error());
        frames[row.integer(0)].content.instances.push_back(std::move(*instance));
    }
    return {};
}

/// A file of version 2 that is only read has none.
void readOwnNames(Database& database, StackKey stack, std::map<int, FrameRecord>& frames)
{
    if (versionOf(database) < kOwnNamesSince)
        return;
    Query row(database,
              "SELECT f.number, i.number, i.own_name FROM frame f JOIN instance i ON i.frame = f.id "
              "WHERE f.stack = ? AND i.own_name <> ''",
              stack);
    while (row.next())
        if (Instance* instance = frames[row.integer(0)].content.find(row.integer(1)))
            instance->ownName = row.text(2);
}

} // namespace

std::string contentHash(const FrameAnnotation& frame)
{
    if (isEmpty(frame))
        return {};
    const std::string bytes = encodeFrame(frame);
    return base::sha256Hex(bytes.data(), bytes.size());
}

StoredFrame storedFrame(Database& database, StackKey stack, int frame)
{
    Query row(database, "SELECT sha256, review FROM frame WHERE stack = ? AND number = ?", stack, frame);
    if (!row.next())
        return {};
    const bool known = isBetween(row.number(1), ReviewState::ToDo, ReviewState::Rejected);
    return {row.text(0), known ? ReviewState(row.integer(1)) : ReviewState::ToDo};
}

void writeFrame(Database& database, StackKey stack, const FrameRecord& record, const std::string& hash)
{
    const FrameAnnotation& content = record.content;
    if (isEmpty(content) && record.nextId <= 1) {
        Query(database, "DELETE FROM frame WHERE stack = ? AND number = ?", stack, record.frame).run();
        return;
    }
    std::int64_t frame = 0;
    {
        Query row(database,
                  "INSERT INTO frame (stack, number, width, height, review, segmented, next_id, sha256) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stack, number) DO UPDATE SET width = excluded.width, "
                  "height = excluded.height, review = excluded.review, segmented = excluded.segmented, "
                  "next_id = excluded.next_id, sha256 = excluded.sha256 RETURNING id",
                  stack, record.frame, content.width, content.height, int(content.review), content.segmented,
                  record.nextId, hash);
        row.next();
        frame = row.number(0);
    }
    Query(database, "DELETE FROM instance WHERE frame = ?", frame).run();
    Query(database, "DELETE FROM depth WHERE frame = ?", frame).run();
    Query(database, "DELETE FROM qc_flag WHERE frame = ?", frame).run();
    for (std::size_t i = 0; i < content.instances.size(); ++i)
        writeInstance(database, frame, int(i), content.instances[i]);
    for (std::size_t i = 0; i < content.order.size(); ++i)
        Query(database, "INSERT INTO depth (frame, place, nearer, farther) VALUES (?, ?, ?, ?)", frame, i,
              content.order[i].nearer, content.order[i].farther)
            .run();
    for (std::size_t i = 0; i < content.qcFlags.size(); ++i)
        Query(database, "INSERT INTO qc_flag (frame, place, flag) VALUES (?, ?, ?)", frame, i, content.qcFlags[i])
            .run();
}

void writeStep(Database& database, StackKey stack, const StepRecord& record)
{
    std::int64_t step = 0;
    {
        Query row(database,
                  "INSERT INTO step (stack, number, kind, run, undone, position, change_count) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stack, number) DO UPDATE SET undone = excluded.undone, "
                  "position = excluded.position, change_count = excluded.change_count RETURNING id",
                  stack, std::int64_t(record.id), int(record.kind), record.run, record.undone, record.position,
                  record.changeCount);
        row.next();
        step = row.number(0);
    }
    for (const ChangeRecord& change : record.changes)
        Query(database,
              "INSERT INTO change (step, place, frame, content) VALUES (?, ?, ?, ?) ON CONFLICT (step, place) "
              "DO UPDATE SET frame = excluded.frame, content = excluded.content",
              step, change.place, change.frame, Blob{change.bytes})
            .run();
}

void deleteStep(Database& database, StackKey stack, StepId id)
{
    Query(database, "DELETE FROM step WHERE stack = ? AND number = ?", stack, std::int64_t(id)).run();
}

void deleteSteps(Database& database, StackKey stack)
{
    Query(database, "DELETE FROM step WHERE stack = ?", stack).run();
}

base::Result<std::map<int, FrameRecord>> readFrames(Database& database, StackKey stack)
{
    std::map<int, FrameRecord> frames;
    Query frame(database,
                "SELECT number, width, height, review, segmented, next_id FROM frame WHERE stack = ? ORDER BY number",
                stack);
    while (frame.next()) {
        FrameRecord& record = frames[frame.integer(0)];
        record.frame = frame.integer(0);
        record.content.width = frame.integer(1);
        record.content.height = frame.integer(2);
        if (!isBetween(frame.number(3), ReviewState::ToDo, ReviewState::Rejected))
            return tl::unexpected(impossible(database, "review"));
        record.content.review = ReviewState(frame.integer(3));
        record.content.segmented = frame.flag(4);
        record.nextId = frame.integer(5);
    }
    if (auto read = readInstances(database, stack, frames); !read)
        return tl::unexpected(read.error());
    readOwnNames(database, stack, frames);
    Query depth(database,
                "SELECT f.number, d.nearer, d.farther FROM frame f JOIN depth d ON d.frame = f.id WHERE f.stack = ? "
                "ORDER BY f.number, d.place",
                stack);
    while (depth.next())
        frames[depth.integer(0)].content.order.push_back({depth.integer(1), depth.integer(2)});
    Query flag(database,
               "SELECT f.number, q.flag FROM frame f JOIN qc_flag q ON q.frame = f.id WHERE f.stack = ? "
               "ORDER BY f.number, q.place",
               stack);
    while (flag.next())
        frames[flag.integer(0)].content.qcFlags.push_back(flag.text(1));
    return frames;
}

base::Result<std::vector<StepRecord>> readSteps(Database& database, StackKey stack)
{
    std::map<std::int64_t, StepRecord> steps;
    Query row(database,
              "SELECT id, number, kind, run, undone, position, change_count FROM step WHERE stack = ? ORDER BY id",
              stack);
    while (row.next()) {
        StepRecord& step = steps[row.number(0)];
        step.id = StepId(row.number(1));
        if (!isBetween(row.number(2), 0, kStepKinds - 1))
            return tl::unexpected(impossible(database, "step"));
        step.kind = StepKind(row.integer(2));
        step.run = row.integer(3);
        step.undone = row.flag(4);
        step.position = std::size_t(row.number(5));
        step.changeCount = std::size_t(row.number(6));
    }
    Query change(database,
                 "SELECT c.step, c.frame FROM step s JOIN change c ON c.step = s.id WHERE s.stack = ? "
                 "ORDER BY c.step, c.place",
                 stack);
    while (change.next()) {
        std::vector<int>& touched = steps[change.number(0)].frames;
        if (touched.empty() || touched.back() != change.integer(1))
            touched.push_back(change.integer(1));
    }
    std::vector<StepRecord> all;
    for (auto& [id, step] : steps)
        all.push_back(std::move(step));
    return all;
}

base::Result<std::vector<std::string>> readChanges(Database& database, StackKey stack, StepId id)
{
    std::vector<std::string> changes;
    Query row(database,
              "SELECT c.content FROM step s JOIN change c ON c.step = s.id WHERE s.stack = ? AND s.number = ? "
              "ORDER BY c.place",
              stack, std::int64_t(id));
    while (row.next())
        changes.push_back(row.text(0));
    if (changes.empty())
        return base::fail(base::ErrorCode::NotFound, "This step is not in the history of the project any more.");
    return changes;
}

} // namespace blastoscope::project
