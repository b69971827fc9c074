// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QJsonObject>
#include <QString>

namespace blastoscope::ui {

/// What a run is busy with.
enum class RunPhase { Preparing, Training, Measuring, Comparing, Done };

struct CurvePoint {
    double step = 0;
    double value = 0;
    bool operator==(const CurvePoint&) const = default;
};
using Curve = std::vector<CurvePoint>; ///< by rising step

/// What the diary of a run (progress.jsonl) says so far.
struct RunProgress {
    RunPhase phase = RunPhase::Preparing;
    double fraction = 0; ///< of the budget of steps or minutes, [0, 1]
    double seconds = 0;  ///< of training; pauses don't count
    int step = 0;
    bool paused = false;
    bool stopped = false; ///< on request; it can go on
    QString failure;      ///< why it ended; empty: it didn't fail
    QString failureDetail;

    Curve loss;                     ///< all losses together
    std::map<QString, Curve> parts; ///< by the name of the loss
    Curve heldOutAp;                ///< on held-out real frames; empty when none are held out
    Curve simulatedAp;
    std::map<QString, Curve> metrics; ///< by name, every number that evaluations measured

    /// Takes in one line. Lines and members that mean nothing here are ignored; after a run was taken up again at an
    /// earlier step the points beyond it are forgotten.
    void apply(const QJsonObject& line);

    /// Of training, not of measuring afterwards; nothing before there is something to judge by.
    std::optional<double> secondsLeft() const;
    /// The latest value on held-out frames, or on simulated ones when none are held out.
    std::optional<double> latestAp() const;
};

} // namespace blastoscope::ui
