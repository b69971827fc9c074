// SPDX-License-Identifier: Apache-2.0
#include "core/formats/label_writer.h"

#include <algorithm>

#include "core/formats/label_layers.h"
#include "core/formats/label_masks.h"
#include "core/imaging/label_image.h"

namespace blastoscope::formats {
namespace {

using annotation::FrameAnnotation;

imaging::LabelImage emptyPage(const FrameAnnotation& frame)
{
    return {frame.width, frame.height,
            std::vector<std::uint32_t>(std::size_t(frame.width) * std::size_t(frame.height), 0)};
}

void reportHidden(const FrameAnnotation& frame, const FlatFrame& flat, const std::string& file, ExchangeReport& report)
{
    for (const HiddenPixels& hidden : flat.hidden)
        report.notes.push_back({NoteKind::Dropped, file, frame.instances[hidden.instance].id,
                                frame.instances[hidden.by].id, hidden.pixels,
                                "Pixels where silhouettes overlap belong to the nearer one alone."});
    for (std::size_t i = 0; i < flat.parts.size(); ++i)
        if (flat.parts[i].isEmpty())
            report.drop(file, "Nothing of the silhouette is left.", frame.instances[i].id);
}

} // namespace

base::Status writeLabels(const AnnotatedFrame& frame, const std::filesystem::path& path, LabelFile kind,
                         LabelNumbers numbers, ExchangeReport& report)
{
    const auto& instances = frame.annotation.instances;
    const std::string file = path.filename().string();
    const bool tooHigh = std::any_of(instances.begin(), instances.end(), [](const auto& i) { return i.id > 65535; });
    const bool consecutive = numbers == LabelNumbers::Consecutive || (kind == LabelFile::Png && tooHigh);
    if (consecutive && numbers == LabelNumbers::InstanceIds)
        report.change(file, "The objects are numbered from 1: a PNG cannot hold their ids.");
    const FlatFrame flat = flatten(frame.annotation);
    reportHidden(frame.annotation, flat, file, report);
    imaging::LabelImage page = emptyPage(frame.annotation);
    for (std::size_t i = 0; i < instances.size(); ++i)
        paintLabel(page, flat.parts[i], consecutive ? std::uint32_t(i) + 1 : std::uint32_t(instances[i].id));
    return kind == LabelFile::Png ? imaging::writeLabelPng(path, page) : imaging::writeLabelTiff(path, {&page, 1}, {});
}

base::Status writeLabelLayers(const AnnotatedFrame& frame, const std::filesystem::path& path)
{
    const auto& instances = frame.annotation.instances;
    const std::vector<int> layers = depthLayers(frame.annotation);
    const int highest = layers.empty() ? 0 : *std::max_element(layers.begin(), layers.end());
    std::vector<imaging::LabelImage> pages(std::size_t(highest) + 1, emptyPage(frame.annotation));
    for (std::size_t i = 0; i < instances.size(); ++i)
        paintLabel(pages[std::size_t(layers[i])], instances[i].amodal, std::uint32_t(instances[i].id));
    return imaging::writeLabelTiff(path, pages, describeLayers(frame.annotation));
}

} // namespace blastoscope::formats
