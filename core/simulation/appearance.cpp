// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/appearance.h"

#include <cmath>
#include <numbers>

namespace blastoscope::simulation {
namespace {

float logUniform(base::Random& random, double lo, double hi)
{
    return float(std::exp(random.uniform(std::log(lo), std::log(hi))));
}

float between(base::Random& random, double lo, double hi)
{
    return float(random.uniform(lo, hi));
}

void drawDirection(ContrastLook& contrast, base::Random& random)
{
    const double angle =
        random.chance(.5) ? std::numbers::pi / 4 + random.normal(0, .2) + .5 * std::numbers::pi * random.integer(0, 3)
                          : random.uniform(0, 2 * std::numbers::pi);
    contrast.directionX = float(std::cos(angle));
    contrast.directionY = float(std::sin(angle));
}

ContrastLook drawContrast(Look look, base::Random& random)
{
    ContrastLook c;
    drawDirection(c, random);
    const bool relief = random.chance(look == Look::Brightfield ? .5 : .8);
    c.reliefGain = relief ? logUniform(random, 1, 5) : logUniform(random, .1, .9);
    c.laplaceGain = random.chance(relief ? .3 : .9) ? between(random, -1.5, 5) : 0;
    c.defocusGain = random.chance(.8) ? logUniform(random, .02, .3) : 0;
    c.blurUm = between(random, .25, 1.05);
    c.blurPerUm = logUniform(random, .002, .04);
    c.focusUm = float(random.normal(0, 14));
    c.softLimit = between(random, .55, 1);
    c.rms = look == Look::Hoffman       ? between(random, .2, .65)
            : look == Look::EmbryoScope ? between(random, .24, .75)
                                        : logUniform(random, .11, .45);
    return c;
}

CytoplasmLook drawCytoplasm(base::Random& random)
{
    CytoplasmLook c;
    c.phasePerUm = between(random, .012, .026);
    c.roundness = between(random, .6, 2);
    c.absorptionPerUm = logUniform(random, 3e-4, 6e-3);
    if (random.chance(.1))
        c.absorptionPerUm *= -.6f;
    c.grainUm = between(random, .6, 1.9);
    const float strength = logUniform(random, .025, .26), share = between(random, 0, 1);
    c.reliefGrain = strength * share;
    c.shadowGrain = .7f * strength * (1 - share);
    c.grainSpeckle = random.chance(.4) ? between(random, .2, 1) : 0;
    c.mottle = logUniform(random, .004, .06);
    c.cellSpread = between(random, .05, .35);
    c.coverLoss = random.chance(.2) ? 0 : between(random, .002, .014);
    c.nucleusContrast = between(random, .2, 1.5);
    return c;
}

MembraneLook drawMembrane(base::Random& random)
{
    MembraneLook m;
    m.strength = random.chance(.06) ? 0 : -between(random, .06, .55);
    if (random.chance(.1))
        m.strength *= -.7f;
    m.widthUm = between(random, .6, 1.9);
    m.offsetUm = between(random, -.7, 1);
    m.fringe = random.chance(.6) ? between(random, 0, .9) : 0;
    m.rimShade = random.chance(.6) ? between(random, .02, .45) : 0;
    m.rimShadeUm = between(random, 2, 9);
    m.rimDefocus = between(random, 0, 1);
    m.directional = random.chance(.6) ? between(random, 0, .85) : 0;
    m.widenPerUm = between(random, 0, .05);
    m.focusFlip = random.chance(.8) ? between(random, .3, 1.7) : 0;
    m.patchiness = between(random, 0, .45);
    return m;
}

ZonaLook drawZona(base::Random& random)
{
    ZonaLook z;
    z.phasePerUm = logUniform(random, .001, .009);
    z.absorptionPerUm = float(random.normal(.0001, .0005));
    z.grain = logUniform(random, .005, .06);
    z.grainUm = between(random, .7, 2.2);
    const auto line = [&] { return random.chance(.3) ? 0.f : between(random, -.14, .08); };
    z.outerLine = line();
    z.innerLine = line();
    z.lineUm = between(random, .7, 3);
    z.softUm = random.chance(.6) ? between(random, 0, 2.5) : 0;
    z.debris = random.chance(.3) ? float(random.uniform(10, 70)) : 3;
    return z;
}

void drawWell(BackdropLook& b, base::Random& random)
{
    b.well = true;
    b.wellRadiusUm = between(random, 112, 158);
    const double direction = random.uniform(0, 2 * std::numbers::pi), way = std::sqrt(random.uniform(0, 1.1));
    b.wellShiftX = float(way * std::cos(direction));
    b.wellShiftY = float(way * std::sin(direction));
    b.wallUm = between(random, 1.5, 7);
    b.rimGain = between(random, .2, 2.6);
    b.rimUm = between(random, 3, 13);
    b.rimFloor = between(random, 0, .5);
    const double lit = random.normal(-std::numbers::pi / 2, .5);
    b.litX = float(std::cos(lit));
    b.litY = float(std::sin(lit));
    b.outsideLit = between(random, .1, .7);
    b.outsideDark = between(random, 0, .08);
    b.outsideFadeUm = between(random, 30, 120);
    b.ripple = random.chance(.7) ? between(random, .05, .5) : 0;
    b.ripplePeriodUm = between(random, 4, 11);
}

BackdropLook drawBackdrop(Look look, base::Random& random)
{
    BackdropLook b;
    b.level = look == Look::EmbryoScope ? between(random, .16, .5)
              : look == Look::Hoffman   ? between(random, .35, .8)
                                        : between(random, .14, .72);
    b.tiltX = float(random.normal(0, .06));
    b.tiltY = float(random.normal(0, .08));
    b.vignette = between(random, 0, .2);
    b.mottle = logUniform(random, .002, .03);
    b.shadow = random.chance(.15) ? between(random, .1, .6) : 0;
    b.shadowX = between(random, .5, 1.3);
    b.shadowAngle = between(random, 0, 2 * std::numbers::pi);
    b.specks = float(random.chance(.3) ? random.uniform(8, 30) : random.uniform(0, 6));
    b.fibre = random.chance(.15);
    const double wellChance = look == Look::EmbryoScope ? .96 : look == Look::Hoffman ? .12 : .03;
    if (random.chance(wellChance))
        drawWell(b, random);
    return b;
}

/// Noise is drawn as a share of the embryo's own contrast: a dark or flat picture of a good camera is not noisier.
CameraLook drawCamera(float embryoContrast, base::Random& random)
{
    CameraLook c;
    c.blurPx = random.chance(.5) ? between(random, .3, 1.2) : 0;
    c.gamma = between(random, .75, 1.35);
    c.sharpen = random.chance(.3) ? between(random, .2, 1.6) : 0;
    c.readNoise = embryoContrast * logUniform(random, .01, .12);
    c.shotNoise = embryoContrast * logUniform(random, .01, .1);
    c.noiseBlurPx = random.chance(.5) ? between(random, .3, 1) : 0;
    c.jpegQuality = random.chance(.55) ? random.integer(55, 96) : 0;
    return c;
}

/// Modulation contrast at its strongest: bodies look like lit balls and lines matter less.
void makeRelief(Appearance& a, base::Random& random)
{
    a.contrast.reliefGain = between(random, 2.5, 6);
    a.contrast.laplaceGain *= .4f;
    a.cytoplasm.roundness = between(random, 1, 2);
    a.membrane.strength *= between(random, .1, .8);
    a.membrane.directional = between(random, .3, .9);
    a.zona.phasePerUm = between(random, .001, .007);
}

/// Granules that drown every outline leave nothing to learn from.
void keepOutlinesVisible(Appearance& a)
{
    const float edge = std::abs(a.membrane.strength) + .5f * a.membrane.rimShade +
                       4 * a.cytoplasm.phasePerUm * a.contrast.reliefGain / std::max(1.f, a.cytoplasm.roundness);
    const float grain = a.cytoplasm.reliefGrain + a.cytoplasm.shadowGrain + a.cytoplasm.mottle;
    const float excess = grain / (.6f * edge);
    if (excess <= 1)
        return;
    a.cytoplasm.reliefGrain /= excess;
    a.cytoplasm.shadowGrain /= excess;
    a.cytoplasm.mottle /= excess;
}

float drawField(Look look, base::Random& random)
{
    switch (look) {
    case Look::Hoffman: return between(random, 165, 250);
    case Look::EmbryoScope: return between(random, 265, 380);
    default: return logUniform(random, 260, 1000);
    }
}

} // namespace

Appearance drawAppearance(Look look, base::Random& random)
{
    Appearance a;
    if (look == Look::Mixed) {
        const double draw = random.uniform();
        look = draw < .38 ? Look::Hoffman : draw < .7 ? Look::EmbryoScope : Look::Brightfield;
    }
    a.look = look;
    a.fieldUm = drawField(look, random);
    a.contrast = drawContrast(look, random);
    a.cytoplasm = drawCytoplasm(random);
    a.membrane = drawMembrane(random);
    a.zona = drawZona(random);
    a.backdrop = drawBackdrop(look, random);
    if (random.chance(look == Look::Brightfield ? .3 : .5))
        makeRelief(a, random);
    keepOutlinesVisible(a);
    a.camera = drawCamera(a.backdrop.level * a.contrast.rms, random);
    if (look == Look::Brightfield)
        a.backdrop.mottle *= .4f;
    return a;
}

} // namespace blastoscope::simulation
