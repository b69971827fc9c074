// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace blastoscope::base {

/// A field of a CSV file: quoted as RFC 4180 asks; a text that a spreadsheet would run as a formula gets a leading
/// apostrophe.
std::string csvText(std::string_view text);

} // namespace blastoscope::base
