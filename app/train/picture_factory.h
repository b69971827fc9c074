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

struct PictureFactoryOptions {
    std::uint64_t seed = 1;    ///< of the series of samples
    double truncation = 0.7;   ///< of the coarse half of the styles; 1: none
    int threads = 1;
};

/// One label per pixel of a sample, row-major; 255: unknown.
struct LabelledSample {
    std::int64_t index = 0;
    std::vector<std::uint8_t> labels;
};

struct InterpreterOptions {
    std::string taps = "all13";          ///< all13, all14 or last_per_block
    std::vector<int> hidden = {256, 128};
    int classifiers = 10;
    int epochs = 100;
    int pixelsPerSample = 4096;
    std::vector<std::string> classNames; ///< class 0 (background) first
    std::uint64_t seed = 1;
};

/// A sample with what the interpreter says about it.
struct InterpretedSample {
    base::Image picture;
    base::Image labels;      ///< U8, the class of each pixel
    base::Image uncertainty; ///< U8, 0: all classifiers agree, 255: they could not differ more
    double score = 0;        ///< uncertainty of the picture (Jensen-Shannon divergence in nats)
};

/// Makes pictures with a generator file, and labels for them with an interpreter (Zhang et al. 2021, DatasetGAN,
/// sec. 3). Sample i depends on the files, the options and i only. Not thread-safe; everything runs on the CPU.
class PictureFactory {
public:
    /// Fails as nn::readGenerator.
    static base::Result<PictureFactory> open(const std::filesystem::path& generator,
                                             const PictureFactoryOptions& options);
    ~PictureFactory();
    PictureFactory(PictureFactory&&) noexcept;
    PictureFactory& operator=(PictureFactory&&) noexcept;

    int side() const;
    /// SHA-256 of the generator file.
    const std::string& generatorHash() const;
    base::Result<base::Image> sample(std::int64_t index);

    /// Trains an interpreter on labelled samples. Returns a report: "samples", "pixels", "pixels_by_class", "losses",
    /// "train_miou". Fails with InvalidArgument for no samples, labels of another size or of a class that has no name,
    /// and with Cancelled.
    base::Result<nlohmann::json> learn(const std::vector<LabelledSample>& samples, const InterpreterOptions& options,
                                       const base::CancellationToken& cancel, const base::ProgressCallback& onProgress);
    base::Status writeInterpreter(const std::filesystem::path& file);
    /// Fails with Incompatible for a file that is no interpreter or belongs to another generator.
    base::Status readInterpreter(const std::filesystem::path& file);
    /// SHA-256 of the file that the interpreter was last read from or written to; empty before.
    const std::string& interpreterHash() const;
    const std::vector<std::string>& classNames() const;
    /// Fails with InvalidArgument without an interpreter.
    base::Result<InterpretedSample> interpreted(std::int64_t index);

private:
    struct Private;
    explicit PictureFactory(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// Which of the samples stay when the share `drop` of the most uncertain ones goes; positions in ascending order.
std::vector<std::size_t> keptSamples(const std::vector<double>& scores, double drop);

struct ScoreOptions {
    std::filesystem::path generator;
    std::filesystem::path dataset;  ///< folder of the pictures to compare with
    std::filesystem::path model;    ///< whose backbone gives the features; empty: a random one, as a control
    int pictures = 1000;            ///< of either set, at most
    bool anySize = false;
    std::uint64_t seed = 1;
    double truncation = 1;
    int threads = 1;
};

/// "fid_own", "kid_own", "kid_own_sd" between samples and pictures, the same between two halves of the pictures under
/// "halves" (what a perfect generator would reach with so few), "pictures", "samples", "features". Fails as
/// nn::readGenerator, loadGanPictures, nn::BackboneFeatures and with Cancelled.
base::Result<nlohmann::json> scoreGenerator(const ScoreOptions& options, const base::CancellationToken& cancel,
                                            const base::ProgressCallback& onProgress);

} // namespace blastoscope::train
