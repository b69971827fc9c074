// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "app/common/program.h"
#include "app/common/user_folders.h"
#include "core/base/ids.h"
#include "core/base/sha256.h"
#include "core/formats/coco_annotation.h"
#include "core/measure/embryo_ids.h"
#include "core/measure/export.h"
#include "core/measure/stack_lineage.h"

namespace blastoscope::cli {
namespace {

struct MeasureOptions {
    std::string annotations;
    std::string out;
    std::optional<double> umPerPixel;
    std::optional<double> t0;
    int sustainedFrames = measure::kSustainedFrames;
    bool json = false;
};

/// Frames without an embryo id belong to one embryo that is known by the file.
std::string nameOfRest(const std::string& file, Console& console)
{
    const auto id = measure::EmbryoIds(common::dataFolder() / "embryo-ids.json").idOf(file);
    if (id)
        return *id;
    console.warn(id.error().message + " The embryo gets an id for this run only.");
    return base::randomId();
}

base::Result<std::vector<measure::StackRecord>> groupByEmbryo(std::vector<formats::AnnotatedFrame> frames,
                                                              const MeasureOptions& options, Console& console)
{
    std::map<std::string, measure::StackRecord> stacks;
    std::string rest;
    for (formats::AnnotatedFrame& frame : frames) {
        if (frame.embryoId.empty() && rest.empty())
            rest = nameOfRest(options.annotations, console);
        const std::string id = frame.embryoId.empty() ? rest : frame.embryoId;
        const auto umPerPixel = options.umPerPixel ? options.umPerPixel : frame.umPerPixel;
        auto [entry, isNew] = stacks.try_emplace(id);
        measure::StackRecord& stack = entry->second;
        if (isNew) {
            stack.embryoId = id;
            stack.umPerPixel = umPerPixel;
            stack.pixelSizeSource = options.umPerPixel ? "user" : frame.umPerPixel ? "file" : "";
            stack.timeSource = frame.timeSource;
            stack.t0Hours = options.t0 ? options.t0 : frame.t0Hours;
        } else if (stack.umPerPixel != umPerPixel) {
            return base::fail(base::ErrorCode::Corrupt, "The pictures of the embryo \"" + id +
                                                            "\" have different pixel sizes. Give one with "
                                                            "--um-per-px.");
        }
        stack.frames.push_back(
            {std::move(frame.annotation), frame.frameIndex, std::nullopt, frame.timeHours, std::string()});
    }
    std::vector<measure::StackRecord> list;
    for (auto& [id, stack] : stacks) {
        std::stable_sort(stack.frames.begin(), stack.frames.end(),
                         [](const auto& a, const auto& b) { return a.frameIndex < b.frameIndex; });
        // A file that begins later does not tell when the stack began: its clock is taken to start there.
        const measure::StackFrame& first = stack.frames.front();
        stack.firstFrameHours = first.frameIndex == 0 ? first.timeHours : 0;
        if (id != rest) // pictures without an embryo are hardly a time-lapse
            measure::trackUntracked(stack);
        list.push_back(std::move(stack));
    }
    return list;
}

/// The hash of the weights behind the masks, when it is one and the same.
std::string modelOf(const formats::CocoDataset& dataset)
{
    std::set<std::string> hashes;
    for (const formats::CocoAnnotation& annotation : dataset.annotations)
        if (!annotation.modelSha256.empty())
            hashes.insert(annotation.modelSha256);
    return hashes.size() == 1 ? *hashes.begin() : std::string();
}

base::Status measureAnnotations(const MeasureOptions& options, Session& session)
{
    session.console.setJson(options.json);
    const auto dataset = formats::readCocoDataset(options.annotations);
    if (!dataset)
        return tl::unexpected(dataset.error());
    auto frames = formats::fromCoco(*dataset);
    if (!frames)
        return tl::unexpected(frames.error());
    const std::size_t frameCount = frames->size();
    const auto stacks = groupByEmbryo(std::move(*frames), options, session.console);
    if (!stacks)
        return tl::unexpected(stacks.error());
    measure::ExportInfo info;
    info.appVersion = common::version();
    info.model.sha256 = modelOf(*dataset);
    info.sustainedFrames = options.sustainedFrames;
    if (const auto hash = base::sha256OfFile(options.annotations))
        info.settings["annotations_sha256"] = *hash;
    if (options.t0)
        info.settings["t0_hours"] = std::to_string(*options.t0);
    if (const auto ok = measure::exportMeasurements(options.out, *stacks, info); !ok)
        return ok;
    session.console.print("Measured " + std::to_string(frameCount) + " frames of " + std::to_string(stacks->size()) +
                          " embryos: cells.csv, frames.csv, embryos.csv, divisions.csv and manifest.json in " +
                          options.out);
    session.console.printJson({{"out", options.out}, {"embryos", stacks->size()}, {"frames", frameCount}});
    return {};
}

} // namespace

void addMeasureCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<MeasureOptions>();
    CLI::App* command = app.add_subcommand("measure", "Measure the silhouettes of a COCO file");
    command->add_option("--annotations", options->annotations, "COCO file")->required()->check(CLI::ExistingFile);
    command->add_option("--out", options->out, "Folder for the tables and manifest.json")->required();
    command->add_option("--um-per-px", options->umPerPixel, "Pixel size in um; replaces what the file says")
        ->check(CLI::PositiveNumber);
    command->add_option("--t0", options->t0,
                        "Insemination on the time axis of the file, in hours; replaces what the file says");
    command
        ->add_option("--sustained-frames", options->sustainedFrames,
                     "Frames in a row with n cells that make t2 to t9 of embryos.csv")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback(
        [options, &chosen] { chosen = [options](Session& session) { return measureAnnotations(*options, session); }; });
}

} // namespace blastoscope::cli
