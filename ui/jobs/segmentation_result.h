// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/document.h"
#include "core/inference/segmenter.h"

namespace blastoscope::ui {

/// What a document takes over from a model: the counted detections and the order among them. Classes go by name;
/// detections of a class that the product does not know are left out.
annotation::SegmentedFrame toSegmentedFrame(const inference::Segmentation& found, const inference::ModelInfo& model);

} // namespace blastoscope::ui
