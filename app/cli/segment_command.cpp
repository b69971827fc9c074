// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include <nlohmann/json.hpp>

#include "app/cli/listed_images.h"
#include "app/cli/segment_job.h"
#include "app/cli/stack_export.h"
#include "app/common/overlay_picture.h"
#include "app/common/program.h"
#include "app/common/user_folders.h"
#include "core/base/file_io.h"
#include "core/base/ids.h"
#include "core/imaging/burned_in_text.h"
#include "core/imaging/contrast.h"
#include "core/imaging/picture_file.h"
#include "core/measure/embryo_ids.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;
using inference::DeviceChoice;

struct SegmentOptions {
    std::vector<std::string> paths;
    std::string list; ///< COCO file of --images-from
    std::string root;
    std::string model;
    std::string out;
    std::string device = "auto";
    int threads = 0;
    std::string frames;
    std::string plane;
    std::optional<int> channel;
    std::optional<double> umPerPixel;
    std::optional<double> t0;
    int sustainedFrames = measure::kSustainedFrames;
    bool overlays = false;
    bool keepNames = false;
    std::vector<std::string> blanked; ///< X,Y,WIDTH,HEIGHT
    bool json = false;
};

const std::map<std::string, DeviceChoice> kDevices = {
    {"auto", DeviceChoice::Auto}, {"cpu", DeviceChoice::Cpu}, {"cuda", DeviceChoice::Cuda}};

/// X,Y,WIDTH,HEIGHT in pixels; nothing when the text is something else.
std::optional<base::Box> parseRectangle(const std::string& text)
{
    double x = 0, y = 0, width = 0, height = 0;
    int used = 0;
    const int fields = std::sscanf(text.c_str(), "%lf,%lf,%lf,%lf%n", &x, &y, &width, &height, &used);
    const bool valid = fields == 4 && std::size_t(used) == text.size() && width > 0 && height > 0;
    return valid ? std::optional(base::Box{x, y, x + width, y + height}) : std::nullopt;
}

base::Result<std::unique_ptr<inference::Segmenter>> load(const SegmentOptions& options, Console& console)
{
    fs::path weights = options.model;
    if (weights.empty()) {
        const auto shipped = common::findShipped(common::kDefaultModel);
        if (!shipped)
            return tl::unexpected(shipped.error());
        weights = *shipped;
    }
    inference::SegmenterOptions choice;
    choice.device = kDevices.at(options.device);
    choice.threads = options.threads;
    auto segmenter = inference::loadSegmenter(weights, choice);
    if (segmenter)
        console.print("Model " + (*segmenter)->model().name + " " + (*segmenter)->model().version + " on " +
                      (*segmenter)->device().name + " (" + (*segmenter)->device().reason + ")");
    return segmenter;
}

std::string embryoIdOf(const fs::path& path, bool keepNames, Console& console)
{
    if (keepNames)
        return (path.has_filename() ? path : path.parent_path()).stem().string();
    const auto id = measure::EmbryoIds(common::dataFolder() / "embryo-ids.json").idOf(path);
    if (id)
        return *id;
    console.warn(id.error().message + " The embryo gets an id for this run only.");
    return base::randomId();
}

/// Draws overlay pictures as they come in, if they are asked for.
class OverlayWriter {
public:
    explicit OverlayWriter(const SegmentOptions& options) : m_options(options) {}

    /// Into the file "overlays/LABEL.png" of the output.
    base::Status write(const base::Image& image, const annotation::FrameAnnotation& annotation,
                       const std::string& label)
    {
        if (!m_options.overlays)
            return {};
        const bool isScreenRange = image.type == base::PixelType::U8;
        const base::Image display =
            imaging::displayImage(image, isScreenRange ? imaging::fullRange(image) : imaging::autoContrast(image));
        std::vector<base::Box> blanked = imaging::findBurnedInText(display);
        for (const std::string& text : m_options.blanked)
            blanked.push_back(*parseRectangle(text));
        const fs::path name = "overlays/" + label + ".png";
        const fs::path path = fs::path(m_options.out) / name;
        if (const auto ok = base::makeFolder(path.parent_path()); !ok)
            return ok;
        m_files.push_back(name);
        return imaging::writePng(common::drawOverlay(display, annotation, blanked), path);
    }

    const std::vector<fs::path>& files() const { return m_files; }

private:
    const SegmentOptions& m_options;
    std::vector<fs::path> m_files;
};

std::map<std::string, std::string> settingsOf(const SegmentOptions& options, const inference::Segmenter& segmenter)
{
    std::map<std::string, std::string> settings = {
        {"device", segmenter.device().name},
        {"bf16", segmenter.device().bf16 ? "1" : "0"},
        {"count_threshold", std::to_string(segmenter.model().countThreshold)}};
    if (!options.frames.empty())
        settings["frames"] = options.frames;
    if (!options.plane.empty())
        settings["plane"] = options.plane;
    if (options.channel)
        settings["channel"] = std::to_string(*options.channel);
    if (options.t0)
        settings["t0_hours"] = std::to_string(*options.t0);
    return settings;
}

