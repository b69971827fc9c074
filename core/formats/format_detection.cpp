// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/formats/cellpose_reader.h"
#include "core/formats/json_reader.h"
#include "core/formats/label_layers.h"
#include "core/formats/registry.h"
#include "core/imaging/file_signature.h"
#include "core/imaging/label_image.h"

namespace blastoscope::formats {
namespace {

using nlohmann::json;

bool anyHas(const json& list, const char* key)
{
    return list.is_array() &&
           std::any_of(list.begin(), list.end(), [key](const json& e) { return e.is_object() && e.contains(key); });
}

std::optional<AnnotationFormat> formatOfJson(const json& document)
{
    if (!document.is_object())
        return std::nullopt;
    if (document.contains("shapes") && document["shapes"].is_array())
        return AnnotationFormat::Labelme;
    const auto annotations = document.find("annotations");
    if (annotations == document.end() || !annotations->is_array())
        return std::nullopt;
    if (anyHas(*annotations, "regions"))
        return AnnotationFormat::Cocoa;
    if (anyHas(*annotations, "a_segm") || anyHas(*annotations, "inmodal_seg"))
        return AnnotationFormat::Kins;
    return document.contains("images") ? std::optional(AnnotationFormat::Coco) : std::nullopt;
}

base::Result<AnnotationFormat> formatOfImage(const std::filesystem::path& path, const imaging::FileSignature& signature)
{
    const bool isTiff = signature.kind == imaging::FileKind::Tiff;
    if (isCellposeName(path))
        return isTiff ? AnnotationFormat::Cellpose : AnnotationFormat::CellposePng;
    if (!isTiff)
        return AnnotationFormat::LabelPng;
    const auto file = imaging::LabelFileReader::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return parseLayersDescription((*file)->description()) ? AnnotationFormat::LabelLayers : AnnotationFormat::LabelTiff;
}

} // namespace

base::Result<AnnotationFormat> formatOf(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    if (base::toLower(name).ends_with("_seg.npy"))
        return AnnotationFormat::Cellpose; // its reader says why it is not opened
    if (base::toLower(path.extension().string()) == ".json") {
        const auto text = base::readTextFile(path);
        if (!text)
            return tl::unexpected(text.error());
        const auto document = parseJson(*text, name);
        if (!document)
            return tl::unexpected(document.error());
        if (const auto format = formatOfJson(*document))
            return *format;
        return base::fail(base::ErrorCode::Unsupported,
                          "\"" + name + "\" is JSON, but neither COCO, COCOA, KINS nor labelme.");
    }
    const auto signature = imaging::readSignature(path);
    if (!signature)
        return tl::unexpected(signature.error());
    if (signature->kind == imaging::FileKind::Tiff || signature->name == "PNG")
        return formatOfImage(path, *signature);
    return base::fail(base::ErrorCode::Unsupported,
                      "\"" + name +
                          "\" is no annotation file. Known are COCO, COCOA, KINS and labelme (.json) and label "
                          "images (.tif, .png).");
}

} // namespace blastoscope::formats
