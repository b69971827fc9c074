// SPDX-License-Identifier: Apache-2.0
#include "app/cli/stack_export.h"

#include <cstdio>

#include "app/cli/category_map.h"
#include "app/cli/listed_images.h"
#include "app/common/program.h"
#include "core/imaging/stack_info_json.h"
#include "core/tracking/tracker.h"

namespace blastoscope::cli {
namespace {

template<typename T>
std::optional<T> valueAt(const std::vector<std::optional<T>>& values, int index)
{
    return std::size_t(index) < values.size() ? values[std::size_t(index)] : std::nullopt;
}

measure::StackRecord describe(const imaging::StackInfo& info, const StackProperties& properties)
{
    measure::StackRecord record;
    record.embryoId = properties.embryoId;
    record.umPerPixel = properties.umPerPixel ? properties.umPerPixel : info.umPerPixel;
    record.pixelSizeSource = properties.umPerPixel ? "user" : imaging::knownNameOf(info.calibrationSource);
    record.timeSource = imaging::knownNameOf(info.timeSource);
    record.t0Hours = properties.t0Hours;
    record.firstFrameHours = valueAt(info.timeHours, 0);
    return record;
}

void trackCells(std::vector<SegmentedPicture>& pictures)
{
    std::vector<annotation::FrameAnnotation*> frames;
    for (SegmentedPicture& picture : pictures)
        if (picture.annotation.segmented)
            frames.push_back(&picture.annotation);
    if (frames.size() > 1)
        tracking::trackAnnotations(frames);
}

} // namespace

std::string frameLabel(const std::string& embryoId, int time)
{
    char digits[16];
    std::snprintf(digits, sizeof digits, "/%05d", time);
    return embryoId + digits;
}

StackExport::StackExport(inference::ModelInfo model) : m_model(std::move(model)) {}

void StackExport::add(const imaging::ImageStack& stack, std::vector<SegmentedPicture> pictures,
                      const StackProperties& properties)
{
    trackCells(pictures);
    const imaging::StackInfo& info = stack.info();
    measure::StackRecord record = describe(info, properties);
    // The results are written in the categories of annotations.json.
    const formats::CocoDataset categories = inCategoriesOf(m_model, formats::toCoco({}));
    for (SegmentedPicture& picture : pictures) {
        const int time = picture.index.time;
        formats::AnnotatedFrame frame;
        frame.fileName = properties.keepNames ? stack.frameName(picture.index) : frameLabel(properties.embryoId, time);
        frame.frameIndex = time;
        frame.umPerPixel = record.umPerPixel;
        frame.timeHours = valueAt(info.timeHours, time);
        frame.t0Hours = properties.t0Hours;
        frame.timeSource = record.timeSource;
        frame.embryoId = properties.embryoId;
        frame.annotation = picture.annotation;
        m_frames.push_back(std::move(frame));
        appendResults(picture.found, m_model, std::int64_t(m_frames.size()), categories, m_results);

        measure::StackFrame measured;
        measured.annotation = std::move(picture.annotation);
        measured.frameIndex = time;
        measured.runNumber = valueAt(info.runNumbers, time);
        measured.timeHours = valueAt(info.timeHours, time);
        if (info.planes > 1 && std::size_t(picture.index.plane) < info.planeNames.size())
            measured.focalPlane = info.planeNames[std::size_t(picture.index.plane)];
        record.frames.push_back(std::move(measured));
    }
    m_stacks.push_back(std::move(record));
}

base::Status StackExport::write(const std::filesystem::path& folder, std::map<std::string, std::string> settings,
                                std::vector<std::filesystem::path> otherFiles, int sustainedFrames) const
{
    if (const auto ok =
            formats::writeCocoDataset(inCategoriesOf(m_model, formats::toCoco(m_frames)), folder / "annotations.json");
        !ok)
        return ok;
    if (const auto ok = formats::writeCocoResults(m_results, folder / "results.json"); !ok)
        return ok;
    measure::ExportInfo info;
    info.appVersion = common::version();
    info.model = {m_model.name, m_model.version, m_model.sha256, m_model.licence};
    info.settings = std::move(settings);
    info.sustainedFrames = sustainedFrames;
    info.otherFiles = {"annotations.json", "results.json"};
    info.otherFiles.insert(info.otherFiles.end(), otherFiles.begin(), otherFiles.end());
    return measure::exportMeasurements(folder, m_stacks, info);
}

} // namespace blastoscope::cli
