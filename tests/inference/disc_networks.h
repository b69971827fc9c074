// SPDX-License-Identifier: Apache-2.0
#pragma once

// A segmenter whose networks see discs without any learning: whatever goes wrong then is geometry.
#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include "core/inference/amodal_segmenter.h"
#include "tests/inference/discs.h"

namespace blastoscope::tests {

/// Sees every bright disc as one embryo of one cell.
class DiscNetworks : public inference::Networks {
public:
    DiscNetworks()
    {
        m_description.classNames = {"blastomere"};
        m_description.inputSize = 128;
        m_description.fieldOfView = 1.7;
        m_description.countRule = {0.5, 0.7, 1};
    }

    const nn::ModelDescription& description() const override { return m_description; }
    const inference::DeviceInfo& device() const override { return m_device; }
    int overviewSize() const override { return 96; }
    int overviewMultiple() const override { return 4; }

    base::Result<inference::CoarseFindings> find(const inference::NetworkInput& overview) override
    {
        ++findCalls;
        CHECK(overview.width % 4 == 0);
        CHECK(overview.height % 4 == 0);
        inference::CoarseFindings findings;
        for (const nn::MapRegion& region : regions(overview)) {
            const base::Point c = region.box.center();
            const double half = coarseError * region.box.width() / 2;
            const base::Box cells{c.x - half, c.y - half, c.x + half, c.y + half};
            if (splitClump) {
                findings.embryos.push_back({std::nullopt, base::Box{cells.x1, cells.y1, c.x, cells.y2}, 1.0});
                findings.embryos.push_back({std::nullopt, base::Box{c.x, cells.y1, cells.x2, cells.y2}, 1.0});
            } else {
                findings.embryos.push_back({region.box, cells, 1.0});
            }
            findings.cellArea += M_PI / 4 * region.box.area();
        }
        afterFind();
        return findings;
    }

    base::Result<std::vector<inference::CropFindings>>
    detect(const std::vector<inference::NetworkInput>& crops, const base::CancellationToken&) override
    {
        ++detectCalls;
        if (failure)
            return tl::unexpected(*failure);
        std::vector<inference::CropFindings> all;
        for (const inference::NetworkInput& crop : crops) {
            CHECK(crop.width == m_description.inputSize);
            inference::CropFindings found{{}, countProbabilities, {}};
            for (const nn::MapRegion& region : regions(crop))
                found.detections.push_back({1, 0.9f, region.box, region.box, kMapSize, discMap(), discMap()});
            afterDetect(found);
            all.push_back(std::move(found));
        }
        return all;
    }

    base::Result<std::unique_ptr<inference::KeptPicture>> keep(const inference::NetworkInput& crop) override
    {
        ++keepCalls;
        auto kept = std::make_unique<Kept>();
        kept->regions = regions(crop);
        return kept;
    }

    /// The discs that one of the boxes means.
    base::Result<std::vector<inference::CropDetection>> detectAt(const inference::KeptPicture& picture,
                                                                 const std::vector<base::Box>& boxes) override
    {
        std::vector<inference::CropDetection> found;
        for (const nn::MapRegion& region : static_cast<const Kept&>(picture).regions)
            if (std::any_of(boxes.begin(), boxes.end(), [&](const auto& b) { return base::iou(b, region.box) > .3; }))
                found.push_back({1, 0.9f, region.box, region.box, kMapSize, discMap(), discMap()});
        return found;
    }

    bool splitClump = false; ///< no zona is seen, and the cells as two regions
    double coarseError = 1; ///< factor on the extent of the cells
    std::vector<double> countProbabilities;
    int findCalls = 0;
    int detectCalls = 0;
    int keepCalls = 0;
    std::optional<base::Error> failure;
    std::function<void()> afterFind = [] {};
    std::function<void(inference::CropFindings&)> afterDetect = [](inference::CropFindings&) {};

private:
    struct Kept : inference::KeptPicture {
        std::vector<nn::MapRegion> regions;
    };
    static constexpr int kMapSize = 28;

    static std::vector<nn::MapRegion> regions(const inference::NetworkInput& input)
    {
        const auto [low, high] = std::minmax_element(input.pixels.begin(), input.pixels.end());
        if (*high - *low < 0.5f)
            return {};
        return nn::connectedRegions(input.pixels, input.width, input.height, (*low + *high) / 2, 9);
    }

    static std::vector<float> discMap()
    {
        std::vector<float> map;
        for (int y = 0; y < kMapSize; ++y) {
            for (int x = 0; x < kMapSize; ++x)
                map.push_back(float(std::clamp(
                    kMapSize / 2.0 - std::hypot(x + 0.5 - kMapSize / 2.0, y + 0.5 - kMapSize / 2.0) + 0.5, 0.0, 1.0)));
        }
        return map;
    }

    nn::ModelDescription m_description;
    inference::DeviceInfo m_device{"CPU", "a test", false, false};
};

struct DiscSegmenter {
    DiscSegmenter()
    {
        auto owned = std::make_unique<DiscNetworks>();
        networks = owned.get();
        inference::ModelInfo info;
        info.classNames = {"blastomere"};
        segmenter = std::make_unique<inference::AmodalSegmenter>(info, std::move(owned));
    }
    DiscNetworks* networks;
    std::unique_ptr<inference::AmodalSegmenter> segmenter;
    base::CancellationToken cancel;
};

} // namespace blastoscope::tests
