// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/base/cancellation.h"
#include "core/base/progress.h"
#include "core/dataset/dataset_report.h"
#include "core/dataset/source_frame.h"
#include "core/dataset/split.h"
#include "core/inference/model_shelf.h"
#include "core/inference/segmenter.h"

namespace blastoscope::ui {

/// What the program gives training, so that ui needs no LibTorch. All functions are called on worker threads.
struct TrainingServices {
    std::function<base::Result<dataset::DatasetReport>(const std::vector<dataset::SourceFrame>&,
                                                       const dataset::SplitOptions&)>
        previewDataset;
    /// Frames, split, whether they list every object, target folder.
    std::function<base::Result<dataset::DatasetReport>(
        const std::vector<dataset::SourceFrame>&, const dataset::SplitOptions&, bool exhaustive,
        const std::filesystem::path& out, const base::CancellationToken&, const base::ProgressCallback&)>
        buildDataset;
    inference::CardReader readModelCard;
    /// Loads a weight file wholly and throws it away again: whether it can segment.
    std::function<base::Status(const std::filesystem::path&)> checkModel;
    /// The device that a choice comes down to, with the reason.
    std::function<base::Result<inference::DeviceInfo>(inference::DeviceChoice)> chooseDevice;
    QString worker; ///< the program blastoscope-train
};

} // namespace blastoscope::ui
