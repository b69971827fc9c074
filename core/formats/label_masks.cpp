// SPDX-License-Identifier: Apache-2.0
#include "core/formats/label_masks.h"

#include <algorithm>
#include <unordered_map>

#include "core/formats/image_limits.h"
#include "core/masks/visibility.h"

namespace blastoscope::formats {
namespace {

using annotation::FrameAnnotation;
using masks::RleMask;

constexpr std::size_t kMostNumbers = 65535;

/// Runs of one number, column by column.
class RunCollector {
public:
    void add(std::uint32_t from, std::uint32_t length)
    {
        if (from == m_end && !m_counts.empty()) {
            m_counts.back() += length;
        } else {
            m_counts.push_back(from - m_end);
            m_counts.push_back(length);
        }
        m_end = from + length;
    }
    base::Result<RleMask> finish(int width, int height)
    {
        m_counts.push_back(std::uint32_t(width) * std::uint32_t(height) - m_end);
        return RleMask::fromCounts(width, height, m_counts);
    }

private:
    std::vector<std::uint32_t> m_counts;
    std::uint32_t m_end = 0;
};

/// Relations as indices, each pair once.
std::vector<masks::Cover> coversOf(const FrameAnnotation& frame)
{
    std::unordered_map<annotation::InstanceId, std::size_t> indexOf;
    for (std::size_t i = 0; i < frame.instances.size(); ++i)
        indexOf[frame.instances[i].id] = i;
    std::vector<masks::Cover> covers;
    for (const annotation::DepthRelation& relation : frame.order) {
        const auto nearer = indexOf.find(relation.nearer);
        const auto farther = indexOf.find(relation.farther);
        if (nearer != indexOf.end() && farther != indexOf.end() && nearer != farther)
            covers.push_back({nearer->second, farther->second});
    }
    return covers;
}

} // namespace

base::Result<std::map<std::uint32_t, RleMask>> masksOfLabels(const imaging::LabelImage& image)
{
    if (std::int64_t(image.width) * image.height > kMostPixels)
        return base::fail(base::ErrorCode::Unsupported, "The label image has more than 268 megapixels.");
    std::map<std::uint32_t, RunCollector> runs;
    std::uint32_t position = 0;
    for (int x = 0; x < image.width; ++x)
        for (int y = 0; y < image.height;) {
            const auto at = [&](int row) {
                return image.labels[std::size_t(row) * std::size_t(image.width) + std::size_t(x)];
            };
            const std::uint32_t number = at(y);
            const int from = y;
            while (y < image.height && at(y) == number)
                ++y;
            if (number != 0)
                runs[number].add(position, std::uint32_t(y - from));
            position += std::uint32_t(y - from);
            if (runs.size() > kMostNumbers)
                return base::fail(base::ErrorCode::Unsupported,
                                  "The picture has more than 65535 different values, so it is no label image.");
        }
    std::map<std::uint32_t, RleMask> found;
    for (auto& [number, collector] : runs) {
        auto mask = collector.finish(image.width, image.height);
        if (!mask)
            return tl::unexpected(mask.error());
        found.emplace(number, std::move(*mask));
    }
    return found;
}

std::vector<std::size_t> nearestFirst(const FrameAnnotation& frame)
{
    const auto covers = coversOf(frame);
    std::vector<std::size_t> sequence;
    std::vector<bool> placed(frame.instances.size(), false);
    const auto isFree = [&](std::size_t i) {
        return std::none_of(covers.begin(), covers.end(),
                            [&](const masks::Cover& c) { return c.farther == i && !placed[c.nearer]; });
    };
    while (sequence.size() < frame.instances.size()) {
        std::size_t next = frame.instances.size();
        for (std::size_t i = 0; i < frame.instances.size() && next == frame.instances.size(); ++i)
            if (!placed[i] && isFree(i))
                next = i;
        if (next == frame.instances.size()) // a circle
            next = std::size_t(std::find(placed.begin(), placed.end(), false) - placed.begin());
        placed[next] = true;
        sequence.push_back(next);
    }
    return sequence;
}

FlatFrame flatten(const FrameAnnotation& frame)
{
    FlatFrame flat;
    flat.parts.resize(frame.instances.size());
    RleMask taken(frame.width, frame.height);
    std::vector<std::size_t> before;
    for (const std::size_t i : nearestFirst(frame)) {
        const RleMask& whole = frame.instances[i].amodal;
        flat.parts[i] = masks::subtracted(whole, taken);
        if (flat.parts[i].area() < whole.area())
            for (const std::size_t nearer : before)
                if (const auto pixels = masks::intersectionArea(whole, flat.parts[nearer]); pixels > 0)
                    flat.hidden.push_back({i, nearer, pixels});
        taken = masks::united(taken, whole);
        before.push_back(i);
    }
    return flat;
}

std::vector<int> depthLayers(const FrameAnnotation& frame)
{
    std::vector<RleMask> silhouettes;
    for (const annotation::Instance& instance : frame.instances)
        silhouettes.push_back(instance.amodal);
    const auto pairs = masks::overlappingPairs(silhouettes);
    const auto covers = coversOf(frame);
    std::vector<int> layers(silhouettes.size(), -1);
    for (const std::size_t i : nearestFirst(frame)) {
        std::vector<bool> blocked;
        int lowest = 0;
        for (const auto& pair : pairs) {
            if (pair.first != i && pair.second != i)
                continue;
            const std::size_t other = pair.first == i ? pair.second : pair.first;
            if (layers[other] < 0)
                continue;
            blocked.resize(std::max(blocked.size(), std::size_t(layers[other]) + 1));
            blocked[std::size_t(layers[other])] = true;
            if (std::find(covers.begin(), covers.end(), masks::Cover{other, i}) != covers.end())
                lowest = std::max(lowest, layers[other] + 1);
        }
        int layer = lowest;
        while (std::size_t(layer) < blocked.size() && blocked[std::size_t(layer)])
            ++layer;
        layers[i] = layer;
    }
    return layers;
}

void paintLabel(imaging::LabelImage& image, const RleMask& mask, std::uint32_t number)
{
    std::int64_t position = 0;
    for (std::size_t i = 0; i < mask.counts().size(); ++i) {
        const std::int64_t end = position + mask.counts()[i];
        if (i % 2 == 1)
            for (std::int64_t p = position; p < end; ++p)
                image.labels[std::size_t(p % image.height) * std::size_t(image.width) + std::size_t(p / image.height)] =
                    number;
        position = end;
    }
}

} // namespace blastoscope::formats
