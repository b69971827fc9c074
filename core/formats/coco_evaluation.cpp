// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_evaluation.h"

#include <unordered_map>

namespace blastoscope::formats {

using evaluation::EvaluationImage;
using evaluation::IouKind;

base::Result<std::vector<EvaluationImage>> toEvaluationImages(const CocoDataset& truth,
                                                              const std::vector<CocoResult>& results, IouKind kind)
{
    std::vector<EvaluationImage> images;
    std::unordered_map<std::int64_t, std::size_t> indexOf;
    for (const CocoImage& image : truth.images) {
        indexOf.emplace(image.id, images.size());
        images.push_back({image.id, {}, {}});
    }
    const bool masks = kind == IouKind::Segmentation;
    for (const CocoAnnotation& annotation : truth.annotations) {
        if (masks && !annotation.segmentation)
            return base::fail(base::ErrorCode::InvalidArgument, "Annotation " + std::to_string(annotation.id) +
                                                                    " of the ground truth has no mask. Compare boxes "
                                                                    "instead.");
        evaluation::GroundTruth g;
        g.categoryId = annotation.categoryId;
        g.box = annotation.box;
        g.area = annotation.area;
        g.isCrowd = annotation.isCrowd;
        if (masks)
            g.mask = *annotation.segmentation;
        images[indexOf.at(annotation.imageId)].groundTruths.push_back(std::move(g));
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        const CocoResult& result = results[i];
        const auto image = indexOf.find(result.imageId);
        if (image == indexOf.end() || (masks && !result.segmentation))
            return base::fail(base::ErrorCode::InvalidArgument,
                              "Result " + std::to_string(i + 1) +
                                  (masks && !result.segmentation ? " has no mask. Compare boxes instead."
                                                                 : " belongs to an image without ground truth."));
        evaluation::Detection d;
        d.categoryId = result.categoryId;
        d.score = result.score;
        d.box = result.box ? *result.box : result.segmentation ? result.segmentation->boundingBox() : base::Box{};
        if (masks)
            d.mask = *result.segmentation;
        images[image->second].detections.push_back(std::move(d));
    }
    return images;
}

} // namespace blastoscope::formats
