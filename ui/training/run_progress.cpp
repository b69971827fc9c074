// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_progress.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::ui {

namespace {

void add(Curve& curve, double step, const QJsonValue& value)
{
    if (!value.isDouble() || !std::isfinite(value.toDouble()))
        return;
    if (curve.empty() || curve.back().step < step)
        curve.push_back({step, value.toDouble()});
}

void forgetAfter(Curve& curve, double step)
{
    std::erase_if(curve, [step](const CurvePoint& point) { return point.step > step; });
}

void begin(RunProgress& progress, const QJsonObject& line)
{
    const double step = line[QLatin1String("step")].toDouble();
    progress.phase = RunPhase::Training;
    for (Curve* curve : {&progress.loss, &progress.heldOutAp, &progress.simulatedAp})
        forgetAfter(*curve, step);
    for (auto* curves : {&progress.parts, &progress.metrics}) {
        for (auto& [name, curve] : *curves)
            forgetAfter(curve, step);
    }
}

void takeStep(RunProgress& progress, const QJsonObject& line)
{
    const double step = line[QLatin1String("step")].toDouble();
    progress.step = int(std::clamp(step, 0.0, 1e9));
    progress.fraction = std::clamp(line[QLatin1String("progress")].toDouble(), 0.0, 1.0);
    progress.seconds = std::max(0.0, line[QLatin1String("seconds")].toDouble());
    add(progress.loss, step, line[QLatin1String("loss")]);
    const QJsonObject parts = line[QLatin1String("losses")].toObject();
    for (auto it = parts.begin(); it != parts.end(); ++it)
        add(progress.parts[it.key()], step, it.value());
}

void takeEvaluation(RunProgress& progress, const QJsonObject& line)
{
    const double step = line[QLatin1String("step")].toDouble();
    const QJsonObject metrics = line[QLatin1String("metrics")].toObject();
    add(progress.heldOutAp, step, metrics[QLatin1String("validation_ap")]);
    add(progress.simulatedAp, step, metrics[QLatin1String("ap")]);
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        if (it.value().isDouble())
            add(progress.metrics[it.key()], step, it.value());
    }
}

} // namespace

void RunProgress::apply(const QJsonObject& line)
{
    const QString event = line[QLatin1String("event")].toString();
    if (event == QLatin1String("paused")) {
        paused = true;
        return;
    }
    if (event == QLatin1String("checkpoint")) // also written while it waits
        return;
    paused = stopped = false;
    failure.clear();
    failureDetail.clear();
    if (event == QLatin1String("stage_started")) {
        begin(*this, line);
    } else if (event == QLatin1String("step")) {
        takeStep(*this, line);
    } else if (event == QLatin1String("evaluation")) {
        takeEvaluation(*this, line);
    } else if (event == QLatin1String("stage_ended") && line[QLatin1String("progress")].toDouble() >= 1) {
        fraction = 1;
        phase = RunPhase::Measuring;
    } else if (event == QLatin1String("comparing")) {
        phase = RunPhase::Comparing;
    } else if (event == QLatin1String("finished")) {
        phase = RunPhase::Done;
    } else if (event == QLatin1String("stopped")) {
        stopped = true;
    } else if (event == QLatin1String("failed")) {
        failure = line[QLatin1String("message")].toString();
        failureDetail = line[QLatin1String("detail")].toString();
    }
}

std::optional<double> RunProgress::secondsLeft() const
{
    constexpr double kEnough = 0.01; // of the budget
    if (phase != RunPhase::Training || fraction < kEnough)
        return std::nullopt;
    return seconds / fraction * (1 - fraction);
}

std::optional<double> RunProgress::latestAp() const
{
    const Curve& curve = heldOutAp.empty() ? simulatedAp : heldOutAp;
    return curve.empty() ? std::nullopt : std::optional(curve.back().value);
}

} // namespace blastoscope::ui
