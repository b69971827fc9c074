// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/simulation/embryo_state.h"

namespace blastoscope::simulation {

/// How one cell will divide.
struct DivisionPlan {
    double atHours = 1e9;      ///< when the furrow closes
    std::vector<float> shares; ///< of the volume, one per daughter: two, rarely three
    Rotation orientation;
};

/// Two daughters, or three with that probability; the first share differs from the rest by `unevenness` (sd).
DivisionPlan drawDivision(double atHours, float unevenness, double threeChance, base::Random& random);

/// Draws the dividing cell as balls whose middles lie `apart` (in units of the mother's radius) from the cell's middle
/// towards their daughters' places. The volume is to be matched afterwards.
void elongate(Cell& cell, const DivisionPlan& plan, float apart);

/// The daughters of an elongated cell, with ids from `firstId` on.
std::vector<Cell> divided(const Cell& mother, const DivisionPlan& plan, int firstId, float formSpread,
                          base::Random& random);

} // namespace blastoscope::simulation
