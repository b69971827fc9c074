// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "core/annotation/object_names.h"
#include "core/base/file_io.h"
#include "core/base/object_class.h"
#include "core/formats/cellpose_writer.h"
#include "core/formats/coco_annotation.h"
#include "core/formats/export_names.h"
#include "core/formats/kins_writer.h"
#include "core/formats/label_writer.h"
#include "core/formats/labelme_writer.h"
#include "core/formats/registry.h"
#include "core/masks/contour.h"

namespace blastoscope::formats {
namespace {

namespace fs = std::filesystem;
using annotation::Instance;
using base::ErrorCode;
using base::fail;

constexpr const char* kOneFileName = "annotations.json";

std::string counted(std::int64_t count, const std::string& what)
{
    return "The format has no place for " + what + "; " + std::to_string(count) + " are left out.";
}

/// What the format has no place for at all, one note for each kind.
void reportMissingPlaces(const std::vector<AnnotatedFrame>& frames, const FormatInfo& info, ExchangeReport& report)
{
    using annotation::ReviewState;
    std::int64_t relations = 0, visible = 0, scores = 0, classes = 0, names = 0, tracks = 0;
    std::int64_t uncertain = 0, reviews = 0, flags = 0;
    for (const AnnotatedFrame& frame : frames) {
        relations += std::int64_t(frame.annotation.order.size());
        flags += std::int64_t(frame.annotation.qcFlags.size());
        const ReviewState review = frame.annotation.review;
        // "checked" in labelme files is accepted or corrected.
        reviews += info.format == AnnotationFormat::Labelme ? review == ReviewState::Rejected
                                                            : review != ReviewState::ToDo;
        for (const Instance& instance : frame.annotation.instances) {
            visible += instance.visible.has_value();
            scores += instance.score.has_value();
            classes += instance.classId != int(base::ObjectClass::Blastomere);
            names += !annotation::ownNameOf(instance).empty();
            tracks += instance.trackId.has_value();
            uncertain += instance.uncertain;
        }
    }
    if (!info.keepsOrder && relations > 0)
        report.drop({}, counted(relations, "depth relations"));
    if (!info.keepsVisible && visible > 0)
        report.drop({}, counted(visible, "visible parts"));
    if (!info.keepsScore && scores > 0)
        report.drop({}, counted(scores, "confidences"));
    if (!info.keepsClass && classes > 0)
        report.change({}, "The format has no place for classes; " + std::to_string(classes) +
                              " fragments or polar bodies are among the objects.");
    if (!info.keepsClass && names > 0)
        report.change({}, "The format has no place for what objects are called; " + std::to_string(names) +
                              " lose their names.");
    if (!info.keepsTracks && tracks > 0)
        report.drop({}, counted(tracks, "track ids"));
    if (!info.keepsUncertain && uncertain > 0)
        report.change({}, "The format cannot say that objects are uncertain; " + std::to_string(uncertain) +
                              " look like any other.");
    if (!info.keepsReview && reviews > 0)
        report.drop({}, counted(reviews, info.format == AnnotationFormat::Labelme ? "the review state \"rejected\""
                                                                                  : "review states"));
    if (!info.keepsReview && flags > 0)
        report.drop({}, counted(flags, "quality flags"));
}

std::int64_t pixelsInHoles(const masks::RleMask& mask)
{
    std::vector<masks::Polygon> outer;
    for (masks::Outline& outline : masks::traceOutlines(mask))
        if (!outline.isHole)
            outer.push_back(std::move(outline.points));
    const auto filled = masks::fromPolygons(outer, mask.width(), mask.height());
    return filled ? filled->area() - mask.area() : 0;
}

/// Uncertain instances stay run lengths.
void reportFilledHoles(const std::vector<AnnotatedFrame>& frames, ExchangeReport& report)
{
    for (const AnnotatedFrame& frame : frames)
        for (const Instance& instance : frame.annotation.instances)
            if (const auto filled = instance.uncertain ? 0 : pixelsInHoles(instance.amodal); filled > 0)
                report.notes.push_back({NoteKind::Changed,
                                        frame.fileName,
                                        instance.id,
                                        {},
                                        filled,
                                        "Outlines cannot hold holes, which are filled."});
}

base::Status writeOne(const AnnotatedFrame& frame, const fs::path& path, AnnotationFormat format,
                      ExchangeReport& report)
{
    switch (format) {
    case AnnotationFormat::Labelme: return writeLabelme(frame, path, report);
    case AnnotationFormat::LabelTiff:
        return writeLabels(frame, path, LabelFile::Tiff, LabelNumbers::InstanceIds, report);
    case AnnotationFormat::LabelPng: return writeLabels(frame, path, LabelFile::Png, LabelNumbers::InstanceIds, report);
    case AnnotationFormat::LabelLayers: return writeLabelLayers(frame, path);
    case AnnotationFormat::Cellpose: return writeCellpose(frame, path, LabelFile::Tiff, report);
    case AnnotationFormat::CellposePng: return writeCellpose(frame, path, LabelFile::Png, report);
    default: return fail(ErrorCode::InvalidArgument, "Files of this format are only read.");
    }
}

/// All frames in one file.
base::Status writeAll(const std::vector<AnnotatedFrame>& frames, const fs::path& path, AnnotationFormat format,
                      ExchangeReport& report)
{
    if (format == AnnotationFormat::Kins)
        return writeKins(frames, path, report);
    const bool asPolygons = format == AnnotationFormat::CocoPolygons;
    if (asPolygons)
        reportFilledHoles(frames, report);
    return writeCocoDataset(toCoco(frames), path, asPolygons ? MaskForm::Polygons : MaskForm::CompressedRle);
}

base::Status writeEach(const std::vector<AnnotatedFrame>& frames, const FormatInfo& info, const fs::path& folder,
                       const ExportOptions& options, ExchangeReport& report)
{
    const std::vector<std::string> paths = exportPaths(frames);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (options.cancel.isCancelled())
            return fail(ErrorCode::Cancelled, "The export was cancelled.");
        if (options.onProgress)
            options.onProgress({std::int64_t(i) + 1, std::int64_t(frames.size()), "Writing annotations"});
        const fs::path file = paths[i] + std::string(info.ending);
        if (const auto ok = base::makeFolder((folder / file).parent_path()); !ok)
            return ok;
        if (const auto ok = writeOne(frames[i], folder / file, info.format, report); !ok)
            return ok;
        report.files.push_back(file);
    }
    return {};
}

} // namespace

base::Result<ExchangeReport> writeAnnotations(std::vector<AnnotatedFrame> frames, AnnotationFormat format,
                                              const fs::path& folder, const ExportOptions& options)
{
    const FormatInfo& info = infoOf(format);
    if (!info.canWrite)
        return fail(ErrorCode::InvalidArgument, std::string(info.name) + " files are only read.");
    ExchangeReport report;
    report.frames = int(frames.size());
    for (const AnnotatedFrame& frame : frames)
        report.instances += int(frame.annotation.instances.size());
    if (!options.keepNames)
        stripIdentifiers(frames, options, report);
    reportMissingPlaces(frames, info, report);
    if (const auto ok = base::makeFolder(folder); !ok)
        return tl::unexpected(ok.error());
    if (!info.isOneFile) {
        if (const auto ok = writeEach(frames, info, folder, options, report); !ok)
            return tl::unexpected(ok.error());
        return report;
    }
    if (const auto ok = writeAll(frames, folder / kOneFileName, format, report); !ok)
        return tl::unexpected(ok.error());
    report.files.emplace_back(kOneFileName);
    return report;
}

} // namespace blastoscope::formats
