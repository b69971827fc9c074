// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "ui/training/comparison_report.h"

namespace blastoscope::ui {

enum class Advice {
    NotMeasured,  ///< no embryo was held out
    KeepOld,      ///< the new one counts fewer frames right, or gains nothing and loses something
    NoDifference, ///< on held-out frames
    Mixed,        ///< better at one thing, worse at another, and it counts no fewer frames right
    TakeNew       ///< better at something and worse at nothing
};

/// What the held-out frames say of the new model. A share of frames differs when at least one frame does, an AP from
/// half a point on.
struct ComparisonVerdict {
    Advice advice = Advice::NotMeasured;
    QStringList better; ///< names of measures, for people
    QStringList worse;
    bool forgets = false; ///< several points less on the simulated reference
    bool few = false;     ///< so few held-out frames that a difference may be chance
};

ComparisonVerdict verdictOf(const ComparisonReport& report);

/// Which model is better at what, what to do, and what speaks against trusting it; a sentence or two each.
QString verdictText(const ComparisonReport& report);

/// A note in the language of the window; one that this version does not know as the file says it.
QString noteText(const ComparisonNote& note);

} // namespace blastoscope::ui
