// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/dataset/dataset_report.h"
#include "core/dataset/picture_set.h"
#include "core/dataset/source_frame.h"
#include "core/inference/segmenter.h"

namespace blastoscope::ui {

/// Generated pictures that people shall label.
struct SampleOrder {
    std::filesystem::path generator;
    std::filesystem::path interpreter; ///< empty: there is none yet
    std::int64_t first = 0;            ///< number in the series
    int count = 30;
    int outOf =
        0; ///< more than `count`: so many are looked at, and those written that the interpreter is least sure about
    std::filesystem::path out; ///< a folder that appears whole or not at all
};

/// A folder of samples and the COCO file whose accepted frames are their labels.
struct LabelSource {
    std::filesystem::path samples;
    std::filesystem::path annotations;
};

struct InterpreterOrder {
    std::filesystem::path generator;
    std::vector<LabelSource> labels;
    std::filesystem::path out; ///< file
};

struct InterpreterReport {
    int samples = 0;
    double fit = 0;              ///< mean IoU on the labels that it learned from, [0, 1]
    std::optional<double> trial; ///< the same on a fifth that a trial did not learn from; nothing with too few labels
    std::vector<std::pair<std::string, std::int64_t>> pixels; ///< that it learned from, by class
};

/// Generated pictures with labels.
struct PairOrder {
    std::filesystem::path generator;
    std::filesystem::path interpreter;
    std::int64_t first = 0;
    int count = 500;
    std::filesystem::path out; ///< a folder that appears whole or not at all; one that is there is replaced
};

struct TrainingSetOrder {
    std::filesystem::path pairs;
    std::vector<std::string> accepted; ///< files of pairs
    /// Never null.
    std::shared_ptr<const std::vector<dataset::SourceFrame>> realFrames =
        std::make_shared<std::vector<dataset::SourceFrame>>();
    double syntheticShare = 0.5; ///< of the frames to learn from, (0, 1); counts only beside real frames
    std::filesystem::path out;   ///< must not exist or be empty
};

/// What the program gives the labelling factory, so that ui needs no LibTorch. All functions are called on worker
/// threads; a missing one means that this program cannot do it.
struct FactoryServices {
    template<typename R, typename... Arguments>
    using Service =
        std::function<base::Result<R>(Arguments..., const base::CancellationToken&, const base::ProgressCallback&)>;

    /// Pictures, folder, side that larger ones are shrunk to.
    Service<dataset::PictureSetReport, const std::vector<dataset::PictureSource>&, const std::filesystem::path&, int>
        writePictures;
    /// How many were written.
    Service<int, const SampleOrder&> makeSamples;
    Service<InterpreterReport, const InterpreterOrder&> learnInterpreter;
    /// How many were written.
    Service<int, const PairOrder&> makePairs;
    Service<dataset::DatasetReport, const TrainingSetOrder&> writeTrainingSet;
    /// The device that a choice comes down to when the generator trains, with the reason.
    std::function<base::Result<inference::DeviceInfo>(inference::DeviceChoice)> chooseDevice;
    /// Model whose backbone measures how far generated pictures are from real ones; empty: that is not measured.
    std::filesystem::path featureModel;
};

} // namespace blastoscope::ui
