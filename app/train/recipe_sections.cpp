// SPDX-License-Identifier: Apache-2.0
#include "app/train/recipe_sections.h"

#include <string>
#include <vector>

#include "core/nn/models/harmonic_model.h"

namespace blastoscope::train {

using nn::ConfigReader;

namespace {

simulation::Look readLook(ConfigReader& reader)
{
    const auto look = reader.optional<std::string>("look", "mixed");
    if (look == "hoffman")
        return simulation::Look::Hoffman;
    if (look == "brightfield")
        return simulation::Look::Brightfield;
    if (look == "embryoscope")
        return simulation::Look::EmbryoScope;
    if (look != "mixed")
        refuse(reader, reader.quoted("look") + " must be hoffman, brightfield, embryoscope or mixed.");
    return simulation::Look::Mixed;
}

nn::TrainerOptions readTrainer(ConfigReader& reader, nn::TrainerOptions options)
{
    options.steps = reader.integer("steps", options.steps, 0, kMany);
    options.minutes = reader.number("minutes", options.minutes, 0, kHuge);
    options.schedule.learningRate = reader.number("learning_rate", options.schedule.learningRate, 0, 10);
    options.schedule.warmupSteps = reader.integer("warmup_steps", options.schedule.warmupSteps, 0, kMany);
    options.schedule.finalFraction = reader.number("final_fraction", options.schedule.finalFraction, 0, 1);
    options.optimiser.weightDecay = reader.number("weight_decay", options.optimiser.weightDecay, 0, 1);
    options.gradientClip = reader.number("gradient_clip", options.gradientClip, 0, kHuge);
    options.averageDecay = reader.number("average_decay", options.averageDecay, 0, 0.999999);
    if (options.steps == 0 && options.minutes == 0)
        refuse(reader, reader.quoted("steps") + " is missing from the configuration (or give \"minutes\").");
    return options;
}

nn::AugmentationOptions readAugmentation(ConfigReader& reader, nn::AugmentationOptions options)
{
    options.minFieldOfView = reader.number("min_field_of_view", options.minFieldOfView, 0.5, 6);
    options.maxFieldOfView = reader.number("max_field_of_view", options.maxFieldOfView, options.minFieldOfView, 6);
    options.maxShift = reader.number("max_shift", options.maxShift, 0, 1);
    options.flips = reader.optional<bool>("flips", options.flips);
    options.quarterTurns = reader.optional<bool>("quarter_turns", options.quarterTurns);
    options.gamma = reader.number("gamma", options.gamma, 0, 2);
    options.maxBlur = reader.number("max_blur", options.maxBlur, 0, 10);
    options.maxNoise = reader.number("max_noise", options.maxNoise, 0, 1);
    options.contrast = reader.number("contrast", options.contrast, 0, 0.9);
    options.brightness = reader.number("brightness", options.brightness, 0, 1);
    options.illumination = reader.number("illumination", options.illumination, 0, 1);
    options.minimumArea = int(reader.integer("minimum_area", options.minimumArea, 1, 1 << 20));
    options.minimumInside = reader.number("minimum_inside", options.minimumInside, 0, 1);
    return options;
}

nn::Precision readPrecision(ConfigReader& reader)
{
    const auto name = reader.optional<std::string>("precision", "fp32");
    if (name != "fp32" && name != "bf16")
        refuse(reader, reader.quoted("precision") + " must be fp32 or bf16.");
    return name == "bf16" ? nn::Precision::Bf16 : nn::Precision::Fp32;
}

} // namespace

void refuse(ConfigReader& reader, const std::string& message)
{
    reader.fail({base::ErrorCode::InvalidArgument, message, {}});
}

SimulationSourceOptions readSimulation(ConfigReader& reader)
{
    SimulationSourceOptions options;
    simulation::SimulationOptions& simulation = options.simulation;
    simulation.size = int(reader.integer("frame_size", simulation.size, 64, 4096));
    simulation.look = readLook(reader);
    simulation.minCells = int(reader.integer("min_cells", simulation.minCells, 0, 16));
    simulation.maxCells = int(reader.integer("max_cells", simulation.maxCells, 1, 16));
    simulation.emptyFraction = reader.number("empty_fraction", simulation.emptyFraction, 0, 1);
    simulation.compactedFraction = reader.number("compacted_fraction", simulation.compactedFraction, 0, 1);
    simulation.cavitatedFraction = reader.number("cavitated_fraction", simulation.cavitatedFraction, 0, 1);
    simulation.degradation = reader.number("degradation", simulation.degradation, 0, 10);
    options.clumpCropShare = reader.number("clump_crop_share", options.clumpCropShare, 0, 1);
    options.canvasFieldOfView = reader.number("canvas_field_of_view", options.canvasFieldOfView, 1, 6);
    options.canvasSize = int(reader.integer("canvas_size", options.canvasSize, 32, 2048));
    options.overviewSize = int(reader.integer("overview_size", options.overviewSize, 32, 1024));
    return options;
}

SamplesRecipe readSamples(ConfigReader& reader)
{
    SamplesRecipe samples;
    samples.capacity = reader.integer("capacity", samples.capacity, 1, kMany);
    samples.initial = reader.integer("initial", samples.initial, 1, kMany);
    samples.freshPerStep = reader.number("fresh_per_step", samples.freshPerStep, 0, kHuge);
    samples.threads = int(reader.integer("threads", samples.threads, 1, 256));
    samples.cacheFile = reader.optional<std::string>("cache_file", "");
    return samples;
}

VqRecipe readVq(ConfigReader& reader)
{
    VqRecipe vq;
    vq.trainer.schedule = {1e-3, 20, 0.02};
    vq.trainer.optimiser.weightDecay = 0;
    // The codebook follows the encoder's own moving averages; averaging the encoder as well would part them.
    vq.trainer.averageDecay = 0;
    vq.trainer = readTrainer(reader, vq.trainer);
    vq.batch = int(reader.integer("batch", vq.batch, 1, 4096));
    vq.boxJitter = reader.number("box_jitter", vq.boxJitter, 0, 0.45);
    vq.minimumArea = int(reader.integer("minimum_area", vq.minimumArea, 1, 1 << 20));
    return vq;
}

SnapRecipe readSnap(ConfigReader& reader)
{
    SnapRecipe snap;
    snap.architecture = reader.object("architecture");
    snap.trainer.schedule = {1e-3, 50, 0.02};
    snap.trainer.optimiser.weightDecay = 0;
    snap.trainer.averageDecay = 0; // as for "vq"
    snap.trainer = readTrainer(reader, snap.trainer);
    snap.batch = int(reader.integer("batch", snap.batch, 1, 4096));
    snap.frames = int(reader.integer("frames", snap.frames, 1, 4096));
    snap.margin = reader.number("margin", snap.margin, 0, 2);
    snap.inventedShare = reader.number("invented_share", snap.inventedShare, 0, 1);
    snap.minimumArea = int(reader.integer("minimum_area", snap.minimumArea, 1, 1 << 20));
    return snap;
}

FinderRecipe readFinder(ConfigReader& reader)
{
    FinderRecipe finder;
    finder.architecture = reader.object("architecture");
    finder.trainer.schedule.learningRate = 1e-3;
    finder.trainer = readTrainer(reader, finder.trainer);
    finder.batch = int(reader.integer("batch", finder.batch, 1, 4096));
    finder.mosaicShare = reader.number("mosaic_share", finder.mosaicShare, 0, 1);
    return finder;
}

DetectorRecipe readDetector(ConfigReader& reader, bool trained)
{
    DetectorRecipe detector;
    detector.trainer.steps = trained ? 0 : 1;
    detector.architecture = reader.object("architecture");
    detector.trainer = readTrainer(reader, detector.trainer);
    detector.batch = int(reader.integer("batch", detector.batch, 1, 4096));
    detector.inputSize = int(reader.integer("input_size", detector.inputSize, 32, 4096));
    detector.fieldOfView = reader.number("field_of_view", detector.fieldOfView, 0.5, 6);
    detector.precision = readPrecision(reader);
    section(reader, "augmentation",
            [&](ConfigReader& augmentation) { detector.augmentation = readAugmentation(augmentation, {}); });
    return detector;
}

RelationRecipe readRelation(ConfigReader& reader)
{
    RelationRecipe relation;
    relation.trainer.schedule.learningRate = 3e-3;
    relation.trainer = readTrainer(reader, relation.trainer);
    relation.frames = int(reader.integer("frames", relation.frames, 1, 1 << 20));
    relation.batch = int(reader.integer("batch", relation.batch, 1, 4096));
    return relation;
}

DepthOrderRecipe readDepthOrder(ConfigReader& reader)
{
    DepthOrderRecipe depthOrder;
    depthOrder.trainer.schedule.learningRate = 2e-3;
    depthOrder.trainer = readTrainer(reader, depthOrder.trainer);
    depthOrder.frames = int(reader.integer("frames", depthOrder.frames, 0, 1'000'000));
    depthOrder.batch = int(reader.integer("batch", depthOrder.batch, 1, 4096));
    return depthOrder;
}

GuidesRecipe readGuides(ConfigReader& reader)
{
    GuidesRecipe guides;
    guides.trainer.schedule = {0.2, 0, 0.02};
    guides.trainer.optimiser.weightDecay = 0;
    guides.trainer.averageDecay = 0;
    guides.trainer = readTrainer(reader, guides.trainer);
    guides.batch = int(reader.integer("batch", guides.batch, 1, 4096));
    return guides;
}

EmbeddingRecipe readEmbedding(ConfigReader& reader)
{
    EmbeddingRecipe embedding;
    embedding.architecture = reader.object("architecture");
    embedding.trainer.schedule.learningRate = 1e-3;
    embedding.trainer = readTrainer(reader, embedding.trainer);
    embedding.batch = int(reader.integer("batch", embedding.batch, 1, 4096));
    embedding.inputSize = int(reader.integer("input_size", embedding.inputSize, 32, 4096));
    embedding.overlap = int(reader.integer("overlap", embedding.overlap, 0, embedding.inputSize / 2));
    embedding.precision = readPrecision(reader);
    embedding.className = reader.optional<std::string>("class_name", embedding.className);
    embedding.scale = reader.number("scale", embedding.scale, nn::kLeastScale, nn::kMostScale);
    nn::LabelWindowOptions& windows = embedding.windows;
    windows.minMagnification = reader.number("min_magnification", windows.minMagnification, 0.1, 10);
    windows.maxMagnification =
        reader.number("max_magnification", windows.maxMagnification, windows.minMagnification, 10);
    windows.minMagnification *= embedding.scale;
    windows.maxMagnification *= embedding.scale;
    section(reader, "augmentation",
            [&](ConfigReader& part) { windows.disturbance = readAugmentation(part, windows.disturbance); });
    section(reader, "clusters", [&](ConfigReader& part) { embedding.clusters = nn::readClusterOptions(part); });
    if (reader.has("bandwidths"))
        embedding.bandwidths = reader.required<std::vector<double>>("bandwidths");
    for (const double bandwidth : embedding.bandwidths)
        if (!(bandwidth >= 0.01 && bandwidth <= 100))
            refuse(reader, reader.quoted("bandwidths") + " must be numbers from 0.01 to 100.");
    return embedding;
}

GanRecipe readGan(ConfigReader& reader)
{
    GanRecipe gan;
    gan.trainer.schedule = {2.5e-3, 0, 1};
    gan.trainer.averageDecay = 0.9978; // half gone after 312 steps
    gan.trainer = readTrainer(reader, gan.trainer);
    section(reader, "architecture", [&](ConfigReader& part) { gan.networks = nn::readStyleGanOptions(part); });
    nn::GanTrainingOptions& training = gan.training;
    training.batch = int(reader.integer("batch", training.batch, 2, 4096));
    training.r1Weight = reader.number("r1_weight", training.r1Weight, 0, 1e4);
    training.r1Every = int(reader.integer("r1_every", training.r1Every, 0, 1 << 20));
    training.pathWeight = reader.number("path_weight", training.pathWeight, 0, 1e4);
    training.pathEvery = int(reader.integer("path_every", training.pathEvery, 0, 1 << 20));
    training.styleMixing = reader.number("style_mixing", training.styleMixing, 0, 1);
    training.augment = reader.optional<bool>("augment", training.augment);
    training.startStrength = reader.number("start_strength", training.startStrength, 0, 1);
    training.strength.target = reader.number("augment_target", training.strength.target, -1, 1);
    training.strength.picturesToFull = reader.number("augment_pictures", training.strength.picturesToFull, 1, kHuge);
    gan.mirror = reader.optional<bool>("mirror", gan.mirror);
    gan.quarterTurns = reader.optional<bool>("quarter_turns", gan.quarterTurns);
    gan.anySize = reader.optional<bool>("any_size", gan.anySize);
    gan.gridSide = int(reader.integer("grid_side", gan.gridSide, 1, 32));
    gan.features = reader.optional<std::string>("features", "");
    gan.scorePictures = int(reader.integer("score_pictures", gan.scorePictures, 2, 1 << 20));
    return gan;
}

EvaluationRecipe readEvaluation(ConfigReader& reader)
{
    EvaluationRecipe evaluation;
    evaluation.samples = int(reader.integer("samples", evaluation.samples, 1, 1 << 20));
    evaluation.finalSamples = int(reader.integer("final_samples", evaluation.finalSamples, 1, 1 << 20));
    evaluation.seed = std::uint64_t(reader.integer("seed", std::int64_t(evaluation.seed), 0, kMany));
    evaluation.interval.steps = reader.integer("every_steps", 0, 0, kMany);
    evaluation.interval.minutes = reader.number("every_minutes", 0, 0, kHuge);
    evaluation.patience = int(reader.integer("patience", evaluation.patience, 0, 1 << 20));
    return evaluation;
}

FineTuningRecipe readFineTuning(ConfigReader& reader, const DetectorRecipe& detector)
{
    FineTuningRecipe tuning;
    tuning.simulatedShare = reader.number("simulated_share", tuning.simulatedShare, 0, 1);
    tuning.blend = reader.number("blend", tuning.blend, 0, 1);
    if (reader.has("freeze"))
        tuning.freeze = reader.required<std::vector<std::string>>("freeze");
    tuning.augmentation = detector.augmentation;
    // Mild changes of colour on top: a clinic's next recording is lit a little differently.
    tuning.augmentation.illumination = 0.15;
    section(reader, "augmentation",
            [&](ConfigReader& part) { tuning.augmentation = readAugmentation(part, tuning.augmentation); });
    return tuning;
}

} // namespace blastoscope::train
