// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services.h"

#include <QDir>
#include <QStandardPaths>

#include "app/common/program.h"
#include "app/common/user_folders.h"

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

} // namespace

ui::ShellServices services()
{
    ui::ShellServices services;
    services.loadSegmenter = inference::loadSegmenter;
    services.readModelInfo = inference::readModelInfo;
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
