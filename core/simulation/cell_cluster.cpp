// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/cell_cluster.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace blastoscope::simulation {
namespace {

constexpr float kWallShare = .92f;  ///< share of the radius that the zona keeps inside
constexpr float kMaxGrowth = 1.45f; ///< radius over rest radius
constexpr int kVolumeRounds = 16;
constexpr int kPressAttempts = 4;
constexpr float kGoodVolume = .008f;
constexpr float kMinSlope = 1e-3f; ///< power planes steeper than this are tilted to it
constexpr float kFormReach = 1.3f; ///< how far an ellipsoid may stick out of its ball

void pushApart(Cell& a, Cell& b, float contact)
{
    for (const Lobe& p : a.lobes) {
        for (const Lobe& q : b.lobes) {
            const float wanted = contact * (p.restRadius + q.restRadius);
            Vec3 gap = q.center - p.center;
            const float distance = length(gap);
            if (distance >= wanted)
                continue;
            const Vec3 step = distance > 1e-3f ? (.25f * (wanted - distance) / distance) * gap : Vec3{.1f, .2f, .15f};
            for (Lobe& lobe : a.lobes)
                lobe.center -= step;
            for (Lobe& lobe : b.lobes)
                lobe.center += step;
        }
    }
}

void keepInside(Cell& cell, float innerRadius)
{
    for (const Lobe& lobe : cell.lobes) {
        const float distance = length(lobe.center);
        const float excess = distance + kWallShare * lobe.restRadius - innerRadius;
        if (excess <= 0 || distance < 1e-3f)
            continue;
        const Vec3 step = (.5f * std::min(excess, distance) / distance) * lobe.center;
        for (Lobe& moved : cell.lobes)
            moved.center -= step;
        return;
    }
}

float volumeOf(const CutCell& cell, float spacing)
{
    const int n = int(std::ceil(cell.reach() / spacing));
    double sum = 0;
    for (int j = -n; j <= n; ++j)
        for (int i = -n; i <= n; ++i)
            sum += cell.at(cell.centerX() + (float(i) + .37f) * spacing, cell.centerY() + (float(j) + .41f) * spacing)
                       .length();
    return float(sum) * spacing * spacing;
}

} // namespace

float radiusOfVolume(float volume)
{
    return std::cbrt(volume * 3 / (4 * std::numbers::pi_v<float>));
}

CutCell::CutCell(const Cell& cell, std::span<const Cell> all, float innerRadius)
    : m_form(cell.form), m_innerRadiusSquared(innerRadius > 0 ? innerRadius * innerRadius : 1e12f)
{
    const Vec3 center = cell.center();
    m_centerX = center.x;
    m_centerY = center.y;
    for (const Lobe& lobe : cell.lobes) {
        m_lobes.push_back(cut(lobe, cell, all));
        m_reach = std::max(m_reach,
                           std::hypot(lobe.center.x - center.x, lobe.center.y - center.y) + kFormReach * lobe.radius);
    }
}

CutCell::CutLobe CutCell::cut(const Lobe& lobe, const Cell& cell, std::span<const Cell> all)
{
    CutLobe result{lobe.center, lobe.radius * lobe.radius, {}, {}};
    for (const Cell& other : all) {
        if (other.id == cell.id)
            continue;
        for (const Lobe& rival : other.lobes) {
            const Vec3 gap = rival.center - lobe.center;
            const float reach = kFormReach * (lobe.radius + rival.radius);
            if (dot(gap, gap) > reach * reach)
                continue;
            // 2 gap . x <= |c_j|^2 - r_j^2 - |c_i|^2 + r_i^2
            const float rest = dot(rival.center, rival.center) - rival.radius * rival.radius -
                               dot(lobe.center, lobe.center) + result.radiusSquared;
            const float slope = std::abs(gap.z) > kMinSlope ? gap.z : std::copysign(kMinSlope, gap.z);
            const Bound bound{rest / (2 * slope), -gap.x / slope, -gap.y / slope};
            (slope > 0 ? result.above : result.below).push_back(bound);
        }
    }
    return result;
}

