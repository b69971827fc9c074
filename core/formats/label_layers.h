// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::formats {

/// What the description of a label-layers TIFF says besides the pixels: {"blastoscope": "label layers", "version": 1,
/// "classes": {"7": "fragment", "8": "nucleus"}, "order": [[3, 7]]}. Blastomeres are not listed.
struct LayersDescription {
    std::map<annotation::InstanceId, int> classes;
    std::map<annotation::InstanceId, std::string> ownNames;
    std::vector<annotation::DepthRelation> order;
};

std::string describeLayers(const annotation::FrameAnnotation& frame);
/// Nothing when the text is another one; a class that is none of ours is an own name.
std::optional<LayersDescription> parseLayersDescription(const std::string& text);
/// Entries about instances that the frame does not have are passed over.
void applyLayersDescription(const LayersDescription& description, annotation::FrameAnnotation& frame);

} // namespace blastoscope::formats
