// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/comparison_verdict.h"

#include <cmath>

#include <QCoreApplication>

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::ComparisonVerdict)
};

constexpr double kApMatters = 0.005;     ///< what the table shows as half a point
constexpr double kForgottenAp = 0.03;    ///< "a few points are the price", says the help
constexpr double kForgottenShare = 0.05; ///< of simulated frames counted right
constexpr int kFewFrames = 30;

/// Frames that a share stands for.
int framesIn(double share, int frames)
{
    return int(std::lround(share * frames));
}

/// -1 worse, 0 the same, 1 better. APs below 0 were not measured.
int changeOfAp(double before, double after)
{
    if (before < 0 || after < 0 || std::abs(after - before) < kApMatters)
        return 0;
    return after > before ? 1 : -1;
}

int changeOfShare(double before, double after, int frames)
{
    const int gained = framesIn(after, frames) - framesIn(before, frames);
    return gained > 0 ? 1 : gained < 0 ? -1 : 0;
}

bool hasForgotten(const ComparisonPart& simulated)
{
    const ModelNumbers &before = simulated.results.front(), &after = simulated.results.back();
    return (before.ap >= 0 && before.ap - after.ap > kForgottenAp) || before.exact - after.exact > kForgottenShare;
}

Advice adviceFor(const ComparisonVerdict& verdict, int counting)
{
    if (counting < 0)
        return Advice::KeepOld;
    if (verdict.worse.isEmpty())
        return verdict.better.isEmpty() ? Advice::NoDifference : Advice::TakeNew;
    return verdict.better.isEmpty() ? Advice::KeepOld : Advice::Mixed;
}

QString adviceText(const ComparisonVerdict& verdict, const ComparisonPart& heldOut)
{
    const int before = framesIn(heldOut.results.front().exact, heldOut.frames);
    const int after = framesIn(heldOut.results.back().exact, heldOut.frames);
    switch (verdict.advice) {
    case Advice::KeepOld:
        return after < before
                   ? Texts::tr("It counts %1 of %2 frames right, the old one %3: keep the old one where the number of "
                               "cells matters.")
                         .arg(after)
                         .arg(heldOut.frames)
                         .arg(before)
                   : Texts::tr("It gains nothing on your frames: keep the old one.");
    case Advice::NoDifference: return Texts::tr("There is no reason to change.");
    case Advice::Mixed: return Texts::tr("Which one to use depends on what you need; the worst frames below help.");
    case Advice::TakeNew: return Texts::tr("It is worse at nothing that was measured on your frames.");
    case Advice::NotMeasured: break;
    }
    return {};
}

} // namespace

ComparisonVerdict verdictOf(const ComparisonReport& report)
{
    ComparisonVerdict verdict;
    verdict.forgets = report.simulated && hasForgotten(*report.simulated);
    if (!report.heldOut || report.heldOut->frames == 0)
        return verdict;
    const int frames = report.heldOut->frames;
    const ModelNumbers &before = report.heldOut->results.front(), &after = report.heldOut->results.back();
    const int counting = changeOfShare(before.exact, after.exact, frames);
    const auto note = [&](const QString& name, int change) {
        if (change != 0)
            (change > 0 ? verdict.better : verdict.worse) << name;
    };
    note(Texts::tr("outlines"), changeOfAp(before.ap, after.ap));
    note(Texts::tr("finding cells"), changeOfAp(before.ap50, after.ap50));
    note(Texts::tr("counting exactly"), counting);
    note(Texts::tr("counting to within one"), changeOfShare(before.withinOne, after.withinOne, frames));
    verdict.few = frames < kFewFrames && !(verdict.better.isEmpty() && verdict.worse.isEmpty());
    verdict.advice = adviceFor(verdict, counting);
    return verdict;
}

QString verdictText(const ComparisonReport& report)
{
    const ComparisonVerdict verdict = verdictOf(report);
    const QString comma = Texts::tr(", ", "between the things that a model is better at");
    QStringList sentences;
    if (verdict.advice == Advice::NotMeasured)
        sentences << Texts::tr("No embryo was held out, so nothing here tells whether the new model is better on your "
                               "frames.");
    else if (verdict.advice == Advice::NoDifference)
        sentences << Texts::tr("On held-out frames both models do the same.");
    if (!verdict.better.isEmpty())
        sentences << Texts::tr("On held-out frames the new model is better at: %1.").arg(verdict.better.join(comma));
    if (!verdict.worse.isEmpty())
        sentences << Texts::tr("On held-out frames the old model is better at: %1.").arg(verdict.worse.join(comma));
    if (report.heldOut && verdict.advice != Advice::NotMeasured)
        sentences << adviceText(verdict, *report.heldOut);
    if (verdict.few)
        sentences << Texts::tr("With %n held-out frame(s) a difference may be chance.", nullptr,
                               report.heldOut->frames);
    if (verdict.forgets)
        sentences << Texts::tr("On simulated frames the new model does worse: it has forgotten something, and may fail "
                               "on pictures unlike yours.");
    return sentences.join(u'\n');
}

QString noteText(const ComparisonNote& note)
{
    if (note.code == QLatin1String("nothing_held_out"))
        return Texts::tr("The training set holds no embryo out, so there is nothing to measure on but simulated "
                         "frames.");
    if (note.code == QLatin1String("not_exhaustive"))
        return Texts::tr("Not every cell of the real frames is outlined: unlisted ones count as false detections, so "
                         "AP and count are lower than they should be.");
    return note.text;
}

} // namespace blastoscope::ui
