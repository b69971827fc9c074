// SPDX-License-Identifier: Apache-2.0
#include "core/nn/ops/outline_rims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace blastoscope::nn {
namespace {

// Shares of the radius:
constexpr double kInside = .45;  ///< how far a rim reaches in
constexpr double kOutside = .25; ///< and out
constexpr double kShift = .05;   ///< of a disturbed outline
constexpr double kResize = .05;
constexpr double kBend = .04;

/// An image [H, W] of floats that can be asked anywhere.
class Field {
public:
    explicit Field(const torch::Tensor& image)
        : m_image(image.contiguous()), m_values(m_image.data_ptr<float>()), m_height(int(image.size(0))),
          m_width(int(image.size(1)))
    {
    }

    int width() const { return m_width; }
    int height() const { return m_height; }

    /// Bilinear between the middles of pixels; beyond the edge its nearest value.
    float at(double x, double y) const
    {
        x = std::clamp(x - .5, 0.0, double(m_width - 1));
        y = std::clamp(y - .5, 0.0, double(m_height - 1));
        const int x0 = int(x), y0 = int(y), x1 = std::min(x0 + 1, m_width - 1), y1 = std::min(y0 + 1, m_height - 1);
        const float fx = float(x - x0), fy = float(y - y0);
        const float *upper = m_values + std::ptrdiff_t(y0) * m_width, *lower = m_values + std::ptrdiff_t(y1) * m_width;
        return (1 - fy) * ((1 - fx) * upper[x0] + fx * upper[x1]) + fy * ((1 - fx) * lower[x0] + fx * lower[x1]);
    }

private:
    torch::Tensor m_image;
    const float* m_values;
    int m_height, m_width;
};

/// An outline seen from its centroid.
struct Outline {
    double x = 0, y = 0;
    double radius = 1;                                   ///< of the disc of the same area
    std::array<double, std::size_t(kRimLength)> reach{}; ///< distance of the outline in each direction

    static double angle(std::int64_t direction) { return 2 * std::numbers::pi * double(direction) / kRimLength; }
};

Outline outlineOf(const torch::Tensor& silhouette)
{
    Outline outline;
    const auto area = std::max(1.0, silhouette.sum().item<double>());
    const auto middle = [&](std::int64_t dimension) {
        const auto profile = silhouette.sum(1 - dimension).to(torch::kFloat64);
        return (profile * (torch::arange(profile.size(0), torch::kFloat64) + .5)).sum().item<double>() / area;
    };
    outline.y = middle(0);
    outline.x = middle(1);
    outline.radius = std::max(1.0, std::sqrt(area / std::numbers::pi));
    const Field field(silhouette);
    for (std::int64_t k = 0; k < kRimLength; ++k) {
        const double dx = std::cos(Outline::angle(k)), dy = std::sin(Outline::angle(k));
        double reach = 0;
        for (double r = 0; r < 2.5 * outline.radius; r += .5) {
            const double x = outline.x + r * dx, y = outline.y + r * dy;
            if (x < 0 || y < 0 || x > field.width() || y > field.height())
                break;
            if (field.at(x, y) >= .5F)
                reach = r;
        }
        outline.reach[std::size_t(k)] = reach;
    }
    return outline;
}

Outline disturbed(Outline outline, base::Random& random)
{
    outline.x += outline.radius * random.uniform(-kShift, kShift);
    outline.y += outline.radius * random.uniform(-kShift, kShift);
    const double size = 1 + random.uniform(-kResize, kResize), bend = random.uniform(0, kBend);
    const double waves = random.integer(2, 4), phase = random.uniform(0, 2 * std::numbers::pi);
    for (std::int64_t k = 0; k < kRimLength; ++k)
        outline.reach[std::size_t(k)] *= size + bend * std::cos(waves * Outline::angle(k) + phase);
    return outline;
}

/// `field` along the outline: kRimDepth * kRimLength values, the innermost first.
std::vector<float> unrolled(const Field& field, const Outline& outline)
{
    std::vector<float> rim(std::size_t(kRimDepth * kRimLength));
    for (std::int64_t k = 0; k < kRimLength; ++k) {
        const double dx = std::cos(Outline::angle(k)), dy = std::sin(Outline::angle(k));
        for (std::int64_t d = 0; d < kRimDepth; ++d) {
            const double share = -kInside + (kInside + kOutside) * double(d) / (kRimDepth - 1);
            const double r = std::max(0.0, outline.reach[std::size_t(k)] + share * outline.radius);
            rim[std::size_t(d * kRimLength + k)] = field.at(outline.x + r * dx, outline.y + r * dy);
        }
    }
    return rim;
}

/// What does not depend on whom a cell is compared with.
struct CellRim {
    Outline outline;
    std::vector<float> picture;
    std::vector<float> company; ///< how many other cells lie there
};

} // namespace

torch::Tensor pairRims(const torch::Tensor& picture, const torch::Tensor& silhouettes, const torch::Tensor& presence,
                       const SilhouettePairs& pairs, base::Random* disturb)
{
    const Field image(picture);
    const auto sure = presence.to(torch::kFloat32).contiguous();
    const auto weighted = silhouettes * sure.view({-1, 1, 1});
    const auto all = weighted.sum(0);
    std::vector<CellRim> cells;
    std::vector<Field> masks;
    for (std::int64_t i = 0; i < silhouettes.size(0); ++i) {
        masks.emplace_back(silhouettes[i]);
        Outline outline = outlineOf(silhouettes[i]);
        if (disturb)
            outline = disturbed(outline, *disturb);
        cells.push_back({outline, unrolled(image, outline), unrolled(Field(all - weighted[i]), outline)});
    }
    auto rims = torch::zeros({2, pairs.size(), kRimPlanes, kRimDepth, kRimLength});
    const auto *first = pairs.first.data_ptr<std::int64_t>(), *second = pairs.second.data_ptr<std::int64_t>();
    float* out = rims.data_ptr<float>();
    for (const auto* own : {first, second}) {
        const auto* other = own == first ? second : first;
        for (std::int64_t p = 0; p < pairs.size(); ++p) {
            const CellRim& cell = cells[std::size_t(own[p])];
            const std::vector<float> neighbour = unrolled(masks[std::size_t(other[p])], cell.outline);
            const float share = sure.data_ptr<float>()[other[p]];
            out = std::copy(cell.picture.begin(), cell.picture.end(), out);
            out = std::copy(neighbour.begin(), neighbour.end(), out);
            out = std::transform(cell.company.begin(), cell.company.end(), neighbour.begin(), out,
                                 [share](float company, float here) { return company - share * here; });
        }
    }
    return rims;
}

} // namespace blastoscope::nn
