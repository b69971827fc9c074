// SPDX-License-Identifier: Apache-2.0
#include "core/measure/export.h"

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/sha256.h"
#include "core/base/utc_time.h"
#include "core/measure/cells_table.h"
#include "core/measure/divisions_table.h"
#include "core/measure/embryos_table.h"
#include "core/measure/frames_table.h"
#include "core/measure/stack_lineage.h"

namespace blastoscope::measure {
namespace {

using nlohmann::ordered_json;

ordered_json toJson(const std::vector<ColumnInfo>& columns)
{
    ordered_json list = ordered_json::array();
    for (const ColumnInfo& column : columns)
        list.push_back(
            {{"name", column.name}, {"unit", column.unit}, {"formula", column.formula}, {"missing", column.missing}});
    return list;
}

ordered_json toJson(const StackRecord& stack)
{
    ordered_json out = {{"embryo_id", stack.embryoId}, {"n_frames", stack.frames.size()}};
    out["px_size_um"] = stack.umPerPixel ? ordered_json(*stack.umPerPixel) : ordered_json(nullptr);
    out["px_size_source"] = stack.pixelSizeSource;
    out["time_source"] = stack.timeSource;
    out["t0_known"] = stack.t0Hours.has_value();
    return out;
}

base::Result<ordered_json> describeFiles(const std::filesystem::path& folder,
                                         const std::vector<std::filesystem::path>& files)
{
    ordered_json list = ordered_json::array();
    for (const auto& file : files) {
        const auto hash = base::sha256OfFile(folder / file);
        if (!hash)
            return tl::unexpected(hash.error());
        list.push_back({{"name", file.generic_string()}, {"sha256", *hash}});
    }
    return list;
}

ordered_json makeManifest(std::span<const StackRecord> stacks, const ExportInfo& info, ordered_json files)
{
    ordered_json manifest;
    manifest["schema_version"] = kSchemaVersion;
    manifest["intended_use"] = "For research use only. Not for use in diagnostic procedures.";
    manifest["exported_at"] = base::utcNow();
    manifest["application"] = {{"name", "Blastoscope"}, {"version", info.appVersion}};
    manifest["model"] = nullptr;
    if (!info.model.sha256.empty())
        manifest["model"] = {{"name", info.model.name},
                             {"version", info.model.version},
                             {"sha256", info.model.sha256},
                             {"licence", info.model.licence}};
    manifest["settings"] = info.settings;
    manifest["settings"]["sustained_frames"] = std::to_string(info.sustainedFrames);
    manifest["embryos"] = ordered_json::array();
    for (const StackRecord& stack : stacks)
        manifest["embryos"].push_back(toJson(stack));
    manifest["files"] = std::move(files);
    manifest["columns"] = {{"cells.csv", toJson(cellsColumns())},
                           {"frames.csv", toJson(framesColumns())},
                           {"embryos.csv", toJson(embryosColumns())},
                           {"divisions.csv", toJson(divisionsColumns())}};
    return manifest;
}

} // namespace

base::Status exportMeasurements(const std::filesystem::path& folder, std::span<const StackRecord> stacks,
                                const ExportInfo& info, const base::CancellationToken& cancel,
                                const base::ProgressCallback& onProgress)
{
    std::vector<tracking::Lineage> lineages;
    std::vector<MeasuredFrame> frames;
    for (const StackRecord& stack : stacks) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        if (onProgress)
            onProgress({std::int64_t(lineages.size()), std::int64_t(stacks.size()), "Measuring embryo"});
        lineages.push_back(lineageOf(stack));
        for (MeasuredFrame& frame : measureStack(stack, lineages.back()))
            frames.push_back(std::move(frame));
    }
    std::vector<EmbryoMetrics> embryos;
    std::span<const MeasuredFrame> rest(frames);
    for (std::size_t i = 0; i < stacks.size(); ++i) {
        const std::size_t count = stacks[i].frames.size();
        embryos.push_back(measureEmbryo(stacks[i], rest.first(count), lineages[i], info.sustainedFrames));
        rest = rest.subspan(count);
    }
    const std::pair<const char*, std::string> tables[] = {{"cells.csv", cellsCsv(frames)},
                                                          {"frames.csv", framesCsv(frames)},
                                                          {"embryos.csv", embryosCsv(embryos)},
                                                          {"divisions.csv", divisionsCsv(embryos)}};
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
    if (const auto ok = base::makeFolder(folder); !ok)
        return ok;
    std::vector<std::filesystem::path> files;
    for (const auto& [name, table] : tables) {
        if (const auto ok = base::writeTextFile(folder / name, table); !ok)
            return ok;
        files.push_back(name);
    }
    files.insert(files.end(), info.otherFiles.begin(), info.otherFiles.end());
    auto described = describeFiles(folder, files);
    if (!described)
        return tl::unexpected(described.error());
    const ordered_json manifest = makeManifest(stacks, info, std::move(*described));
    return base::writeTextFile(folder / "manifest.json",
                               manifest.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n");
}

} // namespace blastoscope::measure
