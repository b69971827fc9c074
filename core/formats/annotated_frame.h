// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/annotation/instance.h"

namespace blastoscope::formats {

/// One frame of a stack with what a file says about it.
struct AnnotatedFrame {
    annotation::FrameAnnotation annotation;
    std::string fileName;
    int frameIndex = 0; ///< time index in its stack, from 0
    std::optional<double> umPerPixel;
    std::optional<double> timeHours; ///< on the stack's own time axis
    std::optional<double> t0Hours;   ///< insemination on that axis
    std::string timeSource;          ///< "table", "file", "overlay" or "nominal"; empty when unknown
    std::string embryoId;
    std::string sha256;
    /// Members of a labelme file that mean nothing here, as text of a JSON object; they go back into labelme files.
    std::string labelme;
    std::map<annotation::InstanceId, std::string> labelmeShapes; ///< the same for its shapes
};

} // namespace blastoscope::formats
