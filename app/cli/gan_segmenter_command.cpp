// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <algorithm>
#include <filesystem>
#include <span>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/train/semantic_segmenter.h"
#include "core/base/file_io.h"
#include "core/evaluation/class_overlap.h"
#include "core/imaging/picture_file.h"
#include "core/imaging/picture_reader.h"
#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPng = ".png";

struct SegmenterTrainOptions {
    std::vector<std::string> pairs;
    std::vector<int> counts;
    std::string out;
    train::SemanticTraining training{
        .classNames = {masks::kSemanticClassNames.begin(), masks::kSemanticClassNames.end()}};
};

struct SegmenterLabelOptions {
    std::string segmenter, pictures, out;
    int threads = 1;
};

struct SegmenterScoreOptions {
    std::string labels, truth;
    std::vector<std::string> classNames{masks::kSemanticClassNames.begin(), masks::kSemanticClassNames.end()};
    bool json = false;
};

/// Names of the PNG files in a folder, sorted, without the grid that "gan sample" leaves there.
base::Result<std::vector<std::string>> pngNames(const fs::path& folder)
{
    std::vector<std::string> names;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == kPng && entry.path().filename() != "grid.png")
            names.push_back(entry.path().filename().string());
    if (error)
        return base::fail(base::ErrorCode::Io, "The folder " + folder.string() + " cannot be read.", error.message());
    if (names.empty())
        return base::fail(base::ErrorCode::NotFound, "There are no PNG pictures in " + folder.string() + ".");
    std::sort(names.begin(), names.end());
    return names;
}

/// The first `count` (0: all) pairs of a folder with images/ and labels/.
base::Status addPairs(const fs::path& folder, int count, std::vector<train::SemanticPair>& pairs)
{
    auto names = pngNames(folder / "images");
    if (!names)
        return tl::unexpected(names.error());
    if (count > 0 && std::size_t(count) > names->size())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "There are only " + std::to_string(names->size()) + " pictures in " + folder.string() + ".");
    if (count > 0)
        names->resize(std::size_t(count));
    for (const std::string& name : *names) {
        auto picture = imaging::readPicture(folder / "images" / name);
        if (!picture)
            return tl::unexpected(picture.error());
        auto labels = imaging::readPicture(folder / "labels" / name);
        if (!labels)
            return tl::unexpected(labels.error());
        pairs.push_back({std::move(*picture), std::move(*labels)});
    }
    return {};
}

base::Status trainSegmenter(const SegmenterTrainOptions& options, Session& session)
{
    if (!options.counts.empty() && options.counts.size() != options.pairs.size())
        return base::fail(base::ErrorCode::InvalidArgument, "--counts needs one number for each folder of --pairs.");
    std::vector<train::SemanticPair> pairs;
    for (std::size_t i = 0; i < options.pairs.size(); ++i)
        if (auto added = addPairs(options.pairs[i], options.counts.empty() ? 0 : options.counts[i], pairs); !added)
            return added;
    const auto segmenter =
        train::SemanticSegmenter::train(pairs, options.training, session.cancel, progressOf(session));
    if (!segmenter)
        return tl::unexpected(segmenter.error());
    if (auto written = segmenter->write(options.out); !written)
        return written;
    session.console.print("Learned from " + std::to_string(pairs.size()) + " labelled pictures.\n");
    return {};
}

