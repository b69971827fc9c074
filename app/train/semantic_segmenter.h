// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/image.h"
#include "core/base/progress.h"

namespace blastoscope::train {

/// A picture and the class of each of its pixels (255: unknown); both U8, one channel, of one size.
struct SemanticPair {
    base::Image picture;
    base::Image labels;
};

struct SemanticTraining {
    std::string kind = "unet";           ///< or "fcn"
    std::vector<std::string> classNames; ///< class 0 (background) first
    int steps = 1000;
    int batch = 16;
    double learningRate = 2e-3; ///< AdamW, short warm-up, cosine
    std::uint64_t seed = 1;
    int threads = 1;
};

/// A network that gives each pixel of a picture its class, trained on pictures with labels: what generated pairs are
/// good for is measured with it (as in Zhang et al. 2021, DatasetGAN, sec. 4), and it stands in for the person who
/// labels. Not thread-safe; on the CPU.
class SemanticSegmenter {
public:
    /// Every picture is mirrored and turned by quarters at random. Fails with InvalidArgument for no pairs, pairs of
    /// several sizes, sides that are no multiples of 32 and classes that have no name, and with Cancelled.
    static base::Result<SemanticSegmenter> train(const std::vector<SemanticPair>& pairs,
                                                 const SemanticTraining& options, const base::CancellationToken& cancel,
                                                 const base::ProgressCallback& onProgress);
    /// Fails with Incompatible when the file is no such network, and as nn::readTensorFile.
    static base::Result<SemanticSegmenter> open(const std::filesystem::path& file, int threads);
    ~SemanticSegmenter();
    SemanticSegmenter(SemanticSegmenter&&) noexcept;
    SemanticSegmenter& operator=(SemanticSegmenter&&) noexcept;

    base::Status write(const std::filesystem::path& file) const;
    const std::vector<std::string>& classNames() const;
    /// The class of each pixel: U8, one channel. Fails with InvalidArgument for a picture that is not U8 with one
    /// channel and sides that are multiples of 32.
    base::Result<base::Image> labels(const base::Image& picture);

private:
    struct Private;
    explicit SemanticSegmenter(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace blastoscope::train
