// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/measurement_export.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "core/imaging/stack_info_json.h"
#include "core/measure/stack_lineage.h"

namespace blastoscope::ui {

namespace {

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
    record.pixelSizeSource = imaging::knownNameOf(stack.properties().calibrationSource);
    record.timeSource = imaging::knownNameOf(info.timeSource);
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

measure::ExportInfo exportInfoOf(std::span<const OpenStack* const> stacks, const measure::ModelRecord& model)
{
    measure::ExportInfo info;
    info.appVersion = QCoreApplication::applicationVersion().toStdString();
    info.model = model;
    const auto addShared = [&](const char* name, auto valueOf) {
        if (stacks.empty())
            return;
        const std::string value = valueOf(*stacks.front());
        if (!value.empty() &&
            std::all_of(stacks.begin(), stacks.end(), [&](const auto* stack) { return valueOf(*stack) == value; }))
            info.settings[name] = value;
    };
    addShared("insemination", [](const OpenStack& stack) { return nameOf(stack.properties().insemination); });
    addShared("plane", planeNameOf);
    return info;
}

QStringList measurementFilesIn(const QString& folder)
{
    QStringList found;
    for (const char* name : measure::kExportedFiles)
        if (QFileInfo::exists(QDir(folder).filePath(QLatin1String(name))))
            found.append(QLatin1String(name));
    return found;
}

base::Status writeMeasurements(const QString& folder, std::vector<measure::StackRecord> records,
                               const measure::ExportInfo& info, const base::CancellationToken& cancel,
                               const base::ProgressCallback& onProgress)
{
    const auto count = std::int64_t(records.size());
    for (std::int64_t i = 0; i < count; ++i) { // following the cells is the first half of the work
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        onProgress({i, 2 * count, "Following the cells"});
        measure::trackUntracked(records[std::size_t(i)]);
    }
    return measure::exportMeasurements(folder.toStdString(), records, info, cancel,
                                       [&](const base::Progress& progress) {
                                           onProgress({count + progress.done, count + progress.total, progress.what});
                                       });
}

} // namespace blastoscope::ui
