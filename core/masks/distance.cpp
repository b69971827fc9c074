// SPDX-License-Identifier: Apache-2.0
#include "core/masks/distance.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace blastoscope::masks {
namespace {

constexpr float kFar = 1e12f; ///< squared; larger than any picture

/// In place: squared distances along a line from squared distances at its points, the lower envelope of parabolas
/// (Felzenszwalb and Huttenlocher 2012). `stride` apart, `count` of them.
class LineTransform {
public:
    explicit LineTransform(int longest)
        : m_values(std::size_t(longest)), m_vertex(std::size_t(longest)), m_from(std::size_t(longest) + 1)
    {
    }

    void run(float* first, std::ptrdiff_t stride, int count)
    {
        int last = 0;
        m_vertex[0] = 0;
        m_from[0] = -std::numeric_limits<double>::infinity();
        m_from[1] = std::numeric_limits<double>::infinity();
        for (int i = 0; i < count; ++i)
            m_values[std::size_t(i)] = first[i * stride];
        for (int i = 1; i < count; ++i) {
            double crossing = crossingOf(i, m_vertex[std::size_t(last)]);
            while (crossing <= m_from[std::size_t(last)])
                crossing = crossingOf(i, m_vertex[std::size_t(--last)]);
            m_vertex[std::size_t(++last)] = i;
            m_from[std::size_t(last)] = crossing;
            m_from[std::size_t(last) + 1] = std::numeric_limits<double>::infinity();
        }
        for (int i = 0, k = 0; i < count; ++i) {
            while (m_from[std::size_t(k) + 1] < i)
                ++k;
            const int vertex = m_vertex[std::size_t(k)];
            first[i * stride] = float(double(i - vertex) * (i - vertex)) + m_values[std::size_t(vertex)];
        }
    }

private:
    double crossingOf(int a, int b) const
    {
        return ((double(m_values[std::size_t(a)]) + double(a) * a) -
                (double(m_values[std::size_t(b)]) + double(b) * b)) /
               (2. * (a - b));
    }

    std::vector<float> m_values;
    std::vector<int> m_vertex;
    std::vector<double> m_from;
};

} // namespace

std::vector<float> distanceTo(const Bitmap& mask, bool value)
{
    std::vector<float> distance(mask.pixels.size());
    for (std::size_t i = 0; i < distance.size(); ++i)
        distance[i] = bool(mask.pixels[i]) == value ? 0 : kFar;
    LineTransform line(std::max(mask.width, mask.height));
    for (int x = 0; x < mask.width; ++x)
        line.run(distance.data() + x, mask.width, mask.height);
    for (int y = 0; y < mask.height; ++y)
        line.run(distance.data() + std::ptrdiff_t(y) * mask.width, 1, mask.width);
    for (float& d : distance)
        d = std::sqrt(d);
    return distance;
}

} // namespace blastoscope::masks
