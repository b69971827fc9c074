// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/cli/exchange_report.h"
#include "core/base/object_class.h"
#include "core/formats/coco_annotation.h"
#include "core/formats/registry.h"

namespace blastoscope::cli {
namespace {

struct ImportCommandOptions {
    std::vector<std::string> paths;
    std::string to;
    std::string images;
    std::vector<std::string> classes; ///< NAME=CLASS
    bool json = false;
};

struct ClassChoice {
    std::string name;
    int classId = 0;
};

std::optional<ClassChoice> parseClassChoice(const std::string& text)
{
    const auto equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0)
        return std::nullopt;
    const auto& names = base::kObjectClassNames;
    const auto known = std::find(names.begin(), names.end(), text.substr(equals + 1));
    if (known == names.end())
        return std::nullopt;
    return ClassChoice{text.substr(0, equals), int(known - names.begin()) + 1};
}

std::string checkClassChoice(const std::string& text)
{
    return parseClassChoice(text)
               ? std::string()
               : "A class is written NAME=blastomere, NAME=fragment or NAME=polar_body, not \"" + text + "\".";
}

base::Status importFiles(const ImportCommandOptions& options, Session& session)
{
    session.console.setJson(options.json);
    formats::ImportOptions how;
    how.images = options.images;
    for (const std::string& text : options.classes) {
        const auto choice = parseClassChoice(text);
        how.classes[choice->name] = choice->classId;
    }
    how.cancel = session.cancel;
    how.onProgress = [&](const base::Progress& progress) { session.console.progress(progress); };
    const auto imported = formats::readAnnotations({options.paths.begin(), options.paths.end()}, how);
    if (!imported)
        return tl::unexpected(imported.error());
    if (const auto ok = formats::writeCocoDataset(formats::toCoco(imported->frames), options.to); !ok)
        return ok;
    const formats::ExchangeReport& report = imported->report;
    session.console.print("Imported " + counted(std::size_t(report.frames), "picture") + " with " +
                          counted(std::size_t(report.instances), "object") + " into " + options.to);
    if (const std::string notes = toText(report); !notes.empty())
        session.console.print(notes);
    nlohmann::ordered_json out = toJson(report);
    out["to"] = options.to;
    session.console.printJson(out);
    return {};
}

} // namespace

void addImportCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<ImportCommandOptions>();
    CLI::App* command = app.add_subcommand("import", "Read annotations of other programs into one COCO file");
    command
        ->add_option(
            "PATH", options->paths,
            "Files, or folders of files: COCO, COCOA, KINS, labelme and X-AnyLabeling (.json), label images, "
            "Cellpose masks and masks of one object each, called PICTURE_NUMBER or in a folder called PICTURE (.tif, "
            ".png)")
        ->required();
    command->add_option("--to", options->to, "COCO file to write")->required();
    command
        ->add_option("--images", options->images, "Folder of the pictures: finds them by name and checks their sizes")
        ->check(CLI::ExistingDirectory);
    command
        ->add_option("--class", options->classes,
                     "NAME=CLASS: what the files call NAME is a blastomere, fragment or polar_body; may be repeated, "
                     "\"*\" is every other name")
        ->allow_extra_args(false)
        ->check(CLI::Validator(checkClassChoice, "NAME=CLASS"));
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return importFiles(*options, session); }; });
}

} // namespace blastoscope::cli