/// Segments several stacks one after the other. One that cannot be segmented does not spoil the others.
class StackRun {
public:
    StackRun(const SegmentOptions& options, const StackSelection& selection, inference::Segmenter& segmenter,
             Session& session)
        : m_options(options), m_selection(selection), m_segmenter(segmenter), m_session(session),
          m_results(segmenter.model())
    {
    }

    base::Status add(const std::string& path)
    {
        const auto stack = imaging::openStack(path);
        if (!stack)
            return tl::unexpected(stack.error());
        for (const std::string& warning : (*stack)->info().warnings)
            m_session.console.warn(warning);
        const std::string id = unusedId(embryoIdOf(path, m_options.keepNames, m_session.console));
        OverlayWriter writer(m_options);
        auto pictures = segmentStack(
            **stack, m_segmenter, m_selection, m_session.cancel,
            [this](const base::Progress& progress) { m_session.console.progress(progress); },
            [this](const std::string& message) { m_session.console.warn(message); },
            [&](const base::Image& image, const SegmentedPicture& picture) {
                return writer.write(image, picture.annotation, frameLabel(id, picture.index.time));
            });
        if (!pictures)
            return tl::unexpected(pictures.error());
        m_results.add(**stack, std::move(*pictures), {id, m_options.umPerPixel, m_options.t0, m_options.keepNames});
        m_overlays.insert(m_overlays.end(), writer.files().begin(), writer.files().end());
        return {};
    }

    base::Status write() const
    {
        return m_results.write(m_options.out, settingsOf(m_options, m_segmenter), m_overlays,
                               m_options.sustainedFrames);
    }

    std::size_t frameCount() const { return m_results.frameCount(); }

private:
    /// Folders of one name, or one stack given twice, must not share an id.
    std::string unusedId(const std::string& id)
    {
        std::string candidate = id;
        for (int i = 2; !m_ids.insert(candidate).second; ++i)
            candidate = id + "-" + std::to_string(i);
        return candidate;
    }

    const SegmentOptions& m_options;
    const StackSelection& m_selection;
    inference::Segmenter& m_segmenter;
    Session& m_session;
    StackExport m_results;
    std::set<std::string> m_ids;
    std::vector<fs::path> m_overlays;
};

base::Status segmentStacks(const SegmentOptions& options, inference::Segmenter& segmenter, Session& session)
{
    const auto range = parseFrameRange(options.frames);
    if (!range)
        return tl::unexpected(range.error());
    const StackSelection selection{*range, options.plane, options.channel};
    StackRun run(options, selection, segmenter, session);
    std::size_t failed = 0;
    base::Status lastFailure;
    for (const std::string& path : options.paths) {
        const auto added = run.add(path);
        if (added)
            continue;
        if (added.error().code == base::ErrorCode::Cancelled || options.paths.size() == 1)
            return added;
        session.console.warn(path + " is left out: " + added.error().message);
        lastFailure = added;
        ++failed;
    }
    if (failed == options.paths.size())
        return lastFailure;
    if (const auto ok = run.write(); !ok)
        return ok;
    const std::size_t done = options.paths.size() - failed;
    session.console.print("Segmented " + std::to_string(run.frameCount()) + " frames of " + std::to_string(done) +
                          (done == 1 ? " stack" : " stacks") +
                          ": cells.csv, frames.csv, embryos.csv, divisions.csv, manifest.json, annotations.json and "
                          "results.json in " +
                          options.out);
    session.console.printJson(
        {{"out", options.out}, {"stacks", done}, {"failed", failed}, {"frames", run.frameCount()}});
    return lastFailure;
}

