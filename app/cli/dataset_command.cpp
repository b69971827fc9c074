// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <memory>

#include <nlohmann/json.hpp>

#include "core/dataset/coco_frames.h"
#include "core/dataset/dataset_builder.h"

namespace blastoscope::cli {
namespace {

struct DatasetOptions {
    std::string annotations;
    std::string root;
    std::string embryoFrom;
    dataset::BuildOptions build;
    std::string out;
    bool incomplete = false;
    bool json = false;
};

base::Status buildDataset(const DatasetOptions& options, Session& session)
{
    session.console.setJson(options.json);
    const auto rule = dataset::EmbryoRule::parse(options.embryoFrom);
    if (!rule)
        return tl::unexpected(rule.error());
    const auto frames = dataset::framesFromCoco(options.annotations, options.root, *rule);
    if (!frames)
        return tl::unexpected(frames.error());
    dataset::BuildOptions build = options.build;
    build.out = options.out;
    build.exhaustive = !options.incomplete;
    const auto report = dataset::buildDataset(
        *frames, build, session.cancel, [&](const base::Progress& progress) { session.console.progress(progress); });
    if (!report)
        return tl::unexpected(report.error());
    for (const std::string& warning : report->warnings)
        session.console.warn(warning);
    session.console.print(dataset::toText(*report));
    session.console.printJson(dataset::toJson(*report));
    return {};
}

} // namespace

void addDatasetCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<DatasetOptions>();
    CLI::App* group = app.add_subcommand("dataset", "Training sets");
    group->require_subcommand(1);
    CLI::App* command = group->add_subcommand("build", "Build a training set from annotated pictures");
    command->add_option("--annotations", options->annotations, "Annotations (COCO file)")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--root", options->root, "Folder that the file names in it start from")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--out", options->out, "Folder of the training set; must be new or empty")->required();
    command->add_option(
        "--embryo-from", options->embryoFrom,
        "Whose each picture is: id (key embryo_id), folder, pattern:REGEX (its first group, on the file "
        "name) or file:LIST.csv (lines FILE_NAME,EMBRYO); default: embryo_id, else the folder");
    auto* names = command
                      ->add_option("--validation", options->build.split.validation,
                                   "Embryos to hold out, separated by commas")
                      ->delimiter(',');
    command
        ->add_option("--validation-share", options->build.split.validationShare,
                     "Share of the frames to hold out, by whole embryos")
        ->check(CLI::Range(0.0, 0.99))
        ->capture_default_str()
        ->excludes(names);
    command->add_flag("--incomplete", options->incomplete,
                      "The pictures show objects that are not annotated: do not learn them as background");
    command->add_flag("--json", options->json, "Print the report as JSON");
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return buildDataset(*options, session); }; });
}

} // namespace blastoscope::cli
