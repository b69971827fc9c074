// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services.h"

#include <QDir>
#include <QStandardPaths>

#include "app/common/program.h"
#include "app/common/user_folders.h"
#include "app/gui/factory_services.h"
#include "core/dataset/dataset_builder.h"
#include "core/dataset/dataset_preview.h"
#include "core/inference/device_choice.h"
#include "core/inference/training_look.h"

namespace blastoscope::gui {

namespace {

QString toQString(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

/// The default first, then every other weight file beside it.
QStringList shippedModels()
{
    QStringList models;
    if (const auto model = common::findShipped(common::kDefaultModel))
        models.append(toQString(*model));
    if (const auto folder = common::findShipped("models")) {
        const QDir dir(toQString(*folder));
        for (const QString& name : dir.entryList({QStringLiteral("*.safetensors")}, QDir::Files, QDir::Name)) {
            if (name != QString::fromStdString(common::kSnapModel.filename().string())
                && !models.contains(dir.filePath(name)))
                models.append(dir.filePath(name));
        }
    }
    return models;
}

/// Beside this program when installed, in the neighbouring folder of a build tree. Where it is missing the place where
/// it should be: whoever starts it says so.
QString trainingProgram()
{
    const std::filesystem::path here = common::programFolder();
    const auto installed = here / "blastoscope-train", built = here.parent_path() / "train" / "blastoscope-train";
    std::error_code error;
    return toQString(!std::filesystem::exists(installed, error) && std::filesystem::exists(built, error) ? built
                                                                                                         : installed);
}

ui::TrainingServices trainingServices()
{
    ui::TrainingServices training;
    training.previewDataset = dataset::previewDataset;
    training.buildDataset = [](const std::vector<dataset::SourceFrame>& frames, const dataset::SplitOptions& split,
                               bool exhaustive, const std::filesystem::path& out,
                               const base::CancellationToken& cancel, const base::ProgressCallback& onProgress) {
        return dataset::buildDataset(frames, {out, split, exhaustive}, cancel, onProgress);
    };
    training.readModelCard = inference::readModelCard;
    training.checkModel = [](const std::filesystem::path& file) -> base::Status {
        const auto loaded = inference::loadSegmenter(file, {.device = inference::DeviceChoice::Cpu});
        return loaded ? base::Status() : tl::unexpected(loaded.error());
    };
    training.chooseDevice = [](inference::DeviceChoice choice) { return inference::chooseDevice(choice, false); };
    training.worker = trainingProgram();
    return training;
}

} // namespace

ui::ShellServices services()
{
    ui::ShellServices services;
    services.loadSegmenter = inference::loadSegmenter;
    services.readModelInfo = inference::readModelInfo;
    services.readLookJudge = inference::readLookJudge;
    services.training = trainingServices();
    services.factory = factoryServices();
    services.factory.chooseDevice = services.training.chooseDevice;
    services.loadShapeSnap = []() -> base::Result<std::unique_ptr<inference::ShapeSnap>> {
        const auto weights = common::findShipped(common::kSnapModel);
        if (!weights)
            return tl::unexpected(weights.error());
        return inference::loadShapeSnap(*weights);
    };
    services.shippedModels = shippedModels();
    if (const auto sample = common::findShipped("resources/sample"))
        services.samplePath = toQString(*sample);
    services.dataFolder = toQString(common::dataFolder());
    services.cacheFolder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/thumbnails");
    return services;
}

} // namespace blastoscope::gui
