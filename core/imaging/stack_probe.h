// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/imaging/image_stack.h"

namespace blastoscope::imaging {

/// What one look at a stack tells: its properties and whether its first frame can be decoded.
struct StackProbe {
    StackInfo info;
    FrameIndex frame;                     ///< the frame that was tried: time 0 of the default plane
    std::optional<std::string> sha256;    ///< imageSha256() of that frame; empty when it cannot be decoded
    std::optional<base::Error> frameError; ///< why
};

/// Opens the stack and decodes its first frame. Errors: those of openStack; a broken frame is not an error here.
base::Result<StackProbe> probeStack(const std::filesystem::path& path);

/// toJson(StackInfo) with "first_frame": {"sha256"} or {"error": {"code", "message", "detail"}}.
nlohmann::json toJson(const StackProbe& probe);

/// Several lines for a terminal.
std::string describe(const StackProbe& probe);

} // namespace blastoscope::imaging
