// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace blastoscope::base {

/// The kinds of object the shipped model knows. The number is the category id in files and the class index of the
/// detector (0 is background there).
enum class ObjectClass { Blastomere = 1, Fragment = 2, PolarBody = 3 };

/// In the order of the numbers, from 1.
inline constexpr std::array<std::string_view, 3> kObjectClassNames = {"blastomere", "fragment", "polar_body"};

/// As in files; `c` is one of the three.
inline std::string_view nameOf(ObjectClass c)
{
    return kObjectClassNames[std::size_t(c) - 1];
}

} // namespace blastoscope::base
