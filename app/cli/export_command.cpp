// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/cli/exchange_report.h"
#include "app/common/user_folders.h"
#include "core/base/ids.h"
#include "core/formats/registry.h"
#include "core/measure/embryo_ids.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

struct ExportCommandOptions {
    std::string annotations;
    std::string format;
    std::string out;
    bool keepNames = false;
    bool json = false;
};

std::vector<std::string> writableFormats()
{
    std::vector<std::string> ids;
    for (const formats::FormatInfo& info : formats::annotationFormats())
        if (info.canWrite)
            ids.emplace_back(info.id);
    return ids;
}

/// The id of an embryo of that file, the same in every export.
std::string embryoIdOf(const std::string& file, const std::string& embryo, Console& console)
{
    const fs::path source = embryo.empty() ? fs::path(file) : fs::path(file) / embryo;
    const auto id = measure::EmbryoIds(common::dataFolder() / "embryo-ids.json").idOf(source);
    if (id)
        return *id;
    console.warn(id.error().message + " The embryo gets an id for this run only.");
    return base::randomId();
}

base::Status exportFile(const ExportCommandOptions& options, Session& session)
{
    session.console.setJson(options.json);
    formats::ImportOptions reading;
    reading.cancel = session.cancel;
    auto imported = formats::readAnnotations({options.annotations}, reading);
    if (!imported)
        return tl::unexpected(imported.error());
    formats::ExportOptions writing;
    writing.keepNames = options.keepNames;
    writing.embryoIdOf = [&](const std::string& embryo) {
        return embryoIdOf(options.annotations, embryo, session.console);
    };
    writing.cancel = session.cancel;
    writing.onProgress = [&](const base::Progress& progress) { session.console.progress(progress); };
    auto report = formats::writeAnnotations(std::move(imported->frames), *formats::formatNamed(options.format),
                                            options.out, writing);
    if (!report)
        return tl::unexpected(report.error());
    const std::size_t written = report->files.size();
    // What the reading left out is missing in the result, too.
    report->notes.insert(report->notes.begin(), imported->report.notes.begin(), imported->report.notes.end());
    session.console.print("Exported " + counted(std::size_t(report->frames), "picture") + " with " +
                          counted(std::size_t(report->instances), "object") + " as " + options.format + " into " +
                          options.out + " (" + counted(written, "file") + ")");
    if (const std::string notes = toText(*report); !notes.empty())
        session.console.print(notes);
    if (report->lostPixels() > 0)
        session.console.print("  " + std::to_string(report->lostPixels()) +
                              " px were lost to overlap; --format label-layers or coco keeps them.");
    nlohmann::ordered_json out = toJson(*report);
    out["format"] = options.format;
    out["out"] = options.out;
    out["files"] = nlohmann::ordered_json::array();
    for (const fs::path& file : report->files)
        out["files"].push_back(file.generic_string());
    session.console.printJson(out);
    return {};
}

} // namespace

void addExportCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<ExportCommandOptions>();
    CLI::App* command = app.add_subcommand("export", "Write annotations for other programs, and say what is lost");
    command->add_option("--annotations", options->annotations, "COCO file, or any other that import reads")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--format", options->format, "What to write")
        ->required()
        ->check(CLI::IsMember(writableFormats()));
    command->add_option("--out", options->out, "Folder for the files")->required();
    command->add_flag("--keep-names", options->keepNames,
                      "Keep the names of files and embryos and free texts, which may identify patients, instead of "
                      "random ids");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return exportFile(*options, session); }; });
}

} // namespace blastoscope::cli
