// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_status_text.h"

#include <cmath>

#include <QCoreApplication>

#include "ui/training/training_run.h"

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::RunStatus)
};

QString timeLeft(double seconds)
{
    constexpr double kMinute = 60;
    if (seconds < kMinute)
        return Texts::tr("less than a minute left");
    return Texts::tr("about %n minute(s) left", nullptr, int(std::lround(seconds / kMinute)));
}

QString whileRunning(const RunProgress& progress)
{
    switch (progress.phase) {
    case RunPhase::Preparing: return Texts::tr("getting ready");
    case RunPhase::Measuring: return Texts::tr("measuring the new model");
    case RunPhase::Comparing: return Texts::tr("comparing it with the old one");
    case RunPhase::Training:
    case RunPhase::Done: break;
    }
    const auto left = progress.secondsLeft();
    return Texts::tr("step %1").arg(progress.step) + (left ? QStringLiteral(", ") + timeLeft(*left) : QString());
}

} // namespace

QString runStatusText(const TrainingRun& run)
{
    const QString state = stateName(run.state());
    if (run.state() == RunState::Running)
        return QStringLiteral("%1: %2").arg(state, whileRunning(run.progress()));
    if (run.progress().step > 0 && run.state() != RunState::Finished)
        return QStringLiteral("%1: %2").arg(state, Texts::tr("step %1").arg(run.progress().step));
    return state;
}

} // namespace blastoscope::ui
