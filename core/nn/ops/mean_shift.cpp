// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/mean_shift.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/base/random.h"

namespace blastoscope::nn {
namespace {

constexpr std::size_t kLanes = 4;  ///< rows are padded with zeros to a multiple of it, so that loops vectorise
constexpr double kJoinShare = 0.5; ///< of the bandwidth; a seed that comes so near to a known mode ends there
constexpr std::uint64_t kThinningSeed = 1;

std::size_t paddedWidth(int dimensions)
{
    return (std::size_t(dimensions) + kLanes - 1) / kLanes * kLanes;
}

float squaredDistance(const float* a, const float* b, std::size_t width)
{
    std::array<float, kLanes> sums{};
    for (std::size_t d = 0; d < width; d += kLanes)
        for (std::size_t k = 0; k < kLanes; ++k)
            sums[k] += (a[d + k] - b[d + k]) * (a[d + k] - b[d + k]);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/// Rows of `dimensions` numbers as rows of paddedWidth().
std::vector<float> padded(std::span<const float> points, int dimensions)
{
    const std::size_t from = std::size_t(dimensions), to = paddedWidth(dimensions);
    std::vector<float> rows(points.size() / from * to, 0.0F);
    for (std::size_t i = 0; i * from < points.size(); ++i)
        std::copy_n(&points[i * from], from, &rows[i * to]);
    return rows;
}

/// The points, sorted by the cells of a hash grid. Each cell knows the tight box of its points and their sum, so that a
/// ball takes in or passes over whole cells; only those that its surface cuts are looked into.
class PointGrid {
public:
    /// Rows of `width` numbers, a multiple of kLanes.
    PointGrid(const std::vector<float>& points, std::size_t width, double side) : m_width(width)
    {
        const auto cellOf = assignCells(points, side);
        sortPoints(points, cellOf);
        for (std::size_t cell = 0; cell < cells(); ++cell)
            summarise(cell);
    }

    std::size_t cells() const { return m_begin.size() - 1; }
    /// The mean of a cell's points.
    std::vector<float> seed(std::size_t cell) const
    {
        std::vector<float> mean;
        for (std::size_t d = 0; d < m_width; ++d)
            mean.push_back(float(m_sums[cell * m_width + d] / double(size(cell))));
        return mean;
    }
    std::size_t size(std::size_t cell) const { return m_begin[cell + 1] - m_begin[cell]; }

    /// Index among the points given, in the order of the cells.
    std::size_t pointAt(std::size_t position) const { return m_order[position]; }
    std::size_t begin(std::size_t cell) const { return m_begin[cell]; }
    const float* sorted(std::size_t position) const { return &m_points[position * m_width]; }

    /// Squared distances of a place to the nearest and to the farthest point of a cell's box.
    std::pair<float, float> reach(const float* place, std::size_t cell) const
    {
        const float* low = &m_low[cell * m_width];
        const float* high = &m_high[cell * m_width];
        std::array<float, kLanes> nearest{}, farthest{};
        for (std::size_t d = 0; d < m_width; d += kLanes) {
            for (std::size_t k = 0; k < kLanes; ++k) {
                const float below = low[d + k] - place[d + k], above = place[d + k] - high[d + k];
                const float outside = std::max(0.0F, std::max(below, above));
                const float inside = std::min(below, above); // minus the distance to the farther face
                nearest[k] += outside * outside;
                farthest[k] += inside * inside;
            }
        }
        return {(nearest[0] + nearest[1]) + (nearest[2] + nearest[3]),
                (farthest[0] + farthest[1]) + (farthest[2] + farthest[3])};
    }

    /// Number and sum of the points in a ball.
    std::size_t ball(const float* center, float radiusSquared, std::vector<double>& sum) const
    {
        std::fill(sum.begin(), sum.end(), 0.0);
        std::size_t count = 0;
        for (std::size_t cell = 0; cell < cells(); ++cell) {
            const auto [nearest, farthest] = reach(center, cell);
            if (nearest > radiusSquared)
                continue;
            if (farthest <= radiusSquared) {
                count += size(cell);
                for (std::size_t d = 0; d < m_width; ++d)
                    sum[d] += m_sums[cell * m_width + d];
                continue;
            }
            for (std::size_t p = m_begin[cell]; p < m_begin[cell + 1]; ++p) {
                if (squaredDistance(sorted(p), center, m_width) > radiusSquared)
                    continue;
                ++count;
                for (std::size_t d = 0; d < m_width; ++d)
                    sum[d] += double(sorted(p)[d]);
            }
        }
        return count;
    }

private:
    /// The cell of every point; cells are numbered in the order in which they are first met.
    std::vector<std::uint32_t> assignCells(const std::vector<float>& points, double side)
    {
        const std::size_t count = points.size() / m_width;
        std::vector<std::int32_t> key(m_width);
        std::unordered_map<std::string, std::uint32_t> numbers;
        std::vector<std::uint32_t> cellOf(count);
        std::string text(m_width * sizeof(std::int32_t), '\0');
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t d = 0; d < m_width; ++d)
                key[d] = std::int32_t(std::nearbyint(std::clamp(double(points[i * m_width + d]) / side, -1e9, 1e9)));
            std::copy_n(reinterpret_cast<const char*>(key.data()), text.size(), text.data());
            cellOf[i] = numbers.emplace(text, std::uint32_t(numbers.size())).first->second;
        }
        m_begin.assign(numbers.size() + 1, 0);
        return cellOf;
    }