RayInterval CutCell::lobeInterval(const CutLobe& lobe, float x, float y) const
{
    const float dx = x - lobe.center.x, dy = y - lobe.center.y;
    const float b = m_form.xz * dx + m_form.yz * dy;
    const float c = m_form.xx * dx * dx + 2 * m_form.xy * dx * dy + m_form.yy * dy * dy - lobe.radiusSquared;
    const float discriminant = b * b - m_form.zz * c;
    const float ball = m_innerRadiusSquared - x * x - y * y;
    if (discriminant <= 0 || ball <= 0)
        return {};
    const float half = std::sqrt(discriminant) / m_form.zz, wall = std::sqrt(ball);
    const float middle = lobe.center.z - b / m_form.zz;
    RayInterval ray{std::max(middle - half, -wall), std::min(middle + half, wall)};
    for (const Bound& bound : lobe.above)
        ray.nearZ = std::min(ray.nearZ, bound.at + bound.slopeX * x + bound.slopeY * y);
    for (const Bound& bound : lobe.below)
        ray.farZ = std::max(ray.farZ, bound.at + bound.slopeX * x + bound.slopeY * y);
    return ray;
}

RayInterval CutCell::at(float x, float y) const
{
    RayInterval hull;
    for (const CutLobe& lobe : m_lobes) {
        const RayInterval ray = lobeInterval(lobe, x, y);
        if (ray.isEmpty())
            continue;
        hull = hull.isEmpty() ? ray : RayInterval{std::min(hull.farZ, ray.farZ), std::max(hull.nearZ, ray.nearZ)};
    }
    return hull;
}

void relax(std::vector<Cell>& cells, const Confinement& confinement, int steps)
{
    for (int step = 0; step < steps; ++step) {
        for (Cell& cell : cells) {
            const Vec3 pull = confinement.cohesion * (confinement.gather - cell.center());
            for (Lobe& lobe : cell.lobes)
                lobe.center += pull;
        }
        for (std::size_t i = 0; i < cells.size(); ++i)
            for (std::size_t j = i + 1; j < cells.size(); ++j)
                pushApart(cells[i], cells[j], confinement.contact);
        for (Cell& cell : cells)
            keepInside(cell, confinement.innerRadius);
    }
}

std::vector<float> measureVolumes(std::span<const Cell> cells, float innerRadius, float spacingUm)
{
    std::vector<float> volumes;
    for (const Cell& cell : cells)
        volumes.push_back(volumeOf(CutCell(cell, cells, innerRadius), spacingUm));
    return volumes;
}

float matchVolumes(std::vector<Cell>& cells, float innerRadius, int rounds)
{
    float worst = 0;
    for (int round = 0; round < rounds; ++round) {
        worst = 0;
        std::vector<float> scales;
        for (const Cell& cell : cells) {
            const float spacing = radiusOfVolume(cell.volume) / 13;
            const float volume = volumeOf(CutCell(cell, cells, innerRadius), spacing);
            worst = std::max(worst, std::abs(volume / cell.volume - 1));
            // A cut cell answers less than a free one to a larger radius; the exponent over-relaxes for that.
            scales.push_back(std::clamp(std::pow(cell.volume / std::max(volume, 1.f), .5f), .8f, 1.25f));
        }
        if (worst < .5f * kGoodVolume)
            break;
        for (std::size_t i = 0; i < cells.size(); ++i)
            for (Lobe& lobe : cells[i].lobes)
                lobe.radius = std::min(lobe.radius * scales[i], kMaxGrowth * lobe.restRadius);
    }
    return worst;
}

float press(std::vector<Cell>& cells, Confinement confinement)
{
    float worst = matchVolumes(cells, confinement.innerRadius, kVolumeRounds);
    for (int attempt = 0; attempt < kPressAttempts && worst > kGoodVolume; ++attempt) {
        confinement.contact = std::max(.8f, confinement.contact + .08f);
        for (Cell& cell : cells)
            for (Lobe& lobe : cell.lobes)
                lobe.radius = lobe.restRadius;
        relax(cells, confinement, 40);
        worst = matchVolumes(cells, confinement.innerRadius, kVolumeRounds);
    }
    return worst;
}

void rotate(std::vector<Cell>& cells, const Rotation& rotation)
{
    for (Cell& cell : cells) {
        cell.form = cell.form.rotated(rotation);
        for (Lobe& lobe : cell.lobes)
            lobe.center = rotation(lobe.center);
        for (Inclusion& inclusion : cell.inclusions)
            inclusion.offset = rotation(inclusion.offset);
    }
}

} // namespace blastoscope::simulation
