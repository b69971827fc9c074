// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/layers.h"

#include <algorithm>
#include <cmath>

#include "core/simulation/cell_cluster.h"

namespace blastoscope::simulation {
namespace {

PixelRect rectAround(float x, float y, float reachUm, const View& view)
{
    const float px = view.centerX + x / view.umPerPixel, py = view.centerY + y / view.umPerPixel;
    const float reach = reachUm / view.umPerPixel + 1;
    const int x0 = int(std::floor(px - reach)), y0 = int(std::floor(py - reach));
    return {x0, y0, int(std::ceil(px + reach)) - x0, int(std::ceil(py + reach)) - y0};
}

/// The part of `layer` that holds its silhouette, with a pixel of margin where the rectangle allows.
void shrink(Layer& layer)
{
    const PixelRect& r = layer.thickness.rect;
    int x0 = r.width, x1 = -1, y0 = r.height, y1 = -1;
    for (int y = 0; y < r.height; ++y) {
        const float* row = layer.thickness.row(y);
        for (int x = 0; x < r.width; ++x) {
            if (row[x] <= kSilhouetteThickness)
                continue;
            x0 = std::min(x0, x);
            x1 = std::max(x1, x);
            y0 = std::min(y0, y);
            y1 = y;
        }
    }
    if (x1 < 0) {
        layer.thickness = Plane();
        layer.nearZ = Plane();
        return;
    }
    const PixelRect tight = intersected({r.x + x0 - 1, r.y + y0 - 1, x1 - x0 + 3, y1 - y0 + 3}, r);
    const auto cropped = [&](const Plane& plane) {
        Plane out(tight);
        for (int y = 0; y < tight.height; ++y)
            std::copy_n(plane.at(tight.x, tight.y + y), tight.width, out.row(y));
        return out;
    };
    layer.thickness = cropped(layer.thickness);
    layer.nearZ = cropped(layer.nearZ);
}

/// `interval(x, y)` gives the ray's stretch inside the body.
template<typename F>
void cast(Layer& layer, const PixelRect& rect, const RayMap& map, F interval)
{
    layer.nearZ = Plane(rect);
    layer.thickness = Plane(rect);
    for (int y = rect.y; y < rect.bottom(); ++y) {
        const float *mapX = map.x().at(rect.x, y), *mapY = map.y().at(rect.x, y);
        float *nearZ = layer.nearZ.at(rect.x, y), *thickness = layer.thickness.at(rect.x, y);
        for (int x = 0; x < rect.width; ++x) {
            const RayInterval ray = interval(mapX[x], mapY[x]);
            nearZ[x] = ray.nearZ;
            thickness[x] = ray.length();
        }
    }
    shrink(layer);
}

RayInterval ellipsoidInterval(const Particle& p, float x, float y)
{
    const float dx = x - p.center.x, dy = y - p.center.y;
    const float b = p.form.xz * dx + p.form.yz * dy;
    const float c = p.form.xx * dx * dx + 2 * p.form.xy * dx * dy + p.form.yy * dy * dy - p.radius * p.radius;
    const float discriminant = b * b - p.form.zz * c;
    if (discriminant <= 0)
        return {};
    const float half = std::sqrt(discriminant) / p.form.zz, middle = p.center.z - b / p.form.zz;
    return {middle - half, middle + half};
}

Layer castCell(const Cell& cell, const EmbryoState& state, const View& view, const RayMap& map)
{
    const CutCell body(cell, state.cells, state.zona.innerRadius);
    Layer layer;
    layer.id = cell.id;
    layer.cell = &cell;
    layer.depth = cell.center().z;
    layer.radius = radiusOfVolume(cell.volume);
    const float reach = body.reach() + RayMap::margin(state);
    const PixelRect rect = intersected(rectAround(body.centerX(), body.centerY(), reach, view), map.rect());
    if (!rect.isEmpty())
        cast(layer, rect, map, [&](float x, float y) { return body.at(x, y); });
    return layer;
}

Layer castParticle(const Particle& particle, const EmbryoState& state, const View& view, const RayMap& map)
{
    Layer layer;
    layer.id = particle.id;
    layer.objectClass = particle.objectClass;
    layer.particle = &particle;
    layer.depth = particle.center.z;
    layer.radius = particle.radius;
    const float reach = 1.3f * particle.radius + RayMap::margin(state);
    const PixelRect rect = intersected(rectAround(particle.center.x, particle.center.y, reach, view), map.rect());
    if (!rect.isEmpty())
        cast(layer, rect, map, [&](float x, float y) { return ellipsoidInterval(particle, x, y); });
    return layer;
}

} // namespace

std::vector<Layer> castLayers(const EmbryoState& state, const View& view, const RayMap& map)
{
    std::vector<Layer> layers;
    for (const Cell& cell : state.cells)
        layers.push_back(castCell(cell, state, view, map));
    for (const Particle& particle : state.particles)
        layers.push_back(castParticle(particle, state, view, map));
    std::erase_if(layers, [](const Layer& layer) { return layer.thickness.rect.isEmpty(); });
    std::stable_sort(layers.begin(), layers.end(), [](const Layer& a, const Layer& b) { return a.depth > b.depth; });
    return layers;
}

} // namespace blastoscope::simulation
