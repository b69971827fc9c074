// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/body_painter.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::simulation {
namespace {

constexpr int kProfileSteps = 8; ///< samples of the line profile per pixel

float bump(float x)
{
    return std::exp(-x * x);
}

/// Effective depth in µm: what lies under much cytoplasm darkens little more.
float saturating(float um)
{
    return um / (1 + um / 35);
}

/// Size of a granule's relief so that its brightness has the wanted rms under this contrast.
float reliefAmplitude(const Appearance& look)
{
    const float grain = look.cytoplasm.grainUm;
    const float response = look.contrast.reliefGain / grain + std::abs(look.contrast.laplaceGain) / (grain * grain);
    return look.cytoplasm.reliefGrain / std::max(response, .05f);
}

NoiseTile granules(const Appearance& look, const View& view, std::uint64_t seed)
{
    base::Random random(seed);
    NoiseTile tile(random, look.cytoplasm.grainUm / view.umPerPixel * .6f, true);
    if (const float speckle = look.cytoplasm.grainSpeckle; speckle > 0)
        tile.transform([speckle](float v) { return v * (1 - speckle + speckle * std::abs(v)); });
    return tile;
}

NoiseTile spots(const Appearance& look, const View& view, std::uint64_t seed)
{
    base::Random random(seed);
    NoiseTile tile(random, look.cytoplasm.grainUm / view.umPerPixel * .8f, true);
    if (const float speckle = look.cytoplasm.grainSpeckle; speckle > 0)
        tile.transform([speckle](float v) { return (1 - speckle) * v + speckle * 2 * std::max(0.f, v - .8f); });
    return tile;
}

NoiseTile patches(const View& view, std::uint64_t seed)
{
    base::Random random(seed);
    return NoiseTile(random, std::clamp(3.5f / view.umPerPixel, 1.f, 24.f), false);
}

} // namespace

BodyPainter::BodyPainter(const Appearance& appearance, const View& view, std::uint64_t textureSeed, OpticalField& field)
    : m_look(appearance), m_view(view), m_textureSeed(textureSeed), m_field(field), m_cover(field.phase.rect),
      m_grain(granules(appearance, view, textureSeed + 1)), m_spots(spots(appearance, view, textureSeed + 2)),
      m_patches(patches(view, textureSeed + 3))
{
}

BodyPainter::Character BodyPainter::characterOf(const Layer& layer) const
{
    base::Random random = base::Random(m_textureSeed).split(std::uint64_t(layer.id) + 17);
    const double spread = m_look.cytoplasm.cellSpread;
    const auto factor = [&](double strength) { return float(std::exp(random.normal(0, strength * spread))); };
    Character c{factor(.6), factor(1.5), factor(1.5), factor(1), factor(1), factor(1), 0, 0};
    if (layer.particle) { // small bodies are glassy: steep edges, little grain
        c.phase *= 1.3f;
        c.grain *= .5f;
    }
    // Granules move with the body.
    const Vec3 middle = layer.cell ? layer.cell->center() : layer.particle ? layer.particle->center : Vec3{};
    c.tileX = random.integer(0, 255) - int(std::lround(m_view.centerX + middle.x / m_view.umPerPixel));
    c.tileY = random.integer(0, 255) - int(std::lround(m_view.centerY + middle.y / m_view.umPerPixel));
    return c;
}

float BodyPainter::defocus(const Layer& layer) const
{
    return layer.depth - (m_look.contrast.focusUm + m_view.planeUm);
}

int BodyPainter::outlineReach(const Layer& layer) const
{
    const MembraneLook& m = m_look.membrane;
    const float width = m.widthUm + m.widenPerUm * std::abs(defocus(layer));
    const float um = std::abs(m.offsetUm) + (m.fringe > 0 ? 4.2f : 2.4f) * width; // the fringe lies further out
    return std::clamp(int(std::ceil(um / m_view.umPerPixel)) + 2, 4, 40);
}

