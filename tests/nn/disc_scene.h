// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/nn/data/training_batch.h"
#include "core/nn/torch.h"

namespace blastoscope::tests {

struct Disc {
    double x = 0, y = 0, radius = 10;
    int64_t label = 1;
    bool ignore = false;
};

/// One uint8 [side, side] disc: pixels whose centre lies inside.
inline torch::Tensor discMask(int side, const Disc& disc)
{
    const auto at = torch::arange(side, torch::kFloat32) + 0.5;
    const auto dx = (at - disc.x).square().reshape({1, side});
    const auto dy = (at - disc.y).square().reshape({side, 1});
    return (dx + dy < disc.radius * disc.radius).to(torch::kUInt8);
}

/// Truth of translucent discs, the first of them nearest to the viewer.
inline nn::Targets discTargets(int side, const std::vector<Disc>& discs)
{
    nn::Targets targets;
    if (discs.empty())
        return {torch::zeros({0, 4}), torch::zeros({0}, torch::kLong), torch::zeros({0, side, side}, torch::kUInt8),
                torch::zeros({0, side, side}, torch::kUInt8), torch::zeros({0}, torch::kBool)};
    std::vector<torch::Tensor> amodal, visible, boxes;
    std::vector<int64_t> labels;
    std::vector<uint8_t> ignore;
    auto covered = torch::zeros({side, side}, torch::kUInt8);
    for (const auto& disc : discs) {
        const auto mask = discMask(side, disc);
        amodal.push_back(mask);
        visible.push_back(mask * (1 - covered));
        covered = torch::max(covered, mask);
        boxes.push_back(torch::tensor({float(disc.x - disc.radius), float(disc.y - disc.radius),
                                       float(disc.x + disc.radius), float(disc.y + disc.radius)}));
        labels.push_back(disc.label);
        ignore.push_back(disc.ignore ? 1 : 0);
    }
    return {torch::stack(boxes), torch::tensor(labels, torch::kLong), torch::stack(amodal), torch::stack(visible),
            torch::tensor(ignore, torch::kUInt8).to(torch::kBool)};
}

/// The image of such discs, [1, side, side]: each adds to the brightness and has a dark rim.
inline torch::Tensor discImage(int side, const std::vector<Disc>& discs)
{
    auto image = torch::full({1, side, side}, 0.3);
    double gain = 0.35;
    for (const auto& disc : discs) {
        image += gain * discMask(side, disc);
        Disc inner = disc;
        inner.radius -= 1.5;
        image -= 0.2 * (discMask(side, disc) - discMask(side, inner));
        gain *= 0.8;
    }
    return image;
}

inline nn::TrainingBatch discBatch(int side, const std::vector<std::vector<Disc>>& scenes)
{
    nn::TrainingBatch batch;
    std::vector<torch::Tensor> images;
    for (const auto& discs : scenes) {
        images.push_back(discImage(side, discs));
        batch.targets.push_back(discTargets(side, discs));
    }
    batch.images = torch::stack(images);
    return batch;
}

} // namespace blastoscope::tests