base::Status labelPictures(const SegmenterLabelOptions& options, Session& session)
{
    auto segmenter = train::SemanticSegmenter::open(options.segmenter, options.threads);
    if (!segmenter)
        return tl::unexpected(segmenter.error());
    const auto names = pngNames(options.pictures);
    if (!names)
        return tl::unexpected(names.error());
    if (auto made = base::makeFolder(options.out); !made)
        return made;
    std::int64_t done = 0;
    for (const std::string& name : *names) {
        if (session.cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        const auto picture = imaging::readPicture(fs::path(options.pictures) / name);
        if (!picture)
            return tl::unexpected(picture.error());
        const auto labels = segmenter->labels(*picture);
        if (!labels)
            return tl::unexpected(labels.error());
        if (auto written = imaging::writePng(*labels, fs::path(options.out) / name); !written)
            return written;
        session.console.progress({++done, std::ssize(*names), "Labelling " + name});
    }
    session.console.print(std::to_string(names->size()) + " label images in " + options.out + "\n");
    return {};
}

std::span<const std::uint8_t> pixelsOf(const base::Image& map)
{
    return {map.row<std::uint8_t>(0), map.bytes.size()};
}

base::Status scoreLabels(const SegmenterScoreOptions& options, Session& session)
{
    session.console.setJson(options.json);
    const auto names = pngNames(options.labels);
    if (!names)
        return tl::unexpected(names.error());
    evaluation::ClassOverlap overlap(options.classNames.size());
    for (const std::string& name : *names) {
        const auto found = imaging::readPicture(fs::path(options.labels) / name);
        const auto truth = imaging::readPicture(fs::path(options.truth) / name);
        if (!found || !truth)
            return tl::unexpected(found ? truth.error() : found.error());
        if (auto added = overlap.add(pixelsOf(*found), pixelsOf(*truth)); !added)
            return added;
    }
    nlohmann::ordered_json byClass = nlohmann::ordered_json::object();
    for (std::size_t c = 0; c < options.classNames.size(); ++c) {
        if (const auto iou = overlap.of(c)) {
            byClass[options.classNames[c]] = *iou;
            session.console.print(options.classNames[c] + " " + std::to_string(*iou) + "\n");
        }
    }
    session.console.print("Mean IoU over " + std::to_string(names->size()) +
                          " pictures: " + std::to_string(overlap.mean()) + "\n");
    session.console.printJson({{"pictures", names->size()}, {"miou", overlap.mean()}, {"iou", byClass}});
    return {};
}

void addTrain(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<SegmenterTrainOptions>();
    CLI::App* command = group.add_subcommand("train", "Train one on labelled pictures");
    command
        ->add_option("--pairs", options->pairs,
                     "Folders with images/ and labels/ (PNG of the same names), as \"gan synthesize\" and \"simulate "
                     "--semantic\" write them")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--counts", options->counts, "How many pictures of each folder (default: all)")
        ->check(CLI::Range(1, 1000000));
    command->add_option("--out", options->out, "File to write")->required();
    command->add_option("--kind", options->training.kind, "Network")
        ->check(CLI::IsMember({"unet", "fcn"}))
        ->capture_default_str();
    command->add_option("--classes", options->training.classNames, "Names of the classes, background first")
        ->delimiter(',')
        ->capture_default_str();
    command->add_option("--steps", options->training.steps, "Steps of training")
        ->check(CLI::Range(1, 10000000))
        ->capture_default_str();
    command->add_option("--batch", options->training.batch, "Pictures of a step")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_option("--learning-rate", options->training.learningRate, "Largest step size")->capture_default_str();
    command->add_option("--seed", options->training.seed, "Of everything random")->capture_default_str();
    command->add_option("--threads", options->training.threads, "Threads for the arithmetic")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    runs(command, options, chosen, trainSegmenter);
}

void addLabel(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<SegmenterLabelOptions>();
    CLI::App* command = group.add_subcommand("label", "Label pictures with one");
    command->add_option("--segmenter", options->segmenter, "File that \"train\" wrote")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--pictures", options->pictures, "Folder of PNG pictures")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--out", options->out, "Folder for label images of the same names")->required();
    command->add_option("--threads", options->threads, "Threads for the arithmetic")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    runs(command, options, chosen, labelPictures);
}

void addScore(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<SegmenterScoreOptions>();
    CLI::App* command = group.add_subcommand("score", "Compare label images with others of the same names");
    command->add_option("--labels", options->labels, "Folder of what was found")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--truth", options->truth, "Folder of what is true")->required()->check(CLI::ExistingDirectory);
    command->add_option("--classes", options->classNames, "Names of the classes, background first")
        ->delimiter(',')
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print the numbers as JSON");
    runs(command, options, chosen, scoreLabels);
}

} // namespace

void addGanSegmenterCommand(CLI::App& group, Action& chosen)
{
    CLI::App* own = group.add_subcommand("segmenter", "Networks that give pixels classes: what labelled samples are "
                                                      "good for is measured with them");
    own->require_subcommand(1);
    addTrain(*own, chosen);
    addLabel(*own, chosen);
    addScore(*own, chosen);
}

} // namespace blastoscope::cli
