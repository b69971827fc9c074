// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace blastoscope::formats {

/// Whether the rest of a file name after that of its picture numbers an object: a separator (one of "_-. "), perhaps a
/// word, and a number, as in "_07", "-mask-3" and ".cell2".
bool isObjectEnding(const std::string& rest);

/// What the name of a mask file says when its picture is not known.
struct ObjectMaskName {
    std::string picture;     ///< without the number
    bool saysObject = false; ///< a word such as "mask" or "cell" stands before the number
};

/// "day3_cell_07" is object 7 of "day3", "02_00" object 0 of "02". Nothing for names without a separated number.
std::optional<ObjectMaskName> splitObjectMaskName(const std::string& stem);

} // namespace blastoscope::formats
