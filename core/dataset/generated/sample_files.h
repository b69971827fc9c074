// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::dataset {

/// A generated picture: its number in the series and its file in the folder.
struct SampleEntry {
    std::int64_t index = 0;
    std::string file;
};

/// What "samples.json" says about the generated pictures beside it: with the generator file, all that is needed to make
/// them again.
struct SampleList {
    std::string generatorHash; ///< SHA-256 of the generator file
    std::uint64_t seed = 1;    ///< of the series
    double truncation = 0.7;
    std::vector<SampleEntry> samples;
};

/// File name of a sample ("00012.png"), so that names sort as numbers do.
std::string sampleFileName(std::int64_t index);

/// Writes "samples.json". Fails as base::writeTextFile.
base::Status writeSampleList(const SampleList& list, const std::filesystem::path& folder);

/// Fails with Corrupt when the file is no such list or names files outside its folder, and as base::readTextFile.
base::Result<SampleList> readSampleList(const std::filesystem::path& folder);

/// The class of every pixel of one sample as a person drew it: U8, one channel, 255: unknown.
struct SampleLabels {
    std::int64_t index = 0;
    base::Image classes;
};

/// The label images (PNG or TIFF) in `folder` that are named like samples of the list, whatever their ending. Fails
/// with NotFound when there is none, with Unsupported for class numbers above 255, and as imaging::LabelFileReader.
base::Result<std::vector<SampleLabels>> readSampleLabels(const SampleList& list, const std::filesystem::path& folder);

} // namespace blastoscope::dataset
