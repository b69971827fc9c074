// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/instance_colors.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/geometry.h"
#include "core/base/object_class.h"
#include "ui/canvas/oklch.h"

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

/// Colours that are nearer to each other are easily mixed up; those of the palette are farther apart.
constexpr double kAlike = 0.04;

base::Box grown(const base::Box& box, double margin)
{
    return {box.x1 - margin, box.y1 - margin, box.x2 + margin, box.y2 + margin};
}

struct Shade {
    QColor color;
    Oklab place;
};

const std::vector<Shade>& palette()
{
    static const std::vector<Shade> shades = [] {
        std::vector<Shade> all;
        for (int index = 0; index < paletteSize(); ++index)
            all.push_back({paletteColor(index), oklabOf(paletteColor(index))});
        return all;
    }();
    return shades;
}

/// Decides for one frame; an instance is a vertex, neighbours have an edge.
class Coloring {
public:
    Coloring(const annotation::FrameAnnotation& frame, const TrackColors& tracks)
        : m_instances(frame.instances), m_tracks(tracks)
    {
        const double margin = 0.015 * std::max(frame.width, frame.height);
        for (const annotation::Instance& instance : m_instances)
            m_boxes.push_back(grown(instance.amodal.boundingBox(), margin));
        m_shades.resize(m_instances.size());
    }

    InstanceColors solve()
    {
        InstanceColors colors;
        for (std::size_t i : byWish()) {
            m_shades[i] = choose(i);
            colors[m_instances[i].id] = m_shades[i].color;
        }
        return colors;
    }

private:
    /// The number that the wish follows from; tracks come before ids, so that a tracked cell never yields to one that
    /// is not.
    int key(std::size_t i) const { return m_instances[i].trackId.value_or(m_instances[i].id); }

    QColor wish(std::size_t i) const
    {
        const annotation::Instance& instance = m_instances[i];
        const bool isCell = instance.classId == int(base::ObjectClass::Blastomere); // lineage is of these alone
        const auto track = isCell && instance.trackId ? m_tracks.find(*instance.trackId) : m_tracks.end();
        return track == m_tracks.end() ? wishedColor(key(i)) : track->second;
    }

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

    /// Whether an instance has a colour like this already, one nearby or, otherwise, any.
    bool isTaken(const Shade& shade, std::size_t i, bool nearby) const
    {
        for (std::size_t j = 0; j < m_instances.size(); ++j)
            if (m_shades[j].color.isValid() && distance(shade.place, m_shades[j].place) < kAlike &&
                (!nearby || !base::intersected(m_boxes[i], m_boxes[j]).isEmpty()))
                return true;
        return false;
    }

    Shade choose(std::size_t i) const
    {
        const QColor wished = wish(i);
        const Shade wish{wished, oklabOf(wished)};
        if (!isTaken(wish, i, true))
            return wish;
        for (const bool nearby : {false, true})
            for (const Shade& shade : palette())
                if (!isTaken(shade, i, nearby))
                    return shade;
        return wish; // more mutual neighbours than colours
    }

    const std::vector<annotation::Instance>& m_instances;
    const TrackColors& m_tracks;
    std::vector<base::Box> m_boxes;
    std::vector<Shade> m_shades; ///< invalid until they are chosen
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

QColor wishedColor(int number)
{
    return paletteColor(std::max(number, 1) - 1);
}

InstanceColors assignColors(const annotation::FrameAnnotation& frame, const TrackColors& tracks)
{
    return Coloring(frame, tracks).solve();
}

} // namespace blastoscope::ui
