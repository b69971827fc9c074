// SPDX-License-Identifier: Apache-2.0
#include "core/formats/registry.h"

#include <algorithm>
#include <array>

namespace blastoscope::formats {
namespace {

using enum AnnotationFormat;

constexpr std::array kFormats = {
    FormatInfo{.format = Coco,
               .id = "coco",
               .name = "COCO",
               .ending = ".json",
               .keepsOrder = true,
               .keepsVisible = true,
               .keepsScore = true,
               .keepsTracks = true,
               .keepsUncertain = true,
               .keepsReview = true,
               .isOneFile = true},
    FormatInfo{.format = CocoPolygons,
               .id = "coco-polygons",
               .name = "COCO, outlines",
               .ending = ".json",
               .keepsOrder = true,
               .keepsVisible = true,
               .keepsScore = true,
               .keepsTracks = true,
               .keepsUncertain = true,
               .keepsReview = true,
               .isOneFile = true},
    FormatInfo{.format = Labelme,
               .id = "labelme",
               .name = "labelme, X-AnyLabeling",
               .ending = ".json",
               .keepsScore = true,
               .keepsUncertain = true},
    FormatInfo{.format = LabelTiff,
               .id = "label-tiff",
               .name = "Label image (TIFF)",
               .ending = "_labels.tif",
               .keepsClass = false},
    FormatInfo{.format = LabelPng,
               .id = "label-png",
               .name = "Label image (PNG)",
               .ending = "_labels.png",
               .keepsClass = false},
    FormatInfo{.format = LabelLayers,
               .id = "label-layers",
               .name = "Label image, one page per depth layer (TIFF)",
               .ending = "_layers.tif",
               .keepsOrder = true},
    FormatInfo{.format = Cellpose,
               .id = "cellpose",
               .name = "Cellpose masks (TIFF)",
               .ending = "_cp_masks.tif",
               .keepsClass = false},
    FormatInfo{.format = CellposePng,
               .id = "cellpose-png",
               .name = "Cellpose masks (PNG)",
               .ending = "_cp_masks.png",
               .keepsClass = false},
    FormatInfo{.format = Cocoa,
               .id = "cocoa",
               .name = "COCOA",
               .ending = ".json",
               .canWrite = false,
               .keepsOrder = true,
               .keepsVisible = true,
               .isOneFile = true},
    FormatInfo{.format = Kins,
               .id = "kins",
               .name = "KINS",
               .ending = ".json",
               .keepsOrder = true,
               .keepsVisible = true,
               .isOneFile = true},
};

} // namespace

std::span<const FormatInfo> annotationFormats()
{
    return kFormats;
}

const FormatInfo& infoOf(AnnotationFormat format)
{
    return *std::find_if(kFormats.begin(), kFormats.end(),
                         [format](const auto& info) { return info.format == format; });
}

std::optional<AnnotationFormat> formatNamed(std::string_view id)
{
    const auto it = std::find_if(kFormats.begin(), kFormats.end(), [id](const auto& info) { return info.id == id; });
    return it == kFormats.end() ? std::nullopt : std::optional(it->format);
}

} // namespace blastoscope::formats