base::Status segmentList(const SegmentOptions& options, inference::Segmenter& segmenter, Session& session)
{
    const auto list = formats::readCocoDataset(options.list);
    if (!list)
        return tl::unexpected(list.error());
    OverlayWriter overlays(options);
    std::size_t leftOut = 0;
    auto lastCode = base::ErrorCode::Internal;
    const auto found = segmentListedImages(
        *list, options.root, segmenter, session.cancel,
        [&](const base::Progress& progress) { session.console.progress(progress); },
        [&](const base::Error& reason) {
            session.console.warn(reason.message + " It is left out.");
            lastCode = reason.code;
            ++leftOut;
        },
        [&](const formats::CocoImage& listed, const base::Image& image, const annotation::FrameAnnotation& annotation) {
            return overlays.write(image, annotation, std::to_string(listed.id)); // its name may name a patient
        });
    if (!found)
        return tl::unexpected(found.error());
    const fs::path out = options.out;
    if (const auto ok = formats::writeCocoResults(found->results, out / "results.json"); !ok)
        return ok;
    if (const auto ok = formats::writeCocoDataset(found->counted, out / "annotations.json"); !ok)
        return ok;
    const std::size_t done = list->images.size() - leftOut;
    session.console.print("Segmented " + std::to_string(done) + " images: results.json" +
                          (options.overlays ? ", overlays" : "") + " and annotations.json in " + options.out);
    session.console.printJson({{"out", options.out},
                               {"images", done},
                               {"left_out", leftOut},
                               {"results", found->results.size()},
                               {"counted", found->counted.annotations.size()},
                               {"overlays", overlays.files().size()}});
    if (leftOut > 0)
        return base::fail(lastCode,
                          std::to_string(leftOut) + " of " + std::to_string(list->images.size()) +
                              " images were left out; the warnings above say why. The files hold the others.");
    return {};
}

base::Status segment(const SegmentOptions& options, Session& session)
{
    session.console.setJson(options.json);
    auto segmenter = load(options, session.console);
    if (!segmenter)
        return tl::unexpected(segmenter.error());
    if (const auto ok = base::makeFolder(options.out); !ok)
        return ok;
    return options.list.empty() ? segmentStacks(options, **segmenter, session)
                                : segmentList(options, **segmenter, session);
}

std::string checkFrameRange(const std::string& text)
{
    const auto range = parseFrameRange(text);
    return range ? std::string() : range.error().message;
}

std::string checkRectangle(const std::string& text)
{
    return parseRectangle(text) ? std::string() : "A rectangle is written X,Y,WIDTH,HEIGHT, not \"" + text + "\".";
}

void addInputOptions(CLI::App& command, SegmentOptions& options)
{
    auto* paths = command.add_option("PATH", options.paths, "Stacks: folders, image files, TIFFs or videos");
    auto* list = command.add_option("--images-from", options.list,
                                    "Segment exactly the images that this COCO file lists; results.json has its ids");
    auto* root = command.add_option("--root", options.root, "Folder of the images of --images-from");
    list->check(CLI::ExistingFile)->excludes(paths)->needs(root);
    root->check(CLI::ExistingDirectory)->needs(list);
    command.add_option("--frames", options.frames, "A:B, frames A to B - 1 counted from 0; either may be left out")
        ->check(CLI::Validator(checkFrameRange, "A:B"))
        ->excludes(list);
    command.add_option("--plane", options.plane, "Focal plane by name or index; default: the one in focus")
        ->excludes(list);
    command.add_option("--channel", options.channel, "Channel, counted from 0")->excludes(list);
    command.add_option("--um-per-px", options.umPerPixel, "Pixel size in um; replaces what the file says")
        ->check(CLI::PositiveNumber)
        ->excludes(list);
    command.add_option("--t0", options.t0, "Insemination on the time axis of the stack, in hours; gives hpi")
        ->excludes(list);
    command
        .add_option("--sustained-frames", options.sustainedFrames,
                    "Frames in a row with n cells that make t2 to t9 of embryos.csv")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str()
        ->excludes(list);
}

void addOutputOptions(CLI::App& command, SegmentOptions& options)
{
    command.add_option("--out", options.out, "Folder for the results")->required();
    auto* overlays = command.add_flag(
        "--overlays", options.overlays,
        "Also draw the silhouettes into PNG pictures, named by frame or by the id of --images-from; burned-in "
        "text near the border is blanked");
    command.add_option("--mask-rect", options.blanked, "Also blank X,Y,WIDTH,HEIGHT (px) there; may be repeated")
        ->check(CLI::Validator(checkRectangle, "X,Y,W,H"))
        ->needs(overlays);
    command.add_flag("--keep-names", options.keepNames,
                     "Keep the names of files and folders, which may identify patients, instead of random ids");
    command.add_flag("--json", options.json, "Print one JSON object");
}

} // namespace

void addSegmentCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<SegmentOptions>();
    CLI::App* command = app.add_subcommand("segment", "Find every blastomere as a whole, measure and export");
    addInputOptions(*command, *options);
    addOutputOptions(*command, *options);
    command->add_option("--model", options->model, "Weights (.safetensors); default: the shipped ones")
        ->check(CLI::ExistingFile);
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "Threads for the arithmetic; 0 for all cores but one")
        ->check(CLI::Range(0, 1024))
        ->capture_default_str();
    command->callback([options, &chosen] {
        if (options->paths.empty() && options->list.empty())
            throw CLI::RequiredError("PATH or --images-from");
        chosen = [options](Session& session) { return segment(*options, session); };
    });
}

} // namespace blastoscope::cli
