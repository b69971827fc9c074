// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::formats {

/// What the description of a label-layers TIFF says besides the pixels: {"blastoscope": "label layers", "version": 1,
/// "classes": {"7": "fragment"}, "order": [[3, 7]]}. Blastomeres are not listed.
struct LayersDescription {
    std::map<annotation::InstanceId, int> classes;
    std::vector<annotation::DepthRelation> order;
};

std::string describeLayers(const annotation::FrameAnnotation& frame);
/// Nothing when the text is another one; what it says about unknown classes is passed over.
std::optional<LayersDescription> parseLayersDescription(const std::string& text);
/// Entries about instances that the frame does not have are passed over.
void applyLayersDescription(const LayersDescription& description, annotation::FrameAnnotation& frame);

} // namespace blastoscope::formats
