// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/image.h"

namespace blastoscope::dataset {

/// A generated picture and what an interpreter says about it; all of one size, U8, one channel.
struct LabelledPicture {
    base::Image picture;
    base::Image labels;      ///< the class of each pixel
    base::Image uncertainty; ///< 0: all classifiers agree, 255: they could not differ more
};

/// One pair of the list.
struct PairEntry {
    std::string file;       ///< name in each of the folders
    double uncertainty = 0; ///< of the whole picture, nats
};

/// What "synthetic.json" says about a folder of pairs: images/, labels/ and uncertainty/ with files of the same names.
struct PairList {
    std::string generatorHash;   ///< SHA-256 of the generator file
    std::string interpreterHash; ///< of the interpreter file; empty in folders of older versions
    std::vector<std::string> classNames;
    std::uint64_t seed = 1;
    double truncation = 0.7;
    std::size_t dropped = 0; ///< pairs left out as too uncertain
    std::vector<PairEntry> pairs;
};

/// Makes the folder with the three folders in it.
base::Status makePairFolder(const std::filesystem::path& folder);

/// `name` is a plain file name that ends on ".png". Fails as imaging::writePng.
base::Status writePair(const LabelledPicture& pair, const std::string& name, const std::filesystem::path& folder);

/// Also succeeds when there is no such pair.
base::Status removePair(const std::string& name, const std::filesystem::path& folder);

/// Writes "synthetic.json". Fails as base::writeTextFile.
base::Status writePairList(const PairList& list, const std::filesystem::path& folder);

/// Fails with Corrupt when the file is no such list or names files outside its folder, and as base::readTextFile.
base::Result<PairList> readPairList(const std::filesystem::path& folder);

/// Fails with Incompatible when the parts differ in size or are not grey bytes, and as imaging::readPicture.
base::Result<LabelledPicture> readPair(const std::string& name, const std::filesystem::path& folder);

} // namespace blastoscope::dataset
