// SPDX-License-Identifier: Apache-2.0
#include "app/train/worst_frames.h"

#include <algorithm>
#include <numeric>

namespace blastoscope::train {
namespace {

using nlohmann::json;

constexpr std::size_t kMostFrames = 12;

json shapes(const std::vector<masks::RleMask>& silhouettes, const base::Box& window, int size)
{
    json texts = json::array();
    for (const masks::RleMask& mask : silhouettes)
        texts.push_back(mask.toString());
    return {{"window", {window.x1, window.y1, window.x2, window.y2}}, {"size", size}, {"masks", std::move(texts)}};
}

} // namespace

json worstFrames(const std::vector<HeldOutScore>& models, const std::vector<SampleOrigin>& origins)
{
    const HeldOutScore& last = models.back();
    std::vector<std::size_t> order(last.frames.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return last.frames[a].quality < last.frames[b].quality; });
    order.resize(std::min(order.size(), kMostFrames));
    json worst = json::array();
    for (const std::size_t i : order) {
        json results = json::array();
        for (const HeldOutScore& model : models) {
            const FrameScore& frame = model.frames[i];
            results.push_back({{"counted", frame.counted.size()},
                               {"quality", frame.quality},
                               {"shapes", shapes(frame.counted, model.windows[i], model.inputSize)}});
        }
        worst.push_back({{"picture", origins[i].picture},
                         {"embryo", origins[i].embryo},
                         {"cells", last.frames[i].truth.size()},
                         {"truth", shapes(last.frames[i].truth, last.windows[i], last.inputSize)},
                         {"results", std::move(results)}});
    }
    return worst;
}

} // namespace blastoscope::train
