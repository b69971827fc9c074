// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <filesystem>

#include <nlohmann/json.hpp>

#include "app/factory/sample_series.h"
#include "core/dataset/generated/sample_annotations.h"
#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::cli {
namespace {

struct InterpretOptions {
    std::string generator, samples, labels, out;
    int threads = 1;
    train::InterpreterOptions learning{
        .classNames = {masks::kSemanticClassNames.begin(), masks::kSemanticClassNames.end()}};
    bool json = false;
};

base::Status learnLabels(const InterpretOptions& options, Session& session)
{
    session.console.setJson(options.json);
    const auto list = dataset::readSampleList(options.samples);
    if (!list)
        return tl::unexpected(list.error());
    auto factory = factory::openFactoryOf(*list, options.generator, options.threads);
    if (!factory)
        return tl::unexpected(factory.error());
    const auto labels = std::filesystem::is_directory(options.labels)
                            ? dataset::readSampleLabels(*list, options.labels)
                            : dataset::labelsFromAnnotations(*list, options.labels);
    if (!labels)
        return tl::unexpected(labels.error());
    const auto report = factory::learnLabels(*factory, *labels, options.learning, session.cancel, progressOf(session));
    if (!report)
        return tl::unexpected(report.error());
    if (auto written = factory->writeInterpreter(options.out); !written)
        return written;
    session.console.print("Learned from " + std::to_string(labels->size()) + " labelled samples; mean IoU on them " +
                          std::to_string(report->at("train_miou").get<double>()) + ".\n");
    session.console.printJson(nlohmann::ordered_json(*report));
    return {};
}

void addLearningOptions(CLI::App& command, train::InterpreterOptions& learning)
{
    command
        .add_option("--classes", learning.classNames,
                    "Names of the classes, background first; \"cell\", \"overlap\" and \"fragment\" become instances")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--taps", learning.taps, "Feature maps")
        ->check(CLI::IsMember({"all13", "all14", "last_per_block"}))
        ->capture_default_str();
    command.add_option("--hidden", learning.hidden, "Sizes of the hidden layers")
        ->delimiter(',')
        ->capture_default_str();
    command.add_option("--classifiers", learning.classifiers, "How many vote")
        ->check(CLI::Range(1, 100))
        ->capture_default_str();
    command.add_option("--epochs", learning.epochs, "At most")->check(CLI::Range(1, 10000))->capture_default_str();
    command.add_option("--pixels", learning.pixelsPerSample, "Pixels of each sample")
        ->check(CLI::Range(1, 1 << 20))
        ->capture_default_str();
    command.add_option("--seed", learning.seed, "Of everything random")->capture_default_str();
}

} // namespace

void addGanInterpretCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<InterpretOptions>();
    CLI::App* command = group.add_subcommand("interpret", "Learn to label samples from some labelled ones");
    addGeneratorOptions(*command, options->generator, options->threads);
    command->add_option("--samples", options->samples, "Folder that \"gan sample\" wrote")
        ->required()
        ->check(CLI::ExistingDirectory);
    command
        ->add_option(
            "--labels", options->labels,
            "Folder of label images (PNG or TIFF, a class number per pixel, 255: unknown), named as the samples; or "
            "COCO file of the samples: its accepted frames give background, fragment, cell and overlap")
        ->required()
        ->check(CLI::ExistingPath);
    command->add_option("--out", options->out, "Interpreter file to write")->required();
    addLearningOptions(*command, options->learning);
    command->add_flag("--json", options->json, "Print the report as JSON");
    runs(command, options, chosen, learnLabels);
}

} // namespace blastoscope::cli
