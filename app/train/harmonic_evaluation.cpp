// SPDX-License-Identifier: Apache-2.0
#include "app/train/harmonic_evaluation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/evaluation/label_metrics.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/models/harmonic_model.h"
#include "core/nn/models/segment_picture.h"

namespace blastoscope::train {
namespace {

/// The scores are small numbers: twelve channels that are each off by a tenth already give .09.
constexpr std::array<double, 14> kThresholds = {.001, .002, .005, .01, .02, .03, .05, .08, .12, .16, .2, .25, .3, .4};

std::vector<evaluation::LabelledImage> withoutScores(const auto& frames, double threshold)
{
    std::vector<evaluation::LabelledImage> images;
    for (const auto& frame : frames) {
        auto& image = images.emplace_back();
        image.truth = frame.truth;
        for (std::size_t i = 0; i < frame.found.size(); ++i)
            if (double(frame.scores[i]) >= threshold)
                image.predicted.push_back(frame.found[i]);
    }
    return images;
}

nn::LabelMap truthOf(const nn::LabelledFrame& frame)
{
    nn::LabelMap map{frame.width, frame.height, frame.labels, {}};
    map.segments.resize(std::size_t(frame.objects));
    for (std::int32_t& label : map.labels) {
        label = std::max(label, nn::kBackgroundLabel);
        if (label > 0)
            ++map.segments[std::size_t(label - 1)].area;
    }
    nn::dropSmallSegments(map, 1);
    return map;
}

void forgetIgnored(nn::LabelMap& map, const nn::LabelledFrame& frame)
{
    for (std::size_t i = 0; i < map.labels.size(); ++i) {
        if (frame.labels[i] == nn::kIgnoredLabel && map.labels[i] > 0) {
            --map.segments[std::size_t(map.labels[i] - 1)].area;
            map.labels[i] = 0;
        }
    }
}

} // namespace

HarmonicEvaluation::HarmonicEvaluation(nn::HarmonicNetwork& network, const std::vector<nn::LabelledFrame>& frames,
                                       std::size_t most, const nn::TilingOptions& tiling, const torch::Device& device)
    : HarmonicEvaluation(
          std::move(ofBandwidths(network, frames, most, tiling, {tiling.clusters.bandwidth}, device).front()))
{
}

std::vector<HarmonicEvaluation> HarmonicEvaluation::ofBandwidths(nn::HarmonicNetwork& network,
                                                                 const std::vector<nn::LabelledFrame>& frames,
                                                                 std::size_t most, nn::TilingOptions tiling,
                                                                 const std::vector<double>& bandwidths,
                                                                 const torch::Device& device)
{
    std::vector<HarmonicEvaluation> evaluations(bandwidths.size(), HarmonicEvaluation());
    for (std::size_t i = 0; i < std::min(most, frames.size()); ++i) {
        std::vector<float> pixels = frames[i].pixels;
        nn::standardise(pixels);
        std::vector<nn::PixelEmbedding> seen; // of the frame's tiles, which come in a fixed order
        for (std::size_t b = 0; b < bandwidths.size(); ++b) {
            tiling.clusters.bandwidth = bandwidths[b];
            std::size_t tile = 0;
            auto map =
                nn::segmentPicture(pixels, frames[i].width, frames[i].height, tiling, [&](std::vector<float> cut) {
                    if (tile == seen.size())
                        seen.push_back(nn::embedPicture(network, cut, tiling.tile, device));
                    return std::optional(seen[tile++]);
                });
            evaluations[b].add(frames[i], std::move(*map), tiling);
        }
    }
    return evaluations;
}

void HarmonicEvaluation::add(const nn::LabelledFrame& frame, nn::LabelMap found, const nn::TilingOptions& tiling)
{
    forgetIgnored(found, frame);
    nn::dropSmallSegments(found, std::max(1, int(tiling.clusters.minimumArea / (tiling.scale * tiling.scale))));
    Frame& added = m_frames.emplace_back(Frame{nn::masksOf(truthOf(frame)), nn::masksOf(found), {}});
    for (const nn::LabelSegment& segment : found.segments)
        added.scores.push_back(segment.score);
}

nlohmann::json HarmonicEvaluation::scores(double threshold) const
{
    const auto images = withoutScores(m_frames, threshold);
    const auto ap = evaluation::labelAp(images);
    return {{"sbd", evaluation::meanSymmetricBestDice(images)},
            {"dic_abs", evaluation::countDifference(images).meanAbsolute},
            {"label_ap50", ap.at[0]},
            {"label_ap", ap.mean},
            {"frames", images.size()}};
}

double HarmonicEvaluation::bestThreshold() const
{
    double best = -1, chosen = kThresholds.front();
    for (const double threshold : kThresholds) {
        const double sbd = evaluation::meanSymmetricBestDice(withoutScores(m_frames, threshold));
        if (sbd > best) {
            best = sbd;
            chosen = threshold;
        }
    }
    return chosen;
}

} // namespace blastoscope::train
