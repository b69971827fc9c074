// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include <QString>
#include <QStringList>

#include "core/base/error.h"
#include "core/inference/segmenter.h"
#include "core/inference/shape_snap.h"
#include "core/inference/training_look.h"
#include "ui/factory/factory_services.h"
#include "ui/training/training_services.h"

namespace blastoscope::ui {

/// What the program gives the window, so that ui needs neither LibTorch nor a fixed place for its files.
struct ShellServices {
    /// On a worker thread.
    std::function<base::Result<std::unique_ptr<inference::Segmenter>>(const std::filesystem::path& weights,
                                                                      const inference::SegmenterOptions& options)>
        loadSegmenter;
    /// Reads the header of a weight file. On a worker thread.
    std::function<base::Result<inference::ModelInfo>(const std::filesystem::path& weights)> readModelInfo;
    /// Judges whether a picture looks like those that the model of a weight file was trained on. On a worker thread.
    std::function<base::Result<inference::LookJudge>(const std::filesystem::path& weights)> readLookJudge;
    TrainingServices training;
    FactoryServices factory;
    /// The model that mends outlines. On a worker thread; may be empty.
    std::function<base::Result<std::unique_ptr<inference::ShapeSnap>>()> loadShapeSnap;
    QStringList shippedModels; ///< weight files, the default first
    QString samplePath;        ///< the bundled time-lapse; empty when it is not installed
    QString dataFolder;        ///< copies of unsaved work, ids of embryos, training sets, runs, labelling factories
    QString cacheFolder;       ///< small pictures of recent stacks
};

} // namespace blastoscope::ui
