// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

// What is the work of a person, and what may take its place.

/// Two silhouettes of one frame with at least this amodal IoU show the same object.
inline constexpr double kSameObjectIou = 0.5;

inline bool isOfPerson(const Instance& instance)
{
    return instance.origin != Origin::Model || instance.locked;
}

inline bool isReviewed(ReviewState review)
{
    return review == ReviewState::Accepted || review == ReviewState::Corrected;
}

} // namespace blastoscope::annotation
