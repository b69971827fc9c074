// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

#include "app/train/stage_runner.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/models/amodal_detector.h"

namespace blastoscope::train {

/// A disturbed window of a simulated frame, as the detector is trained on, and what the detector finds in it.
using TakeDetected = std::function<void(const nn::WindowSample& window, const nn::DetectorOutput& found)>;

/// As inference looks at a frame, but without orders in depth.
nn::DetectOptions asInInference(const RunContext& context);

/// What the heads that judge detections learn from: shows the finished `detector` that many frames, which no other
/// stage sees, and hands each to `take`; notes progress in the diary. `series` tells one stage's frames from another's.
/// Cancelled when the run is to stop.
base::Status detectInFrames(const RunContext& context, nn::AmodalDetector& detector, int frames, std::int64_t series,
                            const nn::DetectOptions& options, const TakeDetected& take);

} // namespace blastoscope::train