std::vector<float> BodyPainter::lineProfile(const Layer& layer, const Character& character, int reach) const
{
    const MembraneLook& m = m_look.membrane;
    const float out = defocus(layer);
    const float grow = m.widenPerUm * std::abs(out);
    const float smaller = std::min(1.f, layer.radius / 14); // the rim of a small body is as narrow as the body
    const float width = (m.widthUm * character.width + grow) * (.5f + .5f * smaller);
    const float flip = 1 - m.focusFlip * std::clamp(-out / 25, 0.f, 1.f);
    const float strength = m.strength * character.line * flip * m.widthUm / (m.widthUm + .5f * grow);
    const float blurred = std::min(1.f, std::abs(out) / 30);
    const float shade = -m.rimShade * character.rim * (1 - m.rimDefocus + m.rimDefocus * blurred);
    const float rim = m.rimShadeUm * smaller, deepest = bump(float(reach) * m_view.umPerPixel / rim);
    std::vector<float> profile(std::size_t(2 * reach * kProfileSteps + 1));
    for (std::size_t k = 0; k < profile.size(); ++k) {
        const float d = (float(k) / kProfileSteps - float(reach)) * m_view.umPerPixel;
        float v = strength * bump((d - m.offsetUm) / width);
        v -= strength * m.fringe * bump((d - m.offsetUm + 1.9f * width) / width);
        if (d > 0)
            v += shade * (bump(d / rim) - deepest) * std::min(1.f, d / width);
        profile[k] = v;
    }
    return profile;
}

void BodyPainter::paintOutline(const Layer& layer, const Character& character, float prominence, OpticalField& local)
{
    const int reach = (local.phase.width() - layer.thickness.width()) / 2;
    const Plane distance = signedDistance(layer.thickness, reach);
    const std::vector<float> profile = lineProfile(layer, character, reach);
    const MembraneLook& m = m_look.membrane;
    const float loss = 1.3f * m_look.cytoplasm.coverLoss;
    const int width = distance.width(), height = distance.height();
    for (int y = 1; y + 1 < height; ++y) {
        const float *d = distance.row(y), *up = distance.row(y - 1), *down = distance.row(y + 1);
        const int py = distance.rect.y + y;
        const bool covered = py >= m_cover.rect.y && py < m_cover.rect.bottom();
        float* shade = local.shade.row(y);
        for (int x = 1; x + 1 < width; ++x) {
            const float at = (d[x] + float(reach)) * kProfileSteps;
            if (at < kProfileSteps || at > float(profile.size() - kProfileSteps)) // clipped: nothing to draw there
                continue;
            const int px = distance.rect.x + x;
            const float gx = d[x + 1] - d[x - 1], gy = down[x] - up[x];
            const float towards = (gx * m_look.contrast.directionX + gy * m_look.contrast.directionY) /
                                  std::sqrt(gx * gx + gy * gy + 1e-3f);
            const float patch = 1 + m.patchiness * m_patches(px + character.tileX, py + character.tileY);
            float v = prominence * profile[std::size_t(at)] * std::max(0.f, patch) *
                      (1 - m.directional - m.directional * 1.4f * towards);
            if (covered && px >= m_cover.rect.x && px < m_cover.rect.right())
                v /= 1 + loss * *m_cover.at(px, py);
            shade[x] += v;
        }
    }
}

Plane BodyPainter::paintInclusions(const Layer& layer, OpticalField& local) const
{
    Plane calm(layer.thickness.rect, 1);
    const Vec3 middle = layer.cell->center();
    const float contrast = m_look.cytoplasm.nucleusContrast;
    for (const Inclusion& inclusion : layer.cell->inclusions) {
        const float cx = m_view.centerX + (middle.x + inclusion.offset.x) / m_view.umPerPixel;
        const float cy = m_view.centerY + (middle.y + inclusion.offset.y) / m_view.umPerPixel;
        const float radius = inclusion.radius / m_view.umPerPixel;
        const bool vacuole = inclusion.kind == Inclusion::Kind::Vacuole;
        const float path = contrast * (vacuole ? -.02f : -.01f), rim = contrast * (vacuole ? -.09f : -.04f);
        const int reach = int(std::ceil(1.3f * radius)) + 1;
        const PixelRect box = intersected({int(cx) - reach, int(cy) - reach, 2 * reach + 1, 2 * reach + 1}, calm.rect);
        for (int y = box.y; y < box.bottom(); ++y) {
            for (int x = box.x; x < box.right(); ++x) {
                const float q = std::hypot(float(x) + .5f - cx, float(y) + .5f - cy) / radius;
                if (q < 1) {
                    *calm.at(x, y) = vacuole ? .1f : .35f;
                    *local.phase.at(x, y) += path * 2 * inclusion.radius * std::sqrt(1 - q * q);
                }
                *local.shade.at(x, y) += rim * bump((q - 1) * 7);
            }
        }
    }
    return calm;
}

