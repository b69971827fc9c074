// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/random.h"
#include "core/simulation/simulation_options.h"

namespace blastoscope::simulation {

/// How phase turns into brightness.
struct ContrastLook {
    float reliefGain = 2.5f;  ///< brightness per phase gradient along the direction of contrast
    float laplaceGain = 0;    ///< brightness per curvature of phase (defocused brightfield)
    float directionX = .707f; ///< unit vector of the oblique light or modulator
    float directionY = .707f;
    float defocusGain = 0;   ///< brightness per curvature of phase and µm that a body is nearer than the focus
    float blurUm = 1;        ///< of what is in focus
    float blurPerUm = .045f; ///< added per µm out of focus
    float focusUm = 0;       ///< height of the focal plane above the embryo's middle at plane 0
    float softLimit = .8f;   ///< brightness change that is never exceeded
    float rms = .2f;         ///< relative brightness variation inside the embryo that the exposure is set to
};

/// What the inside of a cell looks like.
struct CytoplasmLook {
    float phasePerUm = .02f;
    float roundness = 1; ///< profile of the optical path: below 1 a flat disc with steep edges, 2 a paraboloid
    float absorptionPerUm = .0016f;
    float grainUm = 1.2f;     ///< size of the granules
    float reliefGrain = .05f; ///< rms brightness of granules seen in relief
    float shadowGrain = .02f; ///< rms brightness of granules seen as dark spots
    float grainSpeckle = 0;   ///< 0 = Gaussian, 1 = few strong granules
    float mottle = .02f;      ///< rms of patches about 8 µm wide
    float cellSpread = .2f;   ///< how much cells of one embryo differ
    float coverLoss = .008f;  ///< share of a lower cell's contrast lost per µm of cell above it
    float nucleusContrast = 1;
};

/// The line along a cell's outline.
struct MembraneLook {
    float strength = -.25f; ///< brightness at the middle of the line; negative = dark
    float widthUm = 1.2f;
    float offsetUm = .5f; ///< of the line's middle, inwards
    float fringe = .4f;   ///< opposite line outside, as a share of the strength
    float rimShade = .1f; ///< broad shading inside the rim, same sign as the strength
    float rimShadeUm = 5;
    float rimDefocus = 0;    ///< share of the rim shading that only bodies out of focus show
    float directional = .3f; ///< share that changes sign with the side (relief)
    float widenPerUm = .02f; ///< µm of width per µm out of focus
    float focusFlip = 0;     ///< how far the line of a body beyond the focus turns from dark to bright (Becke line)
    float patchiness = .3f;  ///< variation along the line
};

/// The shell around the embryo; brightness relative to the ground.
struct ZonaLook {
    float phasePerUm = .006f;
    float absorptionPerUm = .0003f;
    float grain = .02f;
    float grainUm = 1.5f;
    float outerLine = -.05f;
    float innerLine = -.08f;
    float lineUm = 1.5f;
    float softUm = 0; ///< extra blur of the shell
    float debris = 5; ///< Poisson mean of specks on the outer surface
};

/// The ground that the embryo lies on, with the well around it.
struct BackdropLook {
    float level = .5f;
    float tiltX = 0; ///< relative change from the middle to the edge
    float tiltY = 0;
    float vignette = .1f;
    float mottle = .005f; ///< slow unevenness of the ground
    float shadow = 0;     ///< depth of a soft shadow that covers one side of the field
    float shadowX = 0;    ///< where it begins, as a share of half the field, along its direction
    float shadowAngle = 0;
    bool well = false;
    float wellRadiusUm = 140;
    float wellShiftX = 0; ///< embryo's place inside the well as a share of the room there is
    float wellShiftY = 0;
    float wallUm = 4;     ///< softness of the wall
    float rimGain = 1.2f; ///< brightness of the rim on the lit side relative to the well
    float rimUm = 8;
    float rimFloor = .2f; ///< share of the rim left on the dark side
    float litX = 0;       ///< unit vector to the lit side
    float litY = -1;
    float outsideLit = .35f; ///< brightness outside the wall, lit side, relative to the well
    float outsideDark = .02f;
    float outsideFadeUm = 60;
    float ripple = .25f; ///< of the ring pattern outside
    float ripplePeriodUm = 7;
    float specks = 3; ///< Poisson mean of debris anywhere
    bool fibre = false;
};

/// What becomes of the light; brightness in [0, 1], lengths in px.
struct CameraLook {
    float blurPx = .5f;
    float gamma = 1;
    float sharpen = 0;      ///< amount of unsharp masking, 1.2 px
    float shotNoise = .01f; ///< at full brightness
    float readNoise = .01f; ///< at any brightness
    float noiseBlurPx = 0;  ///< pictures that were resampled have correlated noise
    int jpegQuality = 0;    ///< 0 = not compressed
};

/// One instrument on one day: every constant of image formation.
struct Appearance {
    Look look = Look::Hoffman;
    float fieldUm = 250; ///< side of the whole frame
    ContrastLook contrast;
    CytoplasmLook cytoplasm;
    MembraneLook membrane;
    ZonaLook zona;
    BackdropLook backdrop;
    CameraLook camera;
};

/// `look` Mixed draws one; never returns Mixed.
Appearance drawAppearance(Look look, base::Random& random);

} // namespace blastoscope::simulation
