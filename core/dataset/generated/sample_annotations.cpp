// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/generated/sample_annotations.h"

#include <map>
#include <string>

#include "core/annotation/persons_work.h"
#include "core/annotation/semantic_labels.h"
#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"

namespace blastoscope::dataset {

base::Result<std::vector<SampleLabels>> labelsFromAnnotations(const SampleList& list,
                                                              const std::filesystem::path& annotations)
{
    const auto coco = formats::readCocoDataset(annotations);
    if (!coco)
        return tl::unexpected(coco.error());
    const auto frames = formats::fromCoco(*coco);
    if (!frames)
        return tl::unexpected(frames.error());
    std::map<std::string, std::int64_t> indexOf;
    for (const SampleEntry& entry : list.samples)
        indexOf[entry.file] = entry.index;
    std::vector<SampleLabels> all;
    for (const formats::AnnotatedFrame& frame : *frames) {
        const auto sample = indexOf.find(std::filesystem::path(frame.fileName).filename().string());
        if (annotation::isReviewed(frame.annotation.review) && sample != indexOf.end())
            all.push_back({sample->second, annotation::semanticLabels(frame.annotation)});
    }
    return all;
}

} // namespace blastoscope::dataset
