// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/dataset_preview.h"

#include <utility>

#include "core/dataset/dataset_checks.h"
#include "core/dataset/usable_frames.h"

namespace blastoscope::dataset {

base::Result<DatasetReport> previewDataset(const std::vector<SourceFrame>& frames, const SplitOptions& split)
{
    DatasetReport report;
    const auto chosen = chooseFrames(frames, split, report);
    if (!chosen)
        return tl::unexpected<base::Error>(chosen.error());
    std::vector<nn::DatasetFrame> content;
    for (std::size_t i = 0; i < chosen->frames.size(); ++i) {
        const formats::AnnotatedFrame& truth = chosen->frames[i]->truth;
        nn::DatasetFrame frame;
        frame.embryo = truth.embryoId;
        frame.validation = chosen->validation[i];
        for (const annotation::Instance& instance : truth.annotation.instances) {
            if (!instance.amodal.isEmpty())
                frame.instances.push_back({instance.classId, instance.amodal, std::nullopt, instance.uncertain});
        }
        content.push_back(std::move(frame));
        FrameRecord record;
        record.source = truth.fileName;
        record.frameIndex = truth.frameIndex;
        record.embryo = truth.embryoId;
        record.validation = chosen->validation[i];
        record.synthetic = chosen->frames[i]->synthetic;
        record.repetition = chosen->frames[i]->repetition;
        report.frames.push_back(std::move(record));
    }
    checkFrames(content, report);
    return report;
}

} // namespace blastoscope::dataset
