// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/formats/exchange.h"

namespace blastoscope::cli {

/// "1 picture", "2 pictures"
std::string counted(std::size_t count, const std::string& noun);

/// What an import or export left out or changed, one line for each kind of event with some examples; empty when
/// everything was taken over.
std::string toText(const formats::ExchangeReport& report);

/// {"frames", "instances", "lost_pixels", "notes": [{"kind", "file", "instance", "kept_by", "pixels", "text"}]};
/// members of a note that say nothing are left out.
nlohmann::ordered_json toJson(const formats::ExchangeReport& report);

} // namespace blastoscope::cli