    /// Counting sort, stable.
    void sortPoints(const std::vector<float>& points, const std::vector<std::uint32_t>& cellOf)
    {
        for (const std::uint32_t cell : cellOf)
            ++m_begin[cell + 1];
        std::partial_sum(m_begin.begin(), m_begin.end(), m_begin.begin());
        std::vector<std::size_t> next(m_begin.begin(), m_begin.end() - 1);
        m_order.resize(cellOf.size());
        m_points.resize(points.size());
        for (std::size_t i = 0; i < cellOf.size(); ++i) {
            const std::size_t position = next[cellOf[i]]++;
            m_order[position] = i;
            std::copy_n(&points[i * m_width], m_width, &m_points[position * m_width]);
        }
    }

    void summarise(std::size_t cell)
    {
        for (std::size_t d = 0; d < m_width; ++d) {
            float low = std::numeric_limits<float>::max(), high = std::numeric_limits<float>::lowest();
            double sum = 0;
            for (std::size_t p = m_begin[cell]; p < m_begin[cell + 1]; ++p) {
                low = std::min(low, sorted(p)[d]);
                high = std::max(high, sorted(p)[d]);
                sum += double(sorted(p)[d]);
            }
            m_low.push_back(low);
            m_high.push_back(high);
            m_sums.push_back(sum);
        }
    }

    std::size_t m_width;
    std::vector<std::size_t> m_begin, m_order;
    std::vector<float> m_points, m_low, m_high;
    std::vector<double> m_sums;
};

struct Mode {
    std::vector<float> place;
    std::size_t support = 0;
};

/// Follows seeds to where they rest.
class Climber {
public:
    Climber(const PointGrid& grid, const MeanShiftOptions& options) : m_grid(grid), m_options(options) {}

    void climb(std::vector<float> seed)
    {
        const float radiusSquared = float(m_options.bandwidth * m_options.bandwidth);
        const double rest = m_options.tolerance * m_options.bandwidth;
        std::vector<double> sum(seed.size());
        Mode mode{std::move(seed), 0};
        for (int i = 0; i <= m_options.maxIterations; ++i) {
            if (isNear(m_modes, mode.place, kJoinShare * m_options.bandwidth))
                return;
            mode.support = m_grid.ball(mode.place.data(), radiusSquared, sum);
            if (mode.support == 0)
                return;
            double moved = 0;
            for (std::size_t d = 0; d < sum.size(); ++d) {
                const double mean = sum[d] / double(mode.support);
                moved += (mean - double(mode.place[d])) * (mean - double(mode.place[d]));
                mode.place[d] = float(mean);
            }
            if (std::sqrt(moved) <= rest)
                break;
        }
        m_modes.push_back(std::move(mode));
    }

    /// Of modes within one bandwidth of each other the best supported one; the best supported first.
    std::vector<Mode> merged() const
    {
        std::vector<Mode> sorted = m_modes;
        std::stable_sort(sorted.begin(), sorted.end(), [](const Mode& a, const Mode& b) {
            return a.support != b.support ? a.support > b.support : a.place > b.place;
        });
        std::vector<Mode> kept;
        for (Mode& mode : sorted)
            if (!isNear(kept, mode.place, m_options.bandwidth))
                kept.push_back(std::move(mode));
        return kept;
    }

    bool hasModes() const { return !m_modes.empty(); }

private:
    static bool isNear(const std::vector<Mode>& modes, const std::vector<float>& place, double distance)
    {
        return std::any_of(modes.begin(), modes.end(), [&](const Mode& mode) {
            return squaredDistance(mode.place.data(), place.data(), place.size()) <= float(distance * distance);
        });
    }

