// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::review {

/// Why a frame needs the eyes of a person.
enum class ReasonKind {
    NearlyIdentical,    ///< two silhouettes show the same object; value: their IoU
    OneInsideAnother,   ///< a blastomere lies within another; value: share of the smaller one that is covered
    ContradictoryOrder, ///< the depth order runs in a circle, or contradicts what the model sees of a cell
    CountDiffers,       ///< from both neighbouring frames, which agree; value: their count
    CountFalls,         ///< cells do not vanish; value: the count before
    CountLeaps,         ///< to more than twice as many; value: the count before
    CountRises,         ///< a division, most likely; value: the count before
    FoundNothing,       ///< the model saw no cell
    LowConfidence,      ///< value: the lowest one
    ImplausibleSize,    ///< much smaller or larger than the other cells; value: diameter / their median
    ImplausibleVolume,  ///< all cells together; value: volume / median of the stack
    ImplausibleShape,   ///< in pieces, or far from round; value: solidity
    Random,             ///< picked by chance, so that what looks right is checked, too
};

/// One thing that speaks for a look at a frame.
struct Reason {
    ReasonKind kind = ReasonKind::Random;
    double weight = 0;                       ///< [0, 1]; how much it calls for eyes
    double value = 0;                        ///< see the kinds
    std::vector<annotation::InstanceId> ids; ///< the instances concerned; may be empty
    bool operator==(const Reason&) const = default;
};

} // namespace blastoscope::review
