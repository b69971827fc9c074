// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/nn/gan/gan_step.h"

namespace blastoscope::train {

/// Training a generator of pictures.
struct GanRecipe {
    nn::StyleGanOptions networks;
    nn::GanTrainingOptions training;
    nn::TrainerOptions trainer;
    bool mirror = false;       ///< every picture also left to right: only if nothing in it has a side
    bool quarterTurns = false; ///< and turned: only if nothing in it has a direction, e.g. of light
    bool anySize = false;      ///< the pictures may have several sizes
    int gridSide = 6;          ///< samples in a row and a column of samples.pnm
    std::string features;      ///< model file whose backbone measures KID-own while training; empty: not measured
    int scorePictures = 200;   ///< samples and training pictures for that
};

} // namespace blastoscope::train
