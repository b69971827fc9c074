// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/ellipse_scene.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

namespace blastoscope::masks {
namespace {

constexpr int kDeepest = 2;
constexpr double kSmallestStep = 0.25; ///< px
constexpr double kRoundness = 0.5;     ///< px per radius and unit of log aspect; decides between equals
constexpr double kOddAspect = 1;       ///< areas of a usual cell per squared unit of log aspect beyond the usual
constexpr double kOddSize = 3;         ///< the same for its radius

/// p dx^2 + 2 q dx dy + r dy^2
struct Form {
    double p = 0, q = 0, r = 0;

    explicit Form(const Ellipse& e)
    {
        const double c = std::cos(e.angle), s = std::sin(e.angle);
        const double ia = 1 / (e.a * e.a), ib = 1 / (e.b * e.b);
        p = c * c * ia + s * s * ib;
        q = c * s * (ia - ib);
        r = s * s * ia + c * c * ib;
    }
};

/// Calls `use(y, x1, x2)` with the pixels [x1, x2) of each row whose middles lie in the ellipse.
template<typename Use>
void overRows(const Ellipse& e, int width, int height, Use use)
{
    const Form form(e);
    const double reach = std::sqrt(form.p / (form.p * form.r - form.q * form.q));
    const int top = std::max(0, int(std::ceil(e.center.y - reach - .5)));
    const int bottom = std::min(height - 1, int(std::floor(e.center.y + reach - .5)));
    for (int y = top; y <= bottom; ++y) {
        const double dy = y + .5 - e.center.y;
        const double rest = form.q * form.q * dy * dy - form.p * (form.r * dy * dy - 1);
        if (rest < 0)
            continue;
        const double middle = e.center.x - form.q * dy / form.p, half = std::sqrt(rest) / form.p;
        const int x1 = std::clamp(int(std::ceil(middle - half - .5)), 0, width);
        const int x2 = std::clamp(int(std::floor(middle + half - .5)) + 1, 0, width);
        if (x1 < x2)
            use(y, x1, x2);
    }
}

int costOf(std::uint8_t depth, int count)
{
    return depth == DepthMap::kAnyDepth ? 0 : std::abs(int(depth) - std::min(count, kDeepest));
}

double radiusOf(const Ellipse& e)
{
    return std::sqrt(e.a * e.b);
}

/// The square of what a value is too large by.
double excess(double value, double limit)
{
    const double more = std::max(0., value - limit);
    return more * more;
}

/// The neighbours of an ellipse at a step of the search.
std::array<Ellipse, 12> neighbours(const Ellipse& e, double step)
{
    std::array<Ellipse, 12> all;
    all.fill(e);
    const double factor = 1 + step / std::max(radiusOf(e), 1.), turn = step / std::max(radiusOf(e), 1.);
    all[0].center.x += step;
    all[1].center.x -= step;
    all[2].center.y += step;
    all[3].center.y -= step;
    all[4].a *= factor;
    all[5].a /= factor;
    all[6].b *= factor;
    all[7].b /= factor;
    all[8].angle += turn;
    all[9].angle -= turn;
    all[10].a *= factor, all[10].b *= factor;
    all[11].a /= factor, all[11].b /= factor;
    return all;
}

} // namespace

double ellipseForm(const Ellipse& ellipse, double x, double y)
{
    const Form form(ellipse);
    const double dx = x - ellipse.center.x, dy = y - ellipse.center.y;
    return form.p * dx * dx + 2 * form.q * dx * dy + form.r * dy * dy;
}

EllipseScene::EllipseScene(const DepthMap& map, const EllipseCoverOptions& options, std::vector<Ellipse> ellipses)
    : m_map(map), m_options(options), m_ellipses(std::move(ellipses)), m_counts(map.depths.size(), 0),
      m_sums(std::size_t(map.width + 1) * std::size_t(map.height), 0)
{
    m_covered = double(std::count_if(map.depths.begin(), map.depths.end(),
                                     [](std::uint8_t depth) { return depth == 1 || depth == 2; }));
    for (const Ellipse& ellipse : m_ellipses)
        put(ellipse, 1);
    m_usualRadius = medianRadius();
}

double EllipseScene::medianRadius() const
{
    std::vector<double> radii;
    for (const Ellipse& ellipse : m_ellipses)
        radii.push_back(radiusOf(ellipse));
    if (radii.empty())
        return 1;
    std::sort(radii.begin(), radii.end());
    return std::sqrt(radii[radii.size() / 2] * radii[(radii.size() - 1) / 2]);
}

double EllipseScene::shapePrice(const Ellipse& e) const
{
    const double aspect = std::abs(std::log(e.a / e.b)), size = std::abs(std::log(radiusOf(e) / m_usualRadius));
    const double area = std::numbers::pi * m_usualRadius * m_usualRadius;
    return kRoundness * radiusOf(e) * aspect + area * (kOddAspect * excess(aspect, std::log(m_options.usualAspect)) +
                                                       kOddSize * excess(size, m_options.usualSpread));
}

void EllipseScene::put(const Ellipse& ellipse, int by)
{
    overRows(ellipse, m_map.width, m_map.height, [&](int y, int x1, int x2) {
        std::int16_t* row = m_counts.data() + std::size_t(y) * std::size_t(m_map.width);
        for (int x = x1; x < x2; ++x)
            row[x] = std::int16_t(row[x] + by);
    });
}

void EllipseScene::sumUp()
{
    for (int y = 0; y < m_map.height; ++y) {
        const std::size_t row = std::size_t(y) * std::size_t(m_map.width);
        std::int32_t* sum = m_sums.data() + row + std::size_t(y);
        for (int x = 0; x < m_map.width; ++x) {
            const std::uint8_t depth = m_map.depths[row + std::size_t(x)];
            const int count = m_counts[row + std::size_t(x)];
            sum[x + 1] = sum[x] + costOf(depth, count + 1) - costOf(depth, count);
        }
    }
}

double EllipseScene::wish(const Ellipse& ellipse) const
{
    double cost = shapePrice(ellipse);
    overRows(ellipse, m_map.width, m_map.height, [&](int y, int x1, int x2) {
        const std::int32_t* sum = m_sums.data() + std::size_t(y) * std::size_t(m_map.width + 1);
        cost += sum[x2] - sum[x1];
    });
    return cost;
}

bool EllipseScene::isAllowed(const Ellipse& e) const
{
    return std::min(e.a, e.b) >= m_options.smallestRadius && e.a <= m_options.largestAspect * e.b &&
           e.b <= m_options.largestAspect * e.a && std::max(e.a, e.b) <= std::max(m_map.width, m_map.height);
}

bool EllipseScene::fit(Ellipse& ellipse, double firstStep) const
{
    double cost = wish(ellipse);
    bool changed = false;
    for (double step = firstStep; step >= kSmallestStep;) {
        Ellipse next = ellipse;
        double least = cost;
        for (const Ellipse& candidate : neighbours(ellipse, step)) {
            if (!isAllowed(candidate))
                continue;
            if (const double its = wish(candidate); its < least - 1e-9)
                least = its, next = candidate;
        }
        if (least < cost)
            ellipse = next, cost = least, changed = true;
        else
            step /= 2;
    }
    return changed;
}

void EllipseScene::refine(int rounds, double firstStep)
{
    bool changed = true;
    for (int round = 0; round < rounds && changed; ++round) {
        changed = false;
        m_usualRadius = medianRadius();
        for (Ellipse& ellipse : m_ellipses) {
            put(ellipse, -1);
            sumUp();
            changed |= fit(ellipse, round == 0 ? firstStep : std::max(firstStep / 2, kSmallestStep));
            put(ellipse, 1);
        }
    }
    m_usualRadius = medianRadius();
}

double EllipseScene::cost() const
{
    double cost = m_options.price * m_covered * double(m_ellipses.size());
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        cost += costOf(m_map.depths[i], m_counts[i]);
    for (const Ellipse& ellipse : m_ellipses)
        cost += shapePrice(ellipse);
    return cost;
}

std::vector<std::uint8_t> EllipseScene::uncovered() const
{
    std::vector<std::uint8_t> pixels(m_counts.size(), 0);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = m_map.depths[i] != DepthMap::kAnyDepth && m_map.depths[i] > std::min<int>(m_counts[i], kDeepest);
    return pixels;
}

} // namespace blastoscope::masks
