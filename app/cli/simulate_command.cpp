// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <filesystem>
#include <iomanip>
#include <map>
#include <memory>
#include <sstream>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/formats/coco.h"
#include "core/imaging/picture_file.h"
#include "core/masks/semantic/semantic_map.h"
#include "core/simulation/embryo_simulator.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;
using simulation::Look;
using simulation::SimulatedFrame;

const std::map<std::string, Look> kLooks = {{"hoffman", Look::Hoffman},
                                            {"brightfield", Look::Brightfield},
                                            {"embryoscope", Look::EmbryoScope},
                                            {"mixed", Look::Mixed}};
const std::map<std::string, simulation::Framing> kFramings = {{"whole", simulation::Framing::WholeFrame},
                                                              {"clump", simulation::Framing::ClumpCrop}};

struct SimulateOptions {
    std::string out;
    int embryos = 1;
    int frames = 1;
    std::uint64_t seed = 1;
    bool json = false;
    bool jpeg = false;
    bool cleavageOnly = false;
    bool semantic = false; ///< also write label images
    std::string look = "mixed";
    std::string framing = "whole";
    simulation::SimulationOptions picture;
};

/// Five digits, so that names sort as numbers do.
std::string padded(int number)
{
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

void appendFrame(const SimulatedFrame& frame, formats::CocoImage image, formats::CocoDataset& dataset)
{
    std::unordered_map<int, std::int64_t> annotationIds;
    for (const simulation::SimulatedInstance& instance : frame.instances) {
        formats::CocoAnnotation out;
        out.id = std::int64_t(dataset.annotations.size()) + 1;
        out.imageId = image.id;
        out.categoryId = int(instance.objectClass);
        out.segmentation = instance.amodal;
        out.box = instance.amodal.boundingBox();
        out.area = double(instance.amodal.area());
        out.isCrowd = instance.ignore;
        out.visibleMask = instance.visible;
        out.trackId = instance.id;
        annotationIds[instance.id] = out.id;
        dataset.annotations.push_back(std::move(out));
    }
    for (const simulation::DepthPair& pair : frame.order)
        if (annotationIds.contains(pair.nearer) && annotationIds.contains(pair.farther))
            image.order.push_back({annotationIds[pair.nearer], annotationIds[pair.farther]});
    if (frame.zonaBox)
        image.embryoBoxes.push_back(*frame.zonaBox);
    dataset.images.push_back(std::move(image));
}

/// The class of each pixel as the interpreter of generated pictures learns it.
base::Image semanticMapOf(const SimulatedFrame& frame)
{
    std::vector<masks::RleMask> cells, fragments, unknown;
    for (const simulation::SimulatedInstance& instance : frame.instances) {
        const bool isCell = instance.objectClass == base::ObjectClass::Blastomere;
        (instance.ignore ? unknown : isCell ? cells : fragments).push_back(instance.amodal);
    }
    return masks::semanticMap(frame.image.width, frame.image.height, cells, fragments, unknown);
}

/// Writes the frames of one embryo and lists them in `dataset`.
class EmbryoWriter {
public:
    EmbryoWriter(const SimulateOptions& options, formats::CocoDataset& dataset) : m_options(options), m_dataset(dataset)
    {
    }

    base::Status write(int embryo, const base::CancellationToken& cancel)
    {
        // One stream per embryo: the same seed gives the same embryo, however many there are.
        const std::uint64_t seed = base::Random(m_options.seed).split(std::uint64_t(embryo)).next();
        if (m_options.frames == 1)
            return writeFrame(simulation::simulateFrame(m_options.picture, seed), embryo, 0);
        simulation::EmbryoSimulator simulator(m_options.picture, seed);
        for (int t = 0; t < m_options.frames; ++t) {
            if (cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
            if (const auto ok = writeFrame(simulator.frame(t), embryo, t); !ok)
                return ok;
        }
        return writeTimeTable(embryo);
    }

private:
    base::Status writeFrame(const SimulatedFrame& frame, int embryo, int time)
    {
        const std::string stem = m_options.frames == 1 ? padded(embryo) : embryoFolder(embryo) + '/' + padded(time);
        const std::string name = "images/" + stem + (m_options.jpeg ? ".jpg" : ".png");
        const fs::path path = fs::path(m_options.out) / name;
        if (const auto ok = base::makeFolder(path.parent_path()); !ok)
            return ok;
        const auto written =
            m_options.jpeg ? imaging::writeJpeg(frame.image, path) : imaging::writePng(frame.image, path);
        if (!written)
            return written;
        if (const auto ok = writeLabels(frame, stem); !ok)
            return ok;
        const auto hash = base::sha256OfFile(path);
        if (!hash)
            return tl::unexpected(hash.error());
        formats::CocoImage image;
        image.id = std::int64_t(m_dataset.images.size()) + 1;
        image.fileName = name;
        image.width = frame.image.width;
        image.height = frame.image.height;
        image.umPerPixel = frame.umPerPixel;
        image.timeHours = frame.timeHours;
        image.t0Hours = 0;
        image.embryoId = "simulated-" + std::to_string(m_options.seed) + "-" + padded(embryo);
        image.frameIndex = time;
        image.sha256 = *hash;
        appendFrame(frame, std::move(image), m_dataset);
        return {};
    }

    base::Status writeLabels(const SimulatedFrame& frame, const std::string& stem) const
    {
        if (!m_options.semantic)
            return {};
        const fs::path path = fs::path(m_options.out) / "labels" / (stem + ".png");
        if (auto ok = base::makeFolder(path.parent_path()); !ok)
            return ok;
        return imaging::writePng(semanticMapOf(frame), path);
    }

    static std::string embryoFolder(int embryo) { return "embryo" + padded(embryo); }

    /// The side table by which a folder of pictures tells its times, as time-lapse instruments export it.
    base::Status writeTimeTable(int embryo) const
    {
        std::ostringstream table;
        table << "frame_index,time\n" << std::fixed << std::setprecision(4);
        for (int t = 0; t < m_options.frames; ++t)
            table << t << ',' << m_options.picture.startHours + t * m_options.picture.minutesPerFrame / 60 << '\n';
        const fs::path folder = fs::path(m_options.out) / "images" / embryoFolder(embryo);
        return base::writeTextFile(folder / (folder.filename().string() + "_timeElapsed.csv"), table.str());
    }

    const SimulateOptions& m_options;
    formats::CocoDataset& m_dataset;
};

base::Status simulate(const SimulateOptions& options, Session& session)
{
    session.console.setJson(options.json);
    formats::CocoDataset dataset;
    dataset.description = "Simulated embryos with exact whole (amodal) silhouettes, look " + options.look + ", seed " +
                          std::to_string(options.seed) + ". For research use only.";
    for (std::size_t i = 0; i < base::kObjectClassNames.size(); ++i)
        dataset.categories.emplace(int(i) + 1, std::string(base::kObjectClassNames[i]));
    EmbryoWriter writer(options, dataset);
    for (int embryo = 0; embryo < options.embryos; ++embryo) {
        session.console.progress({embryo + 1, options.embryos, "Simulating embryo"});
        if (session.cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        if (const auto ok = writer.write(embryo, session.cancel); !ok)
            return ok;
    }
    if (const auto ok = formats::writeCocoDataset(dataset, fs::path(options.out) / "annotations.json"); !ok)
        return ok;
    session.console.print("Simulated " + std::to_string(dataset.images.size()) + " pictures with " +
                          std::to_string(dataset.annotations.size()) + " objects in " + options.out);
    session.console.printJson(
        {{"out", options.out}, {"images", dataset.images.size()}, {"annotations", dataset.annotations.size()}});
    return {};
}

} // namespace

void addSimulateCommand(CLI::App& app, Action& chosen)
{
    const auto options = std::make_shared<SimulateOptions>();
    CLI::App* command =
        app.add_subcommand("simulate", "Render embryos with exact truth: pictures and annotations.json");
    command->add_option("--out", options->out, "Folder")->required();
    command->add_option("--embryos", options->embryos, "Number of embryos")
        ->check(CLI::Range(1, 99999))
        ->capture_default_str();
    command
        ->add_option("--frames", options->frames,
                     "Frames of each; 1 draws every embryo at a random moment, also empty and compacted ones")
        ->check(CLI::Range(1, 99999))
        ->capture_default_str();
    command->add_option("--size", options->picture.size, "Width and height in pixels")
        ->check(CLI::Range(32, 4096))
        ->capture_default_str();
    command->add_option("--start-hours", options->picture.startHours, "Time of the first of several frames, in hours")
        ->check(CLI::Range(0.0, 200.0))
        ->capture_default_str();
    command->add_option("--minutes-per-frame", options->picture.minutesPerFrame, "Time between two frames")
        ->check(CLI::Range(0.1, 600.0))
        ->capture_default_str();
    command->add_flag("--jpeg", options->jpeg, "Write JPEG instead of PNG");
    command->add_option("--seed", options->seed, "The same seed gives the same embryos")->capture_default_str();
    command->add_option("--look", options->look, "Instrument to imitate")
        ->check(CLI::IsMember({"hoffman", "brightfield", "embryoscope", "mixed"}))
        ->capture_default_str();
    command->add_option("--instrument-seed", options->picture.instrumentSeed,
                        "Show all embryos as one instrument does, which this number draws; without it each as another");
    command
        ->add_option("--um-per-px", options->picture.umPerPixel,
                     "Micrometres per pixel; without it as look and framing have it")
        ->check(CLI::Range(0.05, 50.0));
    command
        ->add_option("--framing", options->framing,
                     "\"whole\": the frame as the instrument delivers it; \"clump\": cut out around the cells")
        ->check(CLI::IsMember({"whole", "clump"}))
        ->capture_default_str();
    command->add_option("--min-cells", options->picture.minCells, "Fewest cells at cleavage stages")
        ->check(CLI::Range(0, 16))
        ->capture_default_str();
    command->add_option("--max-cells", options->picture.maxCells, "Most cells at cleavage stages")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    command->add_flag("--cleavage-only", options->cleavageOnly, "No empty, compacted or cavitated embryos");
    command->add_flag("--semantic", options->semantic,
                      "Also write label images into labels/: 0 background, 1 fragment, 2 cell, 3 overlap, 255 unknown");
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback([options, &chosen] {
        options->picture.look = kLooks.at(options->look);
        options->picture.framing = kFramings.at(options->framing);
        if (options->cleavageOnly) {
            options->picture.emptyFraction = options->picture.compactedFraction = 0;
            options->picture.cavitatedFraction = 0;
        }
        chosen = [options](Session& session) { return simulate(*options, session); };
    });
}

} // namespace blastoscope::cli
