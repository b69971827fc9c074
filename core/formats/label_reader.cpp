// SPDX-License-Identifier: Apache-2.0
#include "core/formats/label_reader.h"

#include <algorithm>
#include <array>

#include "core/formats/label_layers.h"
#include "core/formats/label_masks.h"
#include "core/imaging/label_image.h"

namespace blastoscope::formats {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;

base::Error named(base::Error error, const std::filesystem::path& path)
{
    error.message = path.filename().string() + ": " + error.message;
    return error;
}

/// Adds the objects of a page. A number that the frame has already is the same object.
base::Status addPage(const imaging::LabelImage& page, FrameAnnotation& frame)
{
    auto found = masksOfLabels(page);
    if (!found)
        return tl::unexpected(found.error());
    if (frame.width == 0) {
        frame.width = page.width;
        frame.height = page.height;
    }
    if (frame.width != page.width || frame.height != page.height)
        return base::fail(base::ErrorCode::Corrupt, "The layers have different sizes.");
    const bool isFirst = frame.instances.empty();
    for (auto& [number, mask] : *found) {
        const int id = int(number); // at most 2^24
        if (Instance* known = isFirst ? nullptr : frame.find(id)) {
            known->amodal = masks::united(known->amodal, mask);
            continue;
        }
        Instance instance;
        instance.id = id;
        instance.amodal = std::move(mask);
        instance.origin = annotation::Origin::Imported;
        frame.instances.push_back(std::move(instance));
    }
    return {};
}

ForeignFrame emptyFrame(const std::filesystem::path& path, std::size_t index)
{
    ForeignFrame foreign;
    foreign.file = path.filename().string();
    foreign.frame.fileName = pictureNameOfLabels(path);
    foreign.frame.frameIndex = int(index);
    return foreign;
}

} // namespace

std::string pictureNameOfLabels(const std::filesystem::path& path)
{
    static constexpr std::array kEndings = {"_cp_masks", "_masks", "_mask", "_labels", "_label", "_layers"};
    const std::string stem = path.stem().string();
    for (const std::string ending : kEndings)
        if (stem.size() > ending.size() && stem.ends_with(ending))
            return stem.substr(0, stem.size() - ending.size());
    return stem;
}

base::Result<std::vector<ForeignFrame>> readLabelFile(const std::filesystem::path& path, const ImportContext& context)
{
    const auto file = imaging::LabelFileReader::open(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto layers = parseLayersDescription((*file)->description());
    std::vector<ForeignFrame> frames;
    for (std::size_t i = 0; i < (*file)->pageCount(); ++i) {
        const auto page = (*file)->read(i);
        if (!page)
            return tl::unexpected(page.error());
        if (frames.empty() || !layers)
            frames.push_back(emptyFrame(path, i));
        if (const auto ok = addPage(*page, frames.back().frame.annotation); !ok)
            return tl::unexpected(named(ok.error(), path));
    }
    if (layers) {
        FrameAnnotation& frame = frames.front().frame.annotation;
        std::sort(frame.instances.begin(), frame.instances.end(),
                  [](const Instance& a, const Instance& b) { return a.id < b.id; });
        applyLayersDescription(*layers, frame);
    }
    if (frames.size() > 1)
        context.report.change(path.filename().string(), "Each page was read as a picture of its own.");
    return frames;
}

} // namespace blastoscope::formats
