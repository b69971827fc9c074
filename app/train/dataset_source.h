// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/train/frame_sample.h"
#include "core/base/error.h"
#include "core/nn/data/training_sample.h"

namespace blastoscope::train {

/// Real frames as samples, cut out around their cells exactly as simulated ones are.
class DatasetSource : public nn::SampleSource {
public:
    DatasetSource(std::vector<std::shared_ptr<const nn::TrainingSample>> samples, std::string hash)
        : m_samples(std::move(samples)), m_hash(std::move(hash))
    {
    }

    nn::TrainingSample sample(std::uint64_t index) const override { return *m_samples.at(index); }
    std::string fingerprint() const override { return m_hash; }
    const std::shared_ptr<const nn::TrainingSample>& at(std::size_t index) const { return m_samples.at(index); }
    std::size_t size() const { return m_samples.size(); }

private:
    std::vector<std::shared_ptr<const nn::TrainingSample>> m_samples;
    std::string m_hash;
};

/// Which picture a sample was cut out of, and where.
struct SampleOrigin {
    std::string picture; ///< in the dataset's folder
    std::string embryo;
    base::Box canvas; ///< the part that became the canvas, pixels of the picture
};

struct LoadedDataset {
    std::string hash; ///< SHA-256 of data.safetensors
    std::shared_ptr<const DatasetSource> train;
    std::shared_ptr<const DatasetSource> validation;
    std::vector<SampleOrigin> validationOrigins; ///< parallel to validation
    int heldOutEmbryos = 0;
    bool exhaustive = true; ///< every frame lists all its objects
};

/// `dataset` is a dataset's folder. Frames without a cell stay in as pictures in which there is nothing to find, unless
/// they do not list everything. Fails with NotFound for a folder that is no dataset, Incompatible when it has classes
/// beyond `classes`, and as readDatasetFile does.
base::Result<LoadedDataset> loadDataset(const std::filesystem::path& dataset, const CanvasOptions& canvas, int classes);

} // namespace blastoscope::train
