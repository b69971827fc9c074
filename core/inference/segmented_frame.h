// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/annotation/document.h"
#include "core/inference/segmenter.h"

namespace blastoscope::inference {

/// The product's class of a model's 1-based class index, by name; the only class of a model counts as blastomeres if
/// the product does not know it; nothing otherwise.
std::optional<int> objectClassOf(const ModelInfo& model, int detectorClass);

/// What a model with these classes calls the objects that count as blastomeres without being called so; empty for one
/// that knows the product's classes.
std::string ownObjectName(const std::vector<std::string>& classNames);

/// What an annotation takes over from a model: the counted detections, numbered from 1 in their order, and the order
/// among them. Detections of a class that the product does not know are left out. Thread-safe, as everything here.
annotation::SegmentedFrame toSegmentedFrame(const Segmentation& found, const ModelInfo& model);

} // namespace blastoscope::inference
