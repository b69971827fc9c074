// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/instance_colors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <set>
#include <vector>

#include "core/base/geometry.h"

namespace blastoscope::ui {
namespace {

/// Okabe and Ito without black, which does not show on a dark picture.
constexpr std::array<QRgb, 7> kOkabeIto = {0xffe69f00, 0xff56b4e9, 0xff009e73, 0xfff0e442,
                                           0xff0072b2, 0xffd55e00, 0xffcc79a7};

constexpr int kHues = 12;
constexpr double kLightness = 0.78;
constexpr double kChroma = 0.12; ///< inside sRGB at this lightness for every hue
constexpr double kHueOffset = 15;
/// Steps through the hues so that those next to each other in the list lie far apart on the circle.
constexpr int kHueStride = 5;

double toSrgb(double linear)
{
    linear = std::clamp(linear, 0.0, 1.0);
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * std::pow(linear, 1 / 2.4) - 0.055;
}

/// Ottosson 2020, "A perceptual color space for image processing"; hue in degrees.
QColor fromOklch(double lightness, double chroma, double hue)
{
    const double angle = hue * std::numbers::pi / 180;
    const double a = chroma * std::cos(angle);
    const double b = chroma * std::sin(angle);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
    const double m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
    const double s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    return QColor::fromRgbF(float(toSrgb(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
                            float(toSrgb(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
                            float(toSrgb(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

base::Box grown(const base::Box& box, double margin)
{
    return {box.x1 - margin, box.y1 - margin, box.x2 + margin, box.y2 + margin};
}

/// Decides for one frame; an instance is a vertex, neighbours have an edge.
class Coloring {
public:
    explicit Coloring(const annotation::FrameAnnotation& frame) : m_instances(frame.instances)
    {
        const double margin = 0.015 * std::max(frame.width, frame.height);
        for (const annotation::Instance& instance : m_instances)
            m_boxes.push_back(grown(instance.amodal.boundingBox(), margin));
        m_colors.assign(m_instances.size(), -1);
    }

    std::vector<int> solve()
    {
        for (std::size_t i : byWish())
            m_colors[i] = choose(i);
        return m_colors;
    }

private:
    /// The number that the wish follows from; tracks come before ids, so that a tracked cell never yields to one that
    /// is not.
    int key(std::size_t i) const { return std::max(m_instances[i].trackId.value_or(m_instances[i].id), 1); }

    std::vector<std::size_t> byWish() const
    {
        std::vector<std::size_t> order(m_instances.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            const bool trackedA = m_instances[a].trackId.has_value();
            const bool trackedB = m_instances[b].trackId.has_value();
            return trackedA != trackedB ? trackedA : key(a) < key(b);
        });
        return order;
    }

    int choose(std::size_t i) const
    {
        std::set<int> near, anywhere;
        for (std::size_t j = 0; j < m_instances.size(); ++j) {
            if (m_colors[j] < 0)
                continue;
            anywhere.insert(m_colors[j]);
            if (!base::intersected(m_boxes[i], m_boxes[j]).isEmpty())
                near.insert(m_colors[j]);
        }
        const int wish = (key(i) - 1) % paletteSize();
        if (!near.contains(wish))
            return wish;
        for (int index = 0; index < paletteSize(); ++index)
            if (!anywhere.contains(index))
                return index;
        for (int index = 0; index < paletteSize(); ++index)
            if (!near.contains(index))
                return index;
        return wish; // more mutual neighbours than colours
    }

    const std::vector<annotation::Instance>& m_instances;
    std::vector<base::Box> m_boxes;
    std::vector<int> m_colors;
};

} // namespace

int paletteSize()
{
    return int(kOkabeIto.size()) + kHues;
}

QColor paletteColor(int index)
{
    index %= paletteSize();
    if (index < int(kOkabeIto.size()))
        return QColor(kOkabeIto[std::size_t(index)]);
    const int step = (index - int(kOkabeIto.size())) * kHueStride % kHues;
    return fromOklch(kLightness, kChroma, kHueOffset + 360.0 * step / kHues);
}

InstanceColors assignColors(const annotation::FrameAnnotation& frame)
{
    const std::vector<int> indices = Coloring(frame).solve();
    InstanceColors colors;
    for (std::size_t i = 0; i < indices.size(); ++i)
        colors[frame.instances[i].id] = paletteColor(indices[i]);
    return colors;
}

} // namespace blastoscope::ui