Plane BodyPainter::paintInterior(const Layer& layer, const Character& character, float prominence,
                                 OpticalField& local) const
{
    const CytoplasmLook& look = m_look.cytoplasm;
    const Plane& thickness = layer.thickness;
    const bool hasInclusions = layer.cell && !layer.cell->inclusions.empty();
    const Plane calm = hasInclusions ? paintInclusions(layer, local) : Plane(thickness.rect, 1);
    Plane granules(local.phase.rect);
    const float scale = 2 * layer.radius;
    const float relief = reliefAmplitude(m_look) * character.grain * prominence;
    const float shadow = look.shadowGrain * character.grain * prominence;
    for (int y = 0; y < thickness.height(); ++y) {
        const int py = thickness.rect.y + y;
        const float *t = thickness.row(y), *quiet = calm.row(y), *above = m_cover.at(thickness.rect.x, py);
        float *phase = local.phase.at(thickness.rect.x, py), *shade = local.shade.at(thickness.rect.x, py);
        float* grains = granules.at(thickness.rect.x, py);
        for (int x = 0; x < thickness.width(); ++x) {
            if (t[x] <= 0)
                continue;
            const int tx = thickness.rect.x + x + character.tileX, ty = py + character.tileY;
            const float kept = 1 / (1 + look.coverLoss * above[x]);
            const float part = t[x] / scale;
            const float body = look.roundness < 1 ? part / (look.roundness + (1 - look.roundness) * part)
                                                  : part * (1 + (look.roundness - 1) * (part - 1));
            const float edge = std::min(1.f, 2.5f * part) * quiet[x];
            phase[x] += kept * prominence * look.phasePerUm * character.phase * scale * body;
            grains[x] = kept * relief * edge * m_grain(tx, ty);
            shade[x] +=
                -prominence * look.absorptionPerUm * character.absorption *
                    (saturating(above[x] + t[x]) - saturating(above[x])) -
                kept * edge *
                    (shadow * m_spots(tx + 91, ty + 37) + prominence * look.mottle * m_patches(tx + 128, ty + 64));
        }
    }
    return granules;
}

void BodyPainter::paintDefocus(const Layer& layer, OpticalField& local) const
{
    const float gain = m_look.contrast.defocusGain * defocus(layer) / (m_view.umPerPixel * m_view.umPerPixel);
    for (int y = 1; y + 1 < local.phase.height() && gain != 0; ++y) {
        const float *p = local.phase.row(y), *up = local.phase.row(y - 1), *down = local.phase.row(y + 1);
        float* shade = local.shade.row(y);
        for (int x = 1; x + 1 < local.phase.width(); ++x)
            shade[x] += gain * (p[x - 1] + p[x + 1] + up[x] + down[x] - 4 * p[x]);
    }
}

void BodyPainter::add(const OpticalField& local, const Plane& granules)
{
    const PixelRect common = intersected(local.phase.rect, m_field.phase.rect);
    for (int y = common.y; y < common.bottom() && common.width > 0; ++y) {
        const float *phase = local.phase.at(common.x, y), *shade = local.shade.at(common.x, y);
        const float* grains = granules.at(common.x, y);
        float *toPhase = m_field.phase.at(common.x, y), *toShade = m_field.shade.at(common.x, y);
        for (int x = 0; x < common.width; ++x) {
            toPhase[x] += phase[x] + grains[x];
            toShade[x] += shade[x];
        }
    }
}

void BodyPainter::cover(const Layer& layer, float prominence)
{
    const PixelRect& r = layer.thickness.rect;
    for (int y = 0; y < r.height; ++y) {
        const float* t = layer.thickness.row(y);
        float* above = m_cover.at(r.x, r.y + y);
        for (int x = 0; x < r.width; ++x)
            above[x] += prominence * t[x];
    }
}

void BodyPainter::paint(const Layer& layer, float prominence)
{
    const Character character = characterOf(layer);
    const PixelRect& r = layer.thickness.rect;
    const int reach = outlineReach(layer);
    OpticalField local({r.x - reach, r.y - reach, r.width + 2 * reach, r.height + 2 * reach});
    Plane granules = paintInterior(layer, character, prominence, local);
    paintOutline(layer, character, prominence, local);
    const ContrastLook& contrast = m_look.contrast;
    const float sigma = (contrast.blurUm + contrast.blurPerUm * std::abs(defocus(layer))) / m_view.umPerPixel;
    gaussianBlur(local.phase, sigma);
    gaussianBlur(granules, sigma);
    gaussianBlur(local.shade, .6f * sigma);
    paintDefocus(layer, local);
    add(local, granules);
    cover(layer, prominence);
}

} // namespace blastoscope::simulation
