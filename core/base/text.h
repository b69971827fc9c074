// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blastoscope::base {

// Text as files hold it. All functions are pure and work alike in every locale.

/// `text` without white space at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII lower case; other bytes stay.
std::string toLower(std::string_view text);

/// The whole text (white space around it aside) as a finite number with a decimal point.
std::optional<double> parseDouble(std::string_view text);

/// The whole text (white space around it aside) as a decimal integer; empty when it does not fit an int.
std::optional<int> parseInt(std::string_view text);

/// A number as short as possible, with a decimal point and at most six digits.
std::string formatNumber(double value);

/// What stands behind the last slash of a path, forward or backward: files name pictures of any system.
std::string fileNameOf(std::string_view path);

/// fileNameOf(path) without its last ending; a dot at the beginning starts none.
std::string fileStemOf(std::string_view path);

} // namespace blastoscope::base
