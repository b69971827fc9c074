// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/backdrop.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/simulation/zona_painter.h"

namespace blastoscope::simulation {
namespace {

constexpr float kTableStepUm = .5f;

/// Brightness across the wall as a function of the distance from the well's middle.
struct WellTable {
    std::vector<float> inside, rim, fade, ring;

    WellTable(const BackdropLook& look, float largestUm)
    {
        const std::size_t count = std::size_t(largestUm / kTableStepUm) + 2;
        for (std::size_t k = 0; k < count; ++k) {
            const float beyond = float(k) * kTableStepUm - look.wellRadiusUm;
            inside.push_back(1 / (1 + std::exp(std::clamp(beyond / (.45f * look.wallUm), -30.f, 30.f))));
            // The rim falls steeply inwards and slowly outwards.
            const float width = beyond < 0 ? .8f * look.rimUm : look.rimUm;
            rim.push_back(look.rimGain * std::exp(-beyond * beyond / (width * width)));
            fade.push_back(std::exp(-std::max(0.f, beyond) / look.outsideFadeUm));
            ring.push_back(std::sin(6.2831853f * beyond / look.ripplePeriodUm));
        }
    }
};

/// Multiplies `plane` by the well.
void multiplyWell(Plane& plane, const BackdropLook& look, const View& view, const NoiseTile& clouds)
{
    const float middleX = view.wellX, middleY = view.wellY;
    const float farX = std::max(std::abs(middleX), std::abs(float(view.width) - middleX));
    const float farY = std::max(std::abs(middleY), std::abs(float(view.height) - middleY));
    const WellTable table(look, (std::hypot(farX, farY) + 2) * view.umPerPixel + 8);
    for (int y = 0; y < plane.height(); ++y) {
        float* row = plane.row(y);
        const float dy = (float(y) + .5f - middleY) * view.umPerPixel;
        for (int x = 0; x < plane.width(); ++x) {
            const float dx = (float(x) + .5f - middleX) * view.umPerPixel;
            const float r = std::sqrt(dx * dx + dy * dy);
            const std::size_t k = std::size_t(r / kTableStepUm);
            const float lit = std::max(0.f, .5f + .5f * (dx * look.litX + dy * look.litY) / std::max(r, 1.f));
            const float rimLight = look.rimFloor + (1 - look.rimFloor) * lit * lit;
            // Rings of a second, slightly uneven centre make the moiré seen outside the wall.
            const float shifted = r + 3 * clouds(x >> 2, y >> 2);
            const float ring =
                table.ring[std::min(table.ring.size() - 1, std::size_t(std::max(0.f, shifted) / kTableStepUm))];
            const float outside = (look.outsideDark + (look.outsideLit - look.outsideDark) * lit * table.fade[k]) *
                                  (1 + look.ripple * ring);
            row[x] *= table.inside[k] + (1 - table.inside[k]) * outside + rimLight * table.rim[k];
        }
    }
}

/// Bilinear reads of the tile at an eighth of the picture's resolution.
void addClouds(Plane& plane, const NoiseTile& clouds, float amplitude)
{
    for (int y = 0; y < plane.height(); ++y) {
        float* row = plane.row(y);
        const int ty = y >> 3;
        const float v = float(y & 7) / 8;
        for (int x = 0; x < plane.width(); ++x) {
            const int tx = x >> 3;
            const float u = float(x & 7) / 8;
            const float top = clouds(tx, ty) + u * (clouds(tx + 1, ty) - clouds(tx, ty));
            const float bottom = clouds(tx, ty + 1) + u * (clouds(tx + 1, ty + 1) - clouds(tx, ty + 1));
            row[x] += amplitude * (top + v * (bottom - top));
        }
    }
}

/// The blurred shadow of something out of focus that covers one side.
void multiplyShadow(Plane& plane, const BackdropLook& look)
{
    const float dx = std::cos(look.shadowAngle) * 2 / float(plane.width());
    const float dy = std::sin(look.shadowAngle) * 2 / float(plane.height());
    for (int y = 0; y < plane.height(); ++y) {
        float* row = plane.row(y);
        for (int x = 0; x < plane.width(); ++x) {
            const float side = 6 * ((float(x) - .5f * float(plane.width())) * dx +
                                    (float(y) - .5f * float(plane.height())) * dy - look.shadowX);
            row[x] *= 1 - look.shadow * (.5f + .5f * side / (1 + std::abs(side)));
        }
    }
}

/// A thread of cumulus or cotton: it bends, kinks and thickens on its way, and half of them hang on the embryo.
void paintFibre(const View& view, const Appearance& look, float embryoUm, base::Random& random, OpticalField& field)
{
    float x = float(random.uniform(0, view.width)), y = float(random.uniform(0, view.height));
    double heading = random.uniform(0, 2 * std::numbers::pi);
    if (embryoUm > 0 && random.chance(.5)) {
        const float reach = float(random.uniform(.85, 1)) * embryoUm / view.umPerPixel;
        x = view.centerX + reach * float(std::cos(heading));
        y = view.centerY + reach * float(std::sin(heading));
        heading += random.normal(0, .5);
    }
    const float radius = std::max(.8f, float(random.uniform(.8, 2.2)) / view.umPerPixel);
    const double bend = random.uniform(.03, .2), kinks = random.uniform(0, .02);
    const float phase = float(random.uniform(.03, .12)), shade = float(random.uniform(-.25, .02));
    const int steps = int(random.uniform(.15, .9) * view.width / radius);
    float thick = 1;
    for (int k = 0; k < steps; ++k) {
        paintSpeck(field, x, y, thick * radius, thick * phase, thick * shade);
        x += radius * float(std::cos(heading));
        y += radius * float(std::sin(heading));
        heading += random.normal(0, random.chance(kinks) ? 1 : bend);
        thick = std::clamp(thick + float(random.normal(0, .08)), .5f, 1.6f);
    }
}

} // namespace

Plane renderBackdrop(const Appearance& look, const View& view, std::uint64_t seed)
{
    base::Random random(seed);
    const BackdropLook& b = look.backdrop;
    const NoiseTile clouds(random, 12, false);
    Plane plane(view.rect());
    const float stepX = 2.f / float(view.width), stepY = 2.f / float(view.height);
    for (int y = 0; y < view.height; ++y) {
        float* row = plane.row(y);
        const float v = float(y) * stepY - 1;
        for (int x = 0; x < view.width; ++x) {
            const float u = float(x) * stepX - 1;
            row[x] = b.level * (1 + b.tiltX * u + b.tiltY * v - .5f * b.vignette * (u * u + v * v));
        }
    }
    if (b.shadow > 0)
        multiplyShadow(plane, b);
    addClouds(plane, clouds, b.mottle * b.level);
    if (b.well)
        multiplyWell(plane, b, view, clouds);
    return plane;
}

void paintDebris(const Appearance& look, const View& view, float embryoUm, base::Random& random, OpticalField& field)
{
    const int count = random.poisson(look.backdrop.specks);
    for (int k = 0; k < count; ++k) {
        float x = float(random.uniform(0, view.width)), y = float(random.uniform(0, view.height));
        const int grains = random.chance(.3) ? random.integer(3, 9) : 1; // single grains and clumps
        const float um = float(std::exp(random.normal(.3, .6)));
        for (int g = 0; g < grains; ++g) {
            paintSpeck(field, x, y, std::max(.7f, um / view.umPerPixel), float(random.uniform(.005, .07)) * um,
                       float(random.uniform(-.3, .08)));
            x += float(random.normal(0, 2.5)) / view.umPerPixel;
            y += float(random.normal(0, 2.5)) / view.umPerPixel;
        }
    }
    if (look.backdrop.fibre)
        paintFibre(view, look, embryoUm, random, field);
}

} // namespace blastoscope::simulation
