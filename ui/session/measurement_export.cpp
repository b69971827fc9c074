// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/measurement_export.h"

#include <QCoreApplication>

namespace blastoscope::ui {

namespace {

std::string nameOf(imaging::CalibrationSource source)
{
    switch (source) {
    case imaging::CalibrationSource::File: return "file";
    case imaging::CalibrationSource::User: return "user";
    case imaging::CalibrationSource::Preset: return "preset";
    case imaging::CalibrationSource::Unknown: break;
    }
    return {};
}

std::string nameOf(imaging::TimeSource source)
{
    switch (source) {
    case imaging::TimeSource::Table: return "table";
    case imaging::TimeSource::File: return "file";
    case imaging::TimeSource::Overlay: return "overlay";
    case imaging::TimeSource::Nominal: return "nominal";
    case imaging::TimeSource::Unknown: break;
    }
    return {};
}

std::string nameOf(Insemination method)
{
    switch (method) {
    case Insemination::Ivf: return "IVF";
    case Insemination::Icsi: return "ICSI";
    case Insemination::Unknown: break;
    }
    return "unknown";
}

template<typename T>
std::optional<T> entryOf(const std::vector<std::optional<T>>& values, int index)
{
    return std::size_t(index) < values.size() ? values[std::size_t(index)] : std::nullopt;
}

std::string planeNameOf(const OpenStack& stack)
{
    const auto& names = stack.info().planeNames;
    const auto plane = std::size_t(stack.index().plane);
    return plane < names.size() ? names[plane] : std::string();
}

} // namespace

measure::StackRecord recordOf(const OpenStack& stack)
{
    const imaging::StackInfo& info = stack.info();
    measure::StackRecord record;
    record.embryoId = stack.embryoId();
    record.umPerPixel = stack.properties().umPerPixel;
    record.pixelSizeSource = nameOf(stack.properties().calibrationSource);
    record.timeSource = nameOf(info.timeSource);
    record.t0Hours = stack.properties().t0Hours;
    if (stack.properties().insemination != Insemination::Unknown)
        record.insemination = nameOf(stack.properties().insemination);
    record.firstFrameHours = entryOf(info.timeHours, 0);
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        record.frames.push_back({stack.document().frame(time), time, entryOf(info.runNumbers, time),
                                 entryOf(info.timeHours, time), planeNameOf(stack)});
    }
    return record;
}

measure::ExportInfo exportInfoOf(const OpenStack& stack, const measure::ModelRecord& model)
{
    measure::ExportInfo info;
    info.appVersion = QCoreApplication::applicationVersion().toStdString();
    info.model = model;
    info.settings["insemination"] = nameOf(stack.properties().insemination);
    if (const std::string plane = planeNameOf(stack); !plane.empty())
        info.settings["plane"] = plane;
    return info;
}

} // namespace blastoscope::ui
