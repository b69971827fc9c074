// SPDX-License-Identifier: Apache-2.0
#include "core/project/stack_table.h"

#include "core/project/project_file.h"

namespace blastoscope::project {
namespace {

template<typename T>
T enumOf(int value, T last)
{
    return value >= 0 && value <= int(last) ? T(value) : T(0);
}

} // namespace

std::vector<StackRecord> readStacks(Database& database, const std::filesystem::path& file)
{
    std::vector<StackRecord> stacks;
    Query row(database, "SELECT id, uid, path, files, size, modified, edges, sha256, frames, width, height, um_per_px, "
                        "calibration_source, t0_hours, insemination FROM stack ORDER BY id");
    while (row.next()) {
        StackRecord& stack = stacks.emplace_back();
        stack.key = row.number(0);
        stack.uid = row.text(1);
        stack.path = resolvedFrom(file, row.text(2));
        stack.fingerprint = {row.number(3), row.number(4), row.number(5), row.text(6)};
        stack.sha256 = row.text(7);
        stack.frames = row.integer(8);
        stack.width = row.integer(9);
        stack.height = row.integer(10);
        stack.umPerPixel = row.optionalReal(11);
        stack.calibrationSource = enumOf(row.integer(12), CalibrationSource::Preset);
        stack.t0Hours = row.optionalReal(13);
        stack.insemination = enumOf(row.integer(14), Insemination::Icsi);
    }
    return stacks;
}

StackKey insertStack(Database& database, const std::filesystem::path& file, const StackRecord& record)
{
    Query(database,
          "INSERT INTO stack (uid, path, files, size, modified, edges, frames, width, height) "
          "VALUES (?, '', 0, 0, 0, '', ?, ?, ?)",
          record.uid, record.frames, record.width, record.height)
        .run();
    StackRecord stored = record;
    stored.key = database.lastRowId();
    updateStackRow(database, file, stored);
    return stored.key;
}

void updateStackRow(Database& database, const std::filesystem::path& file, const StackRecord& record)
{
    const Fingerprint& print = record.fingerprint;
    Query(database,
          "UPDATE stack SET path = ?, files = ?, size = ?, modified = ?, edges = ?, sha256 = ?, "
          "um_per_px = ?, calibration_source = ?, t0_hours = ?, insemination = ? WHERE id = ?",
          relativeTo(file, record.path), print.files, print.size, print.modified, print.edges, record.sha256,
          record.umPerPixel, int(record.calibrationSource), record.t0Hours, int(record.insemination), record.key)
        .run();
}

void rebaseStacks(Database& database, const std::filesystem::path& from, const std::filesystem::path& to)
{
    for (const StackRecord& stack : readStacks(database, from))
        Query(database, "UPDATE stack SET path = ? WHERE id = ?", relativeTo(to, stack.path), stack.key).run();
}

std::vector<ModelReference> readModels(Database& database)
{
    std::vector<ModelReference> models;
    Query row(database, "SELECT sha256, name, version FROM model ORDER BY id");
    while (row.next())
        models.push_back({row.text(0), row.text(1), row.text(2)});
    return models;
}

StackSummary summaryOf(Database& database, const StackRecord& record)
{
    StackSummary summary;
    summary.record = record;
    {
        Query row(database,
                  "SELECT count(DISTINCT f.id), count(i.id) FROM frame f LEFT JOIN instance i "
                  "ON i.frame = f.id WHERE f.stack = ? AND f.sha256 <> ''",
                  record.key);
        row.next();
        summary.annotatedFrames = row.integer(0);
        summary.instances = row.integer(1);
    }
    {
        Query row(database, "SELECT count(*) FROM frame WHERE stack = ? AND review <> 0", record.key);
        row.next();
        summary.reviewedFrames = row.integer(0);
    }
    Query row(database, "SELECT count(*) FROM step WHERE stack = ?", record.key);
    row.next();
    summary.steps = row.integer(0);
    return summary;
}

} // namespace blastoscope::project
