// SPDX-License-Identifier: Apache-2.0
#include "app/train/harmonic_evaluation.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/evaluation/label_metrics.h"
#include "core/nn/data/preprocess.h"
#include "core/nn/models/harmonic_model.h"
#include "core/nn/models/segment_picture.h"

namespace blastoscope::train
{
namespace
{

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
{
    const int minimumArea = std::max(1, int(tiling.clusters.minimumArea / (tiling.scale * tiling.scale)));
    for (std::size_t i = 0; i < std::min(most, frames.size()); ++i) {
        std::vector<float> pixels = frames[i].pixels;
        nn::standardise(pixels);
        auto map = nn::segmentPicture(pixels, frames[i].width, frames[i].height, tiling, [&](std::vector<float> tile) {
            return std::optional(nn::embedPicture(network, tile, tiling.tile, device));
        });
        forgetIgnored(*map, frames[i]);
        nn::dropSmallSegments(*map, minimumArea);
        Frame frame{nn::masksOf(truthOf(frames[i])), nn::masksOf(*map), {}};
        for (const nn::LabelSegment& segment : map->segments)
            frame.scores.push_back(segment.score);
        m_frames.push_back(std::move(frame));
    }
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
