// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::formats {

/// Two annotations of one image; `nearer` covers `farther` where they overlap. Written as [nearer, farther].
struct CocoOrder {
    std::int64_t nearer = 0;
    std::int64_t farther = 0;
    bool operator==(const CocoOrder&) const = default;
};

/// One picture. Everything from `umPerPixel` on is an addition of ours, written only when known; other programs ignore
/// it.
struct CocoImage {
    std::int64_t id = 0;
    std::string fileName; ///< relative to the folder of pictures
    int width = 0;
    int height = 0;
    std::optional<double> umPerPixel; ///< "um_per_px"
    std::optional<double> timeHours;  ///< "time_hours", on the stack's own time axis
    std::optional<double> t0Hours;    ///< "t0_hours": insemination on that axis; 0 when times are hpi
    std::string timeSource;           ///< "time_source": "table", "file", "overlay", "nominal" or empty
    std::string embryoId;             ///< "embryo_id"
    std::optional<int> frameIndex;    ///< "frame_index", from 0
    std::string sha256;               ///< of the picture's file
    std::vector<CocoOrder> order;     ///< "order": pairs of annotation ids
    std::string review;               ///< "review": "accepted", "corrected", "rejected" or empty
    std::vector<std::string> qcFlags; ///< "qc_flags"
    std::vector<base::Box> embryoBoxes; ///< "embryo_boxes" [x, y, w, h]: whole embryos with their zona
    bool segmented = false;           ///< "segmented": a model ran on it
    std::string labelme;              ///< "labelme": see AnnotatedFrame::labelme
};

/// One object. `segmentation` is the whole (amodal) silhouette. From `visibleMask` on additions of ours.
struct CocoAnnotation {
    std::int64_t id = 0;
    std::int64_t imageId = 0;
    int categoryId = 1;
    std::optional<masks::RleMask> segmentation; ///< absent in files that only hold boxes
    base::Box box;
    double area = 0;
    bool isCrowd = false;
    std::optional<masks::RleMask> visibleMask; ///< "visible_mask", as in COCOA-cls and D2SA
    bool visibleDerived = false;               ///< "visible_derived": follows from "order"
    std::optional<double> score;
    std::optional<int> instanceId; ///< "instance_id": constant while a frame is edited
    std::optional<int> trackId;    ///< "track_id"
    std::string origin;            ///< "origin": "model", "edited", "drawn", "imported", "snapped" or empty
    std::string modelSha256;       ///< "model_sha256"
    bool locked = false;
    std::string labelme; ///< "labelme": see AnnotatedFrame::labelmeShapes
};

/// A COCO instance file. Ids of images and annotations are unique; every annotation belongs to one of the images and to
/// one of the categories.
struct CocoDataset {
    std::string description;
    std::vector<CocoImage> images;
    std::vector<CocoAnnotation> annotations;
    std::map<int, std::string> categories; ///< id to name
    std::set<int> ownNames; ///< categories that count as blastomeres do under a name of their own; "own_name": true

    /// Null when there is no such image.
    const CocoImage* findImage(std::int64_t id) const;
};

/// One line of a result list.
struct CocoResult {
    std::int64_t imageId = 0;
    int categoryId = 1;
    double score = 0;
    std::optional<masks::RleMask> segmentation;
    std::optional<base::Box> box;
};

/// An annotation that could not be taken over as it is.
struct CocoProblem {
    std::int64_t annotationId = 0; ///< 0 where the file gives none
    std::int64_t imageId = 0;
    std::string text;    ///< a sentence without the name of the file
    bool dropped = true; ///< else it was changed
};

/// Reads a COCO instance file: polygons, RLE with plain or compressed counts, with or without masks. Masks come out on
/// the canvas of their image. Fails with Corrupt when something contradicts itself; the message names the file and the
/// annotation or image.
base::Result<CocoDataset> readCocoDataset(const std::filesystem::path& path);
base::Result<CocoDataset> parseCocoDataset(const std::string& text, const std::string& fileName);
/// The same, but leaves out annotations (and depth relations to them) that contradict themselves and lists them;
/// also lists outlines that cross themselves, which are filled by the even-odd rule.
base::Result<CocoDataset> parseCocoDataset(const std::string& text, const std::string& fileName,
                                           std::vector<CocoProblem>& problems);

/// Reads a result list; its images must be among those of `dataset`, which gives their sizes.
base::Result<std::vector<CocoResult>> readCocoResults(const std::filesystem::path& path, const CocoDataset& dataset);
base::Result<std::vector<CocoResult>> parseCocoResults(const std::string& text, const std::string& fileName,
                                                       const CocoDataset& dataset);

/// How silhouettes are written.
enum class MaskForm {
    CompressedRle, ///< lossless and short; also for objects that are no crowd
    Polygons,      ///< outlines along pixel edges for programs without RLE; holes are lost, crowds stay RLE
};

/// Same content, same bytes.
std::string toCocoText(const CocoDataset& dataset, MaskForm form = MaskForm::CompressedRle);
std::string toCocoText(const std::vector<CocoResult>& results);
base::Status writeCocoDataset(const CocoDataset& dataset, const std::filesystem::path& path,
                              MaskForm form = MaskForm::CompressedRle);
base::Status writeCocoResults(const std::vector<CocoResult>& results, const std::filesystem::path& path);

} // namespace blastoscope::formats
