// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "ui/models/review_list_model.h"
#include "ui/session/review_queue.h"

namespace blastoscope::ui {

/// What the list of frames shows.
enum class ReviewFilter {
    NeedsEyes, ///< the whole queue, by need; so are the five below
    Confidence,
    Counts,
    Overlap,
    Shapes,
    Random,
    ToDo, ///< all frames of that state, in the order of time; so are the three below
    Accepted,
    Corrected,
    Rejected,
};

/// The rows of the list for the stack of the queue; none without a stack.
std::vector<ReviewRow> reviewRows(const ReviewQueue& queue, ReviewFilter filter);

/// One reason in words; instances go by their numbers on the canvas. `ownName`: what the counted objects are called
/// when they are no blastomeres (object_names.h).
QString textOf(const review::Reason& reason, const annotation::FrameAnnotation& frame, const std::string& ownName = {});

} // namespace blastoscope::ui