    const PointGrid& m_grid;
    const MeanShiftOptions& m_options;
    std::vector<Mode> m_modes;
};

/// Cells by number of points, the fullest first: they lie nearest to modes.
std::vector<std::size_t> fullestFirst(const PointGrid& grid)
{
    std::vector<std::size_t> order(grid.cells());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return grid.size(a) > grid.size(b); });
    return order;
}

/// The nearest mode of every point; of equally near ones the first.
class NearestMode {
public:
    NearestMode(const PointGrid& grid, const std::vector<Mode>& modes) : m_grid(grid), m_modes(modes) {}

    void label(std::size_t cell, std::vector<int>& labels)
    {
        chooseCandidates(cell);
        for (std::size_t i = 0; i < m_grid.size(cell); ++i) {
            const std::size_t position = m_grid.begin(cell) + i;
            float best = std::numeric_limits<float>::max();
            int nearest = 0;
            for (const std::size_t mode : m_candidates) {
                const auto& place = m_modes[mode].place;
                const float distance = squaredDistance(m_grid.sorted(position), place.data(), place.size());
                if (distance < best) {
                    best = distance;
                    nearest = int(mode);
                }
            }
            labels[m_grid.pointAt(position)] = nearest;
        }
    }

private:
    /// Modes that are the nearest one of some place in the cell's box.
    void chooseCandidates(std::size_t cell)
    {
        float limit = std::numeric_limits<float>::max();
        for (const Mode& mode : m_modes)
            limit = std::min(limit, m_grid.reach(mode.place.data(), cell).second);
        limit *= 1.0001F; // rounding
        m_candidates.clear();
        for (std::size_t mode = 0; mode < m_modes.size(); ++mode)
            if (m_grid.reach(m_modes[mode].place.data(), cell).first <= limit)
                m_candidates.push_back(mode);
    }

    const PointGrid& m_grid;
    const std::vector<Mode>& m_modes;
    std::vector<std::size_t> m_candidates;
};

/// One row out of each of `most` stretches of equal length, not always the same one, so that no pattern of the order
/// shows; all rows when there are no more, or `most` is 0.
std::vector<float> thinnedOut(const std::vector<float>& rows, std::size_t width, std::size_t most)
{
    const std::size_t count = rows.size() / width;
    if (most == 0 || count <= most)
        return rows;
    base::Random random(kThinningSeed);
    std::vector<float> some;
    for (std::size_t i = 0; i < most; ++i) {
        const std::size_t from = i * count / most, to = (i + 1) * count / most;
        const auto row = rows.begin() + std::ptrdiff_t((from + random.next() % (to - from)) * width);
        some.insert(some.end(), row, row + std::ptrdiff_t(width));
    }
    return some;
}

} // namespace

MeanShiftResult meanShift(std::span<const float> points, int dimensions, const MeanShiftOptions& options,
                          const std::function<bool()>& stop)
{
    MeanShiftResult result;
    result.dimensions = dimensions;
    if (points.empty())
        return result;
    const auto stopped = [&](std::size_t i) { return stop && i % 16 == 0 && stop(); };
    const std::size_t width = paddedWidth(dimensions);
    const std::vector<float> rows = padded(points, dimensions);
    const std::vector<float> sought = thinnedOut(rows, width, options.maxSeekPoints);
    const PointGrid seekGrid(sought, width, options.bandwidth);
    Climber climber(seekGrid, options);
    const auto order = fullestFirst(seekGrid);
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (stopped(i))
            return {};
        climber.climb(seekGrid.seed(order[i]));
    }
    if (!climber.hasModes()) // the points of every cell lie on a shell around their mean
        climber.climb({sought.begin(), sought.begin() + std::ptrdiff_t(width)});
    const std::vector<Mode> modes = climber.merged();
    for (const Mode& mode : modes) {
        result.modes.insert(result.modes.end(), mode.place.begin(), mode.place.begin() + dimensions);
        result.support.push_back(mode.support);
    }
    const PointGrid grid(rows, width, options.bandwidth);
    NearestMode nearest(grid, modes);
    result.labels.resize(rows.size() / width);
    for (std::size_t cell = 0; cell < grid.cells(); ++cell) {
        if (stopped(cell))
            return {};
        nearest.label(cell, result.labels);
    }
    return result;
}

} // namespace blastoscope::nn
