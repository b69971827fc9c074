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

namespace blastoscope::simulation {
namespace {

constexpr float kGrooveUm = 5;
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

/// Blurs the thickness and leaves the silhouette as it is.
void smoothInside(Plane& thickness, float sigma)
{
    Plane soft = thickness;
    gaussianBlur(soft, sigma);
    for (std::size_t k = 0; k < soft.values.size(); ++k)
        if (thickness.values[k] > kSilhouetteThickness)
            thickness.values[k] = std::max(soft.values[k], 2 * kSilhouetteThickness);
}

void paintLump(BodyPainter& painter, const EmbryoState& state, const std::vector<Layer>& layers, const PixelRect& rect,
               const View& view)
{
    base::Random random(state.textureSeed + 7);
    const bool hollow = state.stage == EmbryoStage::Blastocyst;
    const float lumps = float(hollow ? random.uniform(.25, .7) : random.uniform(.01, .09));
    for (const Layer& layer : layers) {
        float prominence = layer.cell ? lumps : 1;
        if (layer.cell && hollow) { // outer cells seen face-on are nearly invisible
            const Vec3 c = layer.cell->center();
            const float rim = std::hypot(c.x, c.y) / state.zona.innerRadius;
            prominence *= length(c) > .8f * state.zona.innerRadius && rim < .75f ? .2f : 1.f;
        }
        painter.paint(layer, prominence);
    }
    Layer whole = unite(layers, rect);
    if (!hollow) // the grooves between compacted cells are shallow
        smoothInside(whole.thickness, kGrooveUm / view.umPerPixel);
    painter.paint(whole, hollow ? .6f : 1);
}

/// Relative change of brightness, before limits.
Plane contrastOf(const OpticalField& field, const Appearance& look, const View& view)
{
    const PixelRect& r = field.phase.rect;
    Plane contrast(r);
    const float gx = look.contrast.reliefGain * look.contrast.directionX / (2 * view.umPerPixel);
    const float gy = look.contrast.reliefGain * look.contrast.directionY / (2 * view.umPerPixel);
    const float k = look.contrast.laplaceGain / (view.umPerPixel * view.umPerPixel);
    for (int y = 1; y + 1 < r.height; ++y) {
        const float *p = field.phase.row(y), *up = field.phase.row(y - 1), *down = field.phase.row(y + 1);
        const float* shade = field.shade.row(y);
        float* out = contrast.row(y);
        for (int x = 1; x + 1 < r.width; ++x) {
            const float curvature = p[x - 1] + p[x + 1] + up[x] + down[x] - 4 * p[x];
            out[x] = gx * (p[x + 1] - p[x - 1]) + gy * (down[x] - up[x]) - k * curvature + shade[x];
        }
    }
    return contrast;
}

/// What brings the variation inside the embryo's inner disc to the wanted rms, within a factor of four.
float exposureGain(const Plane& contrast, const EmbryoState& state, const Appearance& look, const View& view)
{
    const float reach = state.zona.innerRadius / view.umPerPixel;
    double sum = 0, squares = 0;
    long count = 0;
    for (int y = 0; y < contrast.height(); y += 2) {
        const float dy = float(contrast.rect.y + y) - view.centerY;
        const float* row = contrast.row(y);
        for (int x = 0; x < contrast.width(); x += 2) {
            const float dx = float(contrast.rect.x + x) - view.centerX;
            if (dx * dx + dy * dy > reach * reach)
                continue;
            sum += row[x];
            squares += double(row[x]) * row[x];
            ++count;
        }
    }
    if (count == 0)
        return 1;
    const double mean = sum / double(count), rms = std::sqrt(std::max(squares / double(count) - mean * mean, 1e-8));
    return std::clamp(float(look.contrast.rms / rms), .25f, 4.f);
}

/// brightness *= 1 + gain * contrast, limited softly.
void applyContrast(const Plane& contrast, float gain, float limit, Plane& brightness)
{
    const PixelRect r = intersected(contrast.rect, brightness.rect);
    for (int y = r.y; y < r.bottom() && r.width > 0; ++y) {
        const float* in = contrast.at(r.x, y);
        float* out = brightness.at(r.x, y);
        for (int x = 0; x < r.width; ++x) {
            const float v = gain * in[x];
            out[x] *= 1 + v / (1 + std::abs(v) / limit);
        }
    }
}

Plane paintEmbryo(const EmbryoState& state, const std::vector<Layer>& layers, const Appearance& look, const View& view,
                  const RayMap& map)
{
    OpticalField field(map.rect());
    BodyPainter painter(look, view, state.textureSeed, field);
    if (state.stage == EmbryoStage::Cleavage)
        for (const Layer& layer : layers)
            painter.paint(layer);
    else
        paintLump(painter, state, layers, map.rect(), view);
    paintZona(state.zona, look, view, map, state.textureSeed, field);
    return contrastOf(field, look, view);
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
    float gain = 1;
    const PixelRect rect = empty ? PixelRect{} : embryoRect(state, view);
    if (!rect.isEmpty()) {
        const RayMap map(state, view, rect);
        const std::vector<Layer> layers = castLayers(state, view, map);
        const Plane contrast = paintEmbryo(state, layers, look, view, map);
        gain = exposureGain(contrast, state, look, view);
        applyContrast(contrast, gain, look.contrast.softLimit, brightness);
        fillGroundTruth(frame, state, layers, view, rect);
    }
    OpticalField surroundings(view.rect());
    paintDebris(look, view, empty ? 0 : state.zona.outerRadius, random, surroundings);
    if (!empty)
        paintZonaDebris(state.zona, look, view, random, surroundings);
    applyContrast(contrastOf(surroundings, look, view), std::min(gain, 1.5f), look.contrast.softLimit, brightness);

    base::Random camera(noise);
    frame.image = photograph(std::move(brightness), look.camera, degradation, camera);
    return frame;
}

} // namespace blastoscope::simulation
