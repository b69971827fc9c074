// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

// What is the work of a person, and what may take its place.

/// Two silhouettes of one frame with at least this amodal IoU show the same object.
inline constexpr double kSameObjectIou = 0.5;

/// Whether a person made the object or keeps it as it is.
inline bool isOfPerson(const Instance& instance)
{
    return instance.origin != Origin::Model || instance.locked;
}

/// Whether a person took the frame over, with or without corrections: accepted or corrected.
inline bool isReviewed(ReviewState review)
{
    return review == ReviewState::Accepted || review == ReviewState::Corrected;
}

/// Whether a person stands behind an object of `frame`: drawn, edited or imported, or its frame is reviewed.
inline bool isReviewed(const FrameAnnotation& frame, const Instance& instance)
{
    return instance.origin != Origin::Model || isReviewed(frame.review);
}

} // namespace blastoscope::annotation
