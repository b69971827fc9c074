// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <memory>
#include <optional>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/dataset/coco_frames.h"
#include "core/dataset/generated/synthetic_set.h"
#include "core/inference/shape_snap.h"

namespace blastoscope::cli {
namespace {

struct GanDatasetOptions {
    std::string pairs, accepted, shapeModel, real, root, embryoFrom, out;
    double share = 0;
    dataset::SplitOptions split;
    bool incomplete = false;
    bool json = false;
};

/// One name per line; empty lines are skipped.
base::Result<std::vector<std::string>> namesIn(const std::string& file)
{
    const auto text = base::readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    std::vector<std::string> names;
    std::istringstream lines(*text);
    for (std::string line; std::getline(lines, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty())
            names.push_back(line);
    }
    if (names.empty())
        return base::fail(base::ErrorCode::InvalidArgument, "The list " + file + " names no picture.");
    return names;
}

base::Status addReal(const GanDatasetOptions& options, dataset::SyntheticSetOptions& set)
{
    const auto rule = dataset::EmbryoRule::parse(options.embryoFrom);
    if (!rule)
        return tl::unexpected(rule.error());
    auto frames = dataset::framesFromCoco(options.real, options.root, *rule);
    if (!frames)
        return tl::unexpected(frames.error());
    set.real = std::move(*frames);
    if (options.share > 0)
        set.syntheticShare = options.share;
    return {};
}

base::Status makeSet(const GanDatasetOptions& options, Session& session)
{
    session.console.setJson(options.json);
    dataset::SyntheticSetOptions set;
    set.synthetic.pairs = options.pairs;
    set.build = {options.out, options.split, !options.incomplete};
    if (!options.accepted.empty()) {
        auto names = namesIn(options.accepted);
        if (!names)
            return tl::unexpected(names.error());
        set.synthetic.accepted = std::move(*names);
    }
    std::unique_ptr<inference::ShapeSnap> snap;
    if (!options.shapeModel.empty()) {
        auto loaded = inference::loadShapeSnap(options.shapeModel);
        if (!loaded)
            return tl::unexpected(loaded.error());
        snap = std::move(*loaded);
        set.synthetic.complete = [&](const masks::RleMask& mask) { return snap->snap(mask); };
        set.synthetic.shapeModel = snap->model().sha256;
    }
    if (!options.real.empty())
        if (auto added = addReal(options, set); !added)
            return added;
    const auto report = dataset::writeTrainingSet(set, session.cancel, progressOf(session));
    if (!report)
        return tl::unexpected(report.error());
    for (const std::string& warning : report->warnings)
        session.console.warn(warning);
    session.console.print(dataset::toText(*report));
    session.console.printJson(dataset::toJson(*report));
    return {};
}

void addRealOptions(CLI::App& command, GanDatasetOptions& options)
{
    auto* real = command.add_option("--real", options.real, "Annotations of real pictures to mix in (COCO file)")
                     ->check(CLI::ExistingFile);
    auto* root = command.add_option("--root", options.root, "Folder that the file names in --real start from")
                     ->check(CLI::ExistingDirectory)
                     ->needs(real);
    real->needs(root);
    command
        .add_option(
            "--share", options.share,
            "Share of synthetic pictures among those to train on; real ones are repeated and synthetic ones left "
            "out to reach it (default: all of both, once)")
        ->check(CLI::Range(0.001, 0.999))
        ->needs(real);
    command.add_option("--embryo-from", options.embryoFrom, "Whose each real picture is (see dataset build)")
        ->needs(real);
    auto* names = command
                      .add_option("--validation", options.split.validation,
                                  "Embryos to hold out, separated by commas; with --real only real ones can be")
                      ->delimiter(',');
    command
        .add_option("--validation-share", options.split.validationShare,
                    "Share to hold out: of the real frames by whole embryos, without --real of the synthetic ones")
        ->check(CLI::Range(0.0, 0.99))
        ->capture_default_str()
        ->excludes(names);
    command.add_flag(
        "--incomplete", options.incomplete,
        "The pictures show objects that are not annotated: do not learn them as background; holds for all of them");
}

} // namespace

void addGanDatasetCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanDatasetOptions>();
    CLI::App* command = group.add_subcommand(
        "dataset", "Build a training set from samples with labels: their label maps are split into instances");
    command->add_option("--pairs", options->pairs, "Folder that \"gan synthesize\" wrote")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--out", options->out, "Folder of the training set; must be new or empty")->required();
    command->add_option("--accepted", options->accepted, "List of the files to take, a name per line; default: all")
        ->check(CLI::ExistingFile);
    command
        ->add_option("--shape-model", options->shapeModel,
                     "Model that completes silhouettes (shape-snap.safetensors); default: as the label maps have them")
        ->check(CLI::ExistingFile);
    addRealOptions(*command, *options);
    command->add_option("--seed", options->split.seed, "Of what is drawn")->capture_default_str();
    command->add_flag("--json", options->json, "Print the report as JSON");
    runs(command, options, chosen, makeSet);
}

} // namespace blastoscope::cli
