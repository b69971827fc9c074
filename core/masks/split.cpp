// SPDX-License-Identifier: Apache-2.0
#include "core/masks/split.h"

#include <algorithm>
#include <deque>

#include "core/masks/brush.h"
#include "core/masks/components.h"

namespace blastoscope::masks {
namespace {

constexpr double kCutRadius = 0.75;    ///< px; blocks every way over edges and corners
constexpr std::int64_t kSmallestPart = 4; ///< px; less is a crumb of the cut, not a part

/// Gives every pixel of `whole` to the part from which it is reached in the fewest steps.
class Watershed {
public:
    Watershed(const RleMask& whole, const std::vector<RleMask>& parts)
        : m_width(whole.width()), m_height(whole.height()), m_box(whole.boundingBox()),
          m_owner(whole.crop(int(m_box.x1), int(m_box.y1), int(m_box.width()), int(m_box.height())))
    {
        for (std::uint8_t& pixel : m_owner.pixels)
            pixel = pixel ? kNobody : kOutside;
        for (std::size_t k = 0; k < parts.size(); ++k)
            claim(parts[k], std::uint8_t(k));
        spread();
    }

    RleMask part(std::size_t k) const
    {
        Bitmap pixels(m_owner.width, m_owner.height);
        for (std::size_t i = 0; i < pixels.pixels.size(); ++i)
            pixels.pixels[i] = m_owner.pixels[i] == k;
        return RleMask::fromCrop(pixels, int(m_box.x1), int(m_box.y1), m_width, m_height);
    }

    static constexpr std::size_t kMostParts = 250;

private:
    static constexpr std::uint8_t kNobody = 254;
    static constexpr std::uint8_t kOutside = 255;

    void claim(const RleMask& part, std::uint8_t owner)
    {
        const Bitmap pixels = part.crop(int(m_box.x1), int(m_box.y1), m_owner.width, m_owner.height);
        for (std::size_t i = 0; i < pixels.pixels.size(); ++i)
            if (pixels.pixels[i])
                m_owner.pixels[i] = owner;
    }

    void spread()
    {
        std::deque<std::pair<int, int>> open;
        for (int y = 0; y < m_owner.height; ++y)
            for (int x = 0; x < m_owner.width; ++x)
                if (m_owner.at(x, y) < kNobody && hasFreeNeighbour(x, y))
                    open.push_back({x, y});
        while (!open.empty()) {
            const auto [x, y] = open.front();
            open.pop_front();
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    if (isFree(x + dx, y + dy)) {
                        m_owner.at(x + dx, y + dy) = m_owner.at(x, y);
                        open.push_back({x + dx, y + dy});
                    }
        }
    }

    bool isFree(int x, int y) const { return m_owner.contains(x, y) && m_owner.at(x, y) == kNobody; }
    bool hasFreeNeighbour(int x, int y) const
    {
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx)
                if (isFree(x + dx, y + dy))
                    return true;
        return false;
    }

    int m_width;
    int m_height;
    base::Box m_box;
    Bitmap m_owner;
};

/// The parts of one piece that hangs together; only itself when the cut does not part it.
std::vector<RleMask> splitPiece(const RleMask& piece, const RleMask& cut)
{
    if (intersectionArea(piece, cut) == 0)
        return {piece};
    std::vector<RleMask> parts = components(subtracted(piece, cut));
    std::erase_if(parts, [](const RleMask& part) { return part.area() < kSmallestPart; });
    if (parts.size() < 2)
        return {piece};
    parts.resize(std::min(parts.size(), Watershed::kMostParts));
    const Watershed shares(piece, parts);
    for (std::size_t k = 0; k < parts.size(); ++k)
        parts[k] = shares.part(k);
    return parts;
}

} // namespace

std::vector<RleMask> splitByLine(const RleMask& mask, std::span<const base::Point> line)
{
    const RleMask cut = strokeMask(mask.width(), mask.height(), line, kCutRadius);
    RleMask untouched(mask.width(), mask.height());
    std::vector<RleMask> parts;
    for (const RleMask& piece : components(mask)) {
        std::vector<RleMask> some = splitPiece(piece, cut);
        if (some.size() == 1)
            untouched = united(untouched, piece);
        else
            parts.insert(parts.end(), some.begin(), some.end());
    }
    if (parts.empty())
        return {mask};
    const auto byArea = [](const RleMask& a, const RleMask& b) { return a.area() > b.area(); };
    std::stable_sort(parts.begin(), parts.end(), byArea);
    parts.front() = united(parts.front(), untouched);
    return parts;
}

} // namespace blastoscope::masks
