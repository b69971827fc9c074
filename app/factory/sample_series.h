// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "app/train/picture_factory.h"
#include "core/dataset/generated/pair_files.h"
#include "core/dataset/generated/sample_files.h"

namespace blastoscope::factory {

/// Which pictures of a series.
struct SeriesPart {
    std::int64_t first = 0;
    int count = 16;
    std::filesystem::path out; ///< folder to write into
};

/// Writes samples as PNG and their list. With `outOf` larger than the count, that many are looked at by the factory's
/// interpreter and the most uncertain ones written: those that teach it most, named so that the most uncertain comes
/// first. Fails as PictureFactory does, with InvalidArgument when they shall be chosen and there is no interpreter,
/// with Cancelled, and as writing does.
base::Result<dataset::SampleList> writeSamples(train::PictureFactory& factory, const train::PictureFactoryOptions& made,
                                               const SeriesPart& part, int outOf, const base::CancellationToken& cancel,
                                               const base::ProgressCallback& onProgress);

/// The options with which the samples of a list were made. Fails with Incompatible when another generator did.
base::Result<train::PictureFactory> openFactoryOf(const dataset::SampleList& list,
                                                  const std::filesystem::path& generator, int threads);

/// PictureFactory::learn with the labels of samples. Fails with InvalidArgument also for labels of another size.
base::Result<nlohmann::json> learnLabels(train::PictureFactory& factory,
                                         const std::vector<dataset::SampleLabels>& labels,
                                         const train::InterpreterOptions& options,
                                         const base::CancellationToken& cancel,
                                         const base::ProgressCallback& onProgress);

/// Learns from four fifths of the labels and says how well the last fifth comes out: mean IoU over the classes that
/// occur. The factory keeps that interpreter. Needs five labelled samples (InvalidArgument); else fails as learnLabels.
base::Result<double> trialOfLabels(train::PictureFactory& factory, const std::vector<dataset::SampleLabels>& labels,
                                   const train::InterpreterOptions& options, const base::CancellationToken& cancel,
                                   const base::ProgressCallback& onProgress);

/// Writes pictures with the labels and the uncertainty that the factory's interpreter gives them, and their list. Fails
/// as PictureFactory::interpreted, with Cancelled, and as writing does.
base::Result<dataset::PairList> writePairs(train::PictureFactory& factory, const train::PictureFactoryOptions& made,
                                           const SeriesPart& part, const base::CancellationToken& cancel,
                                           const base::ProgressCallback& onProgress);

} // namespace blastoscope::factory
