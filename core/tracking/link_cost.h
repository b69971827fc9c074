// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>

#include "core/tracking/cell_frame.h"

namespace blastoscope::tracking {

/// What a cell costs that begins or ends without a reason; a link or a division must be cheaper than what it explains.
inline constexpr double kUnexplained = .9;
/// Frames that a cell may be missing from its track.
inline constexpr std::size_t kLongestGap = 3;

/// `before` and `after` as one and the same cell, both in the coordinates of the later frame:
/// 1 - IoU + 0.3 |ln(A2 / A1)| + 0.2 min(1, distance / (r / 2)). Nothing where they neither overlap by an IoU of 0.1
/// nor lie within a radius of each other.
std::optional<double> linkCost(const Cell& before, const Cell& after);

/// A cell that divides into two or three, all in the coordinates of the later frame:
/// (1 - IoU(mother, union of the daughters)) + |ln(sum of V / V of the mother)| + 0.5 ln(largest V / smallest V), and
/// 1.2 for a third daughter, which must explain more than the two alone. Nothing where a daughter lies outside of the
/// mother by more than 0.6 of its area or where V is no possible share: 0.15 to 0.9 of the mother's for one of two,
/// which reaches from very uneven divisions to silhouettes that cover each other, 0.1 to 0.6 for one of three.
std::optional<double> divisionCost(const Cell& mother, std::span<const Cell* const> daughters);

/// Whether divisionCost() can be anything with this daughter.
bool mayBeDaughter(const Cell& mother, const Cell& daughter);

} // namespace blastoscope::tracking
