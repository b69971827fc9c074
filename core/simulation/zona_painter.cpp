// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/zona_painter.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::simulation {
namespace {

constexpr float kTableStepUm = .25f;

/// Everything about the shell that depends only on the distance from the middle, tabulated.
struct RadialTable {
    std::vector<float> path, line, band;

    RadialTable(const Zona& zona, const ZonaLook& look)
    {
        const float outer = zona.outerRadius, inner = zona.outerRadius - zona.thickness;
        const auto half = [](float radius, float r) { return std::sqrt(std::max(0.f, radius * radius - r * r)); };
        const auto bump = [](float x) { return std::exp(-x * x); };
        const std::size_t count = std::size_t((outer + 12) / kTableStepUm) + 2;
        for (std::size_t k = 0; k < count; ++k) {
            const float r = float(k) * kTableStepUm;
            path.push_back(2 * (half(outer, r) - half(inner, r)));
            line.push_back(look.outerLine * bump((r - outer) / look.lineUm) +
                           look.innerLine * bump((r - inner) / look.lineUm));
            band.push_back(std::min(1.f, path.back() / (2 * zona.thickness)));
        }
    }
};

} // namespace

void paintZona(const Zona& zona, const Appearance& look, const View& view, const RayMap& map, std::uint64_t textureSeed,
               OpticalField& field)
{
    const RadialTable table(zona, look.zona);
    base::Random random(textureSeed + 5);
    NoiseTile grain(random, look.zona.grainUm / view.umPerPixel * .7f, true);
    OpticalField shell(map.rect());
    const float grainPath = .5f * look.zona.grain * look.zona.grainUm / std::max(look.contrast.reliefGain, .5f);
    for (int y = map.rect().y; y < map.rect().bottom(); ++y) {
        const float *mapX = map.x().at(map.rect().x, y), *mapY = map.y().at(map.rect().x, y);
        float *phase = shell.phase.at(map.rect().x, y), *shade = shell.shade.at(map.rect().x, y);
        for (int x = 0; x < map.rect().width; ++x) {
            const float r = std::sqrt(mapX[x] * mapX[x] + mapY[x] * mapY[x]) / kTableStepUm;
            const std::size_t k = std::size_t(r);
            if (k + 1 >= table.path.size())
                continue;
            const float u = r - float(k);
            const float path = (1 - u) * table.path[k] + u * table.path[k + 1];
            const float noise = grain(map.rect().x + x, y) * table.band[k];
            phase[x] = look.zona.phasePerUm * path + grainPath * noise;
            shade[x] = (1 - u) * table.line[k] + u * table.line[k + 1] - look.zona.absorptionPerUm * path +
                       .5f * look.zona.grain * noise;
        }
    }
    const float sigma = (look.contrast.blurUm + 6 * look.contrast.blurPerUm + look.zona.softUm) / view.umPerPixel;
    gaussianBlur(shell.phase, sigma);
    gaussianBlur(shell.shade, look.zona.softUm / view.umPerPixel);
    for (std::size_t k = 0; k < shell.phase.values.size(); ++k) {
        field.phase.values[k] += shell.phase.values[k];
        field.shade.values[k] += shell.shade.values[k];
    }
}

void paintSpeck(OpticalField& field, float x, float y, float radius, float path, float shade)
{
    const int reach = int(std::ceil(2.2f * radius)) + 1;
    const PixelRect box = intersected({int(x) - reach, int(y) - reach, 2 * reach + 1, 2 * reach + 1}, field.phase.rect);
    for (int py = box.y; py < box.bottom(); ++py) {
        float *toPhase = field.phase.at(box.x, py), *toShade = field.shade.at(box.x, py);
        for (int k = 0; k < box.width; ++k) {
            const float dx = (float(box.x + k) + .5f - x) / radius, dy = (float(py) + .5f - y) / radius;
            const float v = std::exp(-(dx * dx + dy * dy));
            toPhase[k] += path * v;
            toShade[k] += shade * v;
        }
    }
}

void paintZonaDebris(const Zona& zona, const Appearance& look, const View& view, base::Random& random,
                     OpticalField& field)
{
    const int count = random.poisson(look.zona.debris);
    for (int k = 0; k < count; ++k) {
        const double angle = random.uniform(0, 6.283185307179586);
        const double away = (zona.outerRadius + random.normal(0, 3.5)) / view.umPerPixel;
        const float radius = float(std::exp(random.normal(.1, .5)));
        paintSpeck(field, view.centerX + float(away * std::cos(angle)), view.centerY + float(away * std::sin(angle)),
                   std::max(.7f, radius / view.umPerPixel), float(random.uniform(.01, .09)) * radius,
                   float(random.uniform(-.25, .05)));
    }
}

} // namespace blastoscope::simulation
