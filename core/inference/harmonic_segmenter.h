// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "core/inference/embedding_network.h"
#include "core/inference/segmenter.h"

namespace blastoscope::inference {

/// Cuts a picture into objects that do not overlap (Kulikov and Lempitsky 2020): at its own scale, in tiles where it is
/// larger than what the network sees. The visible part of an object is all there is of it; nothing lies before anything
/// else. Cancelling is looked for between tiles and while one is taken apart.
class HarmonicSegmenter : public Segmenter {
public:
    HarmonicSegmenter(ModelInfo model, std::unique_ptr<EmbeddingNetwork> network);

    const ModelInfo& model() const override { return m_model; }
    const DeviceInfo& device() const override { return m_network->device(); }
    base::Result<Segmentation> segment(const base::Image& image, const base::CancellationToken& cancel) override;

private:
    base::Result<Segmentation> segmented(const base::Image& image, const base::CancellationToken& cancel);

    ModelInfo m_model;
    std::unique_ptr<EmbeddingNetwork> m_network;
};

} // namespace blastoscope::inference
