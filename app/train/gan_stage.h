// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/train/gan_export.h"
#include "app/train/stage_runner.h"

namespace blastoscope::train {

/// Latest samples; those of step N are in samples-N.pnm.
inline constexpr const char* kSamplesFile = "samples.pnm";

/// Runs the stage "gan": StyleGAN2 on the pictures of the dataset or on simulated frames (context.samples, if there is
/// no dataset). Evaluations write sample grids and, with "gan.features", KID-own into progress.jsonl. Ends with
/// generator.safetensors, the averaged weights (exportGenerator). Fails as loadGanPictures does, and with Incompatible
/// when a run that goes on finds another dataset than it began with.
base::Result<nn::RunOutcome> runGanStage(const RunContext& context);

} // namespace blastoscope::train
