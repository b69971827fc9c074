// SPDX-License-Identifier: Apache-2.0
#include "core/inference/harmonic_segmenter.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "core/inference/embedding_confidence.h"
#include "core/inference/gray_frame.h"
#include "core/inference/guarded_result.h"
#include "core/inference/quality_flags.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/models/segment_picture.h"

namespace blastoscope::inference {

namespace {

/// Below this side there is nothing to see.
constexpr int kSmallestImage = 16;

/// Best first. `countThreshold` is a confidence.
Segmentation toSegmentation(const nn::LabelMap& map, int channels, double countThreshold)
{
    const std::vector<masks::RleMask> silhouettes = nn::masksOf(map);
    std::vector<std::size_t> order(silhouettes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return map.segments[a].score > map.segments[b].score; });
    Segmentation result;
    const double clearMargin = QualityLimits().clearMargin;
    bool doubtful = false;
    for (const std::size_t i : order) {
        const double confidence = embeddingConfidence(double(map.segments[i].score), channels);
        if (confidence >= countThreshold)
            result.counted.push_back(int(result.detections.size()));
        else
            doubtful = doubtful || confidence >= clearMargin * countThreshold;
        result.detections.push_back(
            {1, float(confidence), silhouettes[i].boundingBox(), silhouettes[i], silhouettes[i]});
    }
    if (doubtful)
        result.qcFlags.push_back(qc::kLowConfidence);
    return result;
}

} // namespace

HarmonicSegmenter::HarmonicSegmenter(ModelInfo model, std::unique_ptr<EmbeddingNetwork> network)
    : m_model(std::move(model)), m_network(std::move(network))
{
}

base::Result<Segmentation> HarmonicSegmenter::segment(const base::Image& image, const base::CancellationToken& cancel)
{
    return guardedResult("The picture could not be segmented.", [&] { return segmented(image, cancel); });
}

base::Result<Segmentation> HarmonicSegmenter::segmented(const base::Image& image, const base::CancellationToken& cancel)
{
    if (image.width < kSmallestImage || image.height < kSmallestImage)
        return base::fail(base::ErrorCode::InvalidArgument, "The picture is too small to be segmented.");
    std::vector<float> pixels = finiteGray(image);
    std::vector<std::string> flags;
    flagUnlikeTraining(flags, m_network->description(), pixels, image.width, image.height);
    nn::standardise(pixels);
    std::optional<base::Error> failure;
    int channels = 1;
    const auto embed = [&](const std::vector<float>& tile) -> std::optional<nn::PixelEmbedding> {
        auto embedding = m_network->embed(tile);
        if (!embedding) {
            failure = embedding.error();
            return std::nullopt;
        }
        channels = embedding->channels;
        return std::move(*embedding);
    };
    const auto map = nn::segmentPicture(pixels, image.width, image.height, m_network->tiling(), embed,
                                        [&] { return cancel.isCancelled(); });
    if (failure)
        return tl::unexpected(*failure);
    if (!map)
        return base::fail(base::ErrorCode::Cancelled, "Segmenting was cancelled.");
    Segmentation result = toSegmentation(*map, channels, m_model.countThreshold);
    result.qcFlags.insert(result.qcFlags.end(), flags.begin(), flags.end());
    return result;
}

} // namespace blastoscope::inference
