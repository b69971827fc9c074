// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "app/train/gan_recipe.h"
#include "app/train/simulation_source.h"
#include "core/base/error.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/data/label_samples.h"
#include "core/nn/layers/precision.h"
#include "core/nn/ops/embedding_clusters.h"
#include "core/nn/training/hooks.h"
#include "core/nn/training/trainer.h"

namespace blastoscope::train {

/// How many samples exist and how they come into memory.
struct SamplesRecipe {
    std::int64_t capacity = 4000;
    std::int64_t initial = 96;  ///< needed before the first step
    double freshPerStep = 2;    ///< new ones each step, until the capacity is reached
    int threads = 1;
    std::string cacheFile;      ///< rendered samples are kept there and read again; empty: memory only
};

struct VqRecipe {
    nn::TrainerOptions trainer;
    int batch = 20;        ///< samples, each with several silhouettes
    double boxJitter = 0.2;
    int minimumArea = 40;  ///< canvas px^2
};

/// Of the shape-prior snap.
struct SnapRecipe {
    nlohmann::json architecture = nlohmann::json::object(); ///< of the shape auto-encoder
    nn::TrainerOptions trainer;
    int batch = 96;             ///< silhouettes
    int frames = 24;            ///< samples that a step draws its silhouettes from
    double margin = 0.3;        ///< by which the window around a silhouette is grown on every side
    double inventedShare = 0.2; ///< ellipses and irregular blobs among the silhouettes
    int minimumArea = 150;      ///< canvas px^2
};

struct FinderRecipe {
    nlohmann::json architecture = nlohmann::json::object();
    nn::TrainerOptions trainer;
    int batch = 16;
    double mosaicShare = 0.3; ///< of the pictures: several frames beside each other
};

struct DetectorRecipe {
    nlohmann::json architecture = nlohmann::json::object();
    nn::TrainerOptions trainer;
    int batch = 4;
    int inputSize = 256;       ///< px
    double fieldOfView = 1.7;  ///< window side / clump extent that inference is to use
    nn::Precision precision = nn::Precision::Fp32;
    nn::AugmentationOptions augmentation;
};

/// Of the head that judges detections beside each other.
struct RelationRecipe {
    nn::TrainerOptions trainer;
    int frames = 1000; ///< whose detections it learns from
    int batch = 32;    ///< frames
};

/// Of the head that says which of two overlapping cells is nearer.
struct DepthOrderRecipe {
    nn::TrainerOptions trainer;
    int frames = 1000; ///< whose detections it learns from; 0: from true silhouettes alone
    int batch = 10;    ///< frames, each with all its pairs
};

struct EvaluationRecipe {
    int samples = 60;
    std::uint64_t seed = 999;  ///< of the held-out frames
    nn::EvaluationInterval interval;
    int patience = 0;
    int finalSamples = 200;    ///< for choosing the counting threshold and for the model card
};

/// Starting from a model instead of from nothing, and learning from real frames.
struct FineTuningRecipe {
    std::string base;                ///< weight file to start from; empty: random weights
    std::string dataset;             ///< folder of a dataset; empty: simulated frames only
    double simulatedShare = 0.5;     ///< of the pictures of a step, against forgetting
    double blend = 1; ///< share of what was learned in the exported weights; the rest is the base's
    std::vector<std::string> freeze; ///< parts of the detector that stay as they are, e.g. "backbone"
    nn::AugmentationOptions augmentation; ///< of real frames
};

/// Fitting the guide functions of a harmonic embedding.
struct GuidesRecipe {
    nn::TrainerOptions trainer;
    int batch = 8;
};

/// A network that cuts pictures into objects which do not overlap, by harmonic embeddings.
struct EmbeddingRecipe {
    nlohmann::json architecture = nlohmann::json::object();
    nn::TrainerOptions trainer;
    int batch = 4;
    int inputSize = 256;              ///< px; larger pictures are cut into tiles of this size
    int overlap = 64;                 ///< of tiles, px
    double scale = 1;                 ///< of the network's input, beside the pictures
    nn::Precision precision = nn::Precision::Fp32; ///< of training
    nn::LabelWindowOptions windows;   ///< magnifications include the scale
    nn::EmbeddingClusterOptions clusters;
    std::vector<double> bandwidths; ///< of which the best on the training frames is exported; empty: that of `clusters`
    std::string className = "object"; ///< of everything that is found
};

/// A training recipe; models/recipes holds examples, and the README beside them describes every key.
struct Recipe {
    std::string name;
    std::string version;
    std::string description;
    std::string licence;
    std::uint64_t seed = 1;
    /// Any of "vq", "detector", "relation", "depth_order", "finder", "export" for a detector of whole silhouettes, of
    /// "snap", "export" for a mender of outlines, of "guides", "embedding", "export" for a harmonic embedding, or "gan"
    /// for a generator; in that order.
    std::vector<std::string> stages;
    SimulationSourceOptions simulation;
    SamplesRecipe samples;
    VqRecipe vq;
    SnapRecipe snap;
    FinderRecipe finder;
    DetectorRecipe detector;
    RelationRecipe relation;
    DepthOrderRecipe depthOrder;
    GuidesRecipe guides;
    EmbeddingRecipe embedding;
    GanRecipe gan;
    EvaluationRecipe evaluation;
    FineTuningRecipe fineTuning;
    double checkpointMinutes = 3;
    std::int64_t logEverySteps = 20;
    nlohmann::json source; ///< the recipe as it was read

    bool includes(const std::string& stage) const;
    bool isHarmonic() const { return includes("guides") || includes("embedding"); }
    bool isGan() const { return includes("gan"); }
    bool hasBase() const { return !fineTuning.base.empty(); }
};

/// Fails (InvalidArgument) on a missing key, a wrong type, a value out of range or an unknown key; the message names
/// it. A recipe with "base" must be complete (inheritFromBase).
base::Result<Recipe> parseRecipe(const nlohmann::json& json);

/// With what it inherits from its base. Fails as inheritFromBase and parseRecipe do, and with NotFound or Corrupt (no
/// JSON).
base::Result<Recipe> readRecipe(const std::filesystem::path& file);

} // namespace blastoscope::train
