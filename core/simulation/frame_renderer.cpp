// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/frame_renderer.h"

#include <algorithm>
#include <cmath>

#include "core/simulation/backdrop.h"
#include "core/simulation/camera.h"
#include "core/simulation/cell_cluster.h"
#include "core/simulation/ground_truth.h"
#include "core/simulation/layers.h"
#include "core/simulation/zona_painter.h"

namespace blastoscope::simulation
{
namespace
{

constexpr float kOverscanUm = 10; ///< bodies are cast this far beyond the frame, so that its edge draws no outline

/// The pixels the embryo can touch.
PixelRect embryoRect(const EmbryoState& state, const View& view)
{
    const float reach = (state.zona.outerRadius + RayMap::margin(state) + kOverscanUm) / view.umPerPixel;
    const int x0 = int(std::floor(view.centerX - reach)), y0 = int(std::floor(view.centerY - reach));
    const int overscan = int(std::ceil(kOverscanUm / view.umPerPixel));
    const PixelRect frame{-overscan, -overscan, view.width + 2 * overscan, view.height + 2 * overscan};
    return intersected({x0, y0, int(std::ceil(2 * reach)) + 1, int(std::ceil(2 * reach)) + 1}, frame);
}

/// All cells as one body.
Layer unite(const std::vector<Layer>& layers, const PixelRect& rect)
{
    Layer all;
    all.nearZ = Plane(rect, -1e6f);
    all.thickness = Plane(rect);
    float volume = 0, weight = 0;
    for (const Layer& layer : layers) {
        if (!layer.cell)
            continue;
        const PixelRect& r = layer.thickness.rect;
        for (int y = r.y; y < r.bottom(); ++y) {
            const float *t = layer.thickness.at(r.x, y), *z = layer.nearZ.at(r.x, y);
            float *toT = all.thickness.at(r.x, y), *toZ = all.nearZ.at(r.x, y);
            for (int x = 0; x < r.width; ++x) {
                toT[x] += t[x];
                toZ[x] = t[x] > 0 ? std::max(toZ[x], z[x]) : toZ[x];
            }
        }
        volume += layer.cell->volume;
        weight += layer.cell->volume * layer.depth;
    }
    all.radius = radiusOfVolume(std::max(volume, 1.f));
    all.depth = volume > 0 ? weight / volume : 0;
    return all;
}

void paintLump(BodyPainter& painter, const EmbryoState& state, const std::vector<Layer>& layers, const PixelRect& rect,
               base::Random& random)
{
    const bool hollow = state.stage == EmbryoStage::Blastocyst;
    const float lumps = float(hollow ? random.uniform(.5, 1) : random.uniform(.04, .3));
    for (const Layer& layer : layers) {
        float prominence = layer.cell ? lumps : 1;
        if (layer.cell && hollow) { // outer cells seen face-on are nearly invisible
            const Vec3 c = layer.cell->center();
            const float rim = std::hypot(c.x, c.y) / state.zona.innerRadius;
            prominence *= length(c) > .8f * state.zona.innerRadius && rim < .75f ? .2f : 1.f;
        }
        painter.paint(layer, prominence);
    }
    painter.paint(unite(layers, rect), hollow ? .4f : 1);
}

/// Brightness change from optical path and shade, limited softly.
void addContrast(const OpticalField& field, const Appearance& look, const View& view, Plane& brightness)
{
    const PixelRect r = intersected(field.phase.rect, view.rect());
    const float gx = look.contrast.reliefGain * look.contrast.directionX / (2 * view.umPerPixel);
    const float gy = look.contrast.reliefGain * look.contrast.directionY / (2 * view.umPerPixel);
    const float k = look.contrast.laplaceGain / (view.umPerPixel * view.umPerPixel);
    const float limit = look.contrast.softLimit;
    const int lastX = field.phase.rect.right() - 1, lastY = field.phase.rect.bottom() - 1;
    for (int y = r.y; y < r.bottom(); ++y) {
        const float* p = field.phase.at(field.phase.rect.x, y) - field.phase.rect.x;
        const float* up = field.phase.at(field.phase.rect.x, std::max(y - 1, field.phase.rect.y)) - field.phase.rect.x;
        const float* down = field.phase.at(field.phase.rect.x, std::min(y + 1, lastY)) - field.phase.rect.x;
        const float* shade = field.shade.at(field.phase.rect.x, y) - field.phase.rect.x;
        float* out = brightness.at(0, y);
        for (int x = r.x; x < r.right(); ++x) {
            const int left = std::max(x - 1, field.phase.rect.x), right = std::min(x + 1, lastX);
            const float curvature = p[left] + p[right] + up[x] + down[x] - 4 * p[x];
            const float v =
                look.camera.gain * (gx * (p[right] - p[left]) + gy * (down[x] - up[x]) - k * curvature + shade[x]);
            out[x] *= 1 + v / (1 + std::abs(v) / limit);
        }
    }
}

} // namespace

SimulatedFrame renderFrame(const EmbryoState& state, const Appearance& look, const View& view, double degradation,
                           std::uint64_t debris, std::uint64_t noise)
{
    SimulatedFrame frame;
    frame.stage = state.stage;
    frame.umPerPixel = view.umPerPixel;
    frame.timeHours = state.timeHours;
    frame.focalPlaneUm = view.planeUm;

    base::Random random(debris);
    const bool empty = state.stage == EmbryoStage::Empty;
    Plane brightness = renderBackdrop(look, view, random.next());
    OpticalField surroundings(view.rect());
    paintDebris(look, view, random, surroundings);
    if (!empty)
        paintZonaDebris(state.zona, look, view, random, surroundings);
    gaussianBlur(surroundings.phase, .6f);
    addContrast(surroundings, look, view, brightness);

    const PixelRect rect = empty ? PixelRect{} : embryoRect(state, view);
    if (!rect.isEmpty()) {
        const RayMap map(state, view, rect);
        const std::vector<Layer> layers = castLayers(state, view, map);
        OpticalField field(rect);
        BodyPainter painter(look, view, state.textureSeed, field);
        if (state.stage == EmbryoStage::Cleavage)
            for (const Layer& layer : layers)
                painter.paint(layer);
        else
            paintLump(painter, state, layers, rect, random);
        paintZona(state.zona, look, view, map, state.textureSeed, field);
        addContrast(field, look, view, brightness);
        fillGroundTruth(frame, state, layers, view, rect);
    }
    base::Random camera(noise);
    frame.image = photograph(std::move(brightness), look.camera, degradation, camera);
    return frame;
}

} // namespace blastoscope::simulation
