// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blastoscope::imaging {

/// `text` without white space at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII lower case; other bytes stay.
std::string toLower(std::string_view text);

/// The whole text (white space around it aside) as a finite number with a decimal point, whatever the locale.
std::optional<double> parseDouble(std::string_view text);

/// The whole text (white space around it aside) as a decimal integer; empty when it does not fit an int.
std::optional<int> parseInt(std::string_view text);

/// A number as short as possible, decimal point, whatever the locale.
std::string formatNumber(double value);

} // namespace blastoscope::imaging
