// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/dataset_summary.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/session/object_words.h"

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::DatasetSummary)
};

constexpr qint64 kLargest = 64 * 1024 * 1024;

DatasetSide sideOf(const QJsonObject& counts, const char* name)
{
    const QJsonObject side = counts[QLatin1String(name)].toObject();
    return {side[QLatin1String("frames")].toInt(), side[QLatin1String("embryos")].toInt(),
            side[QLatin1String("blastomere")].toInt(), side[QLatin1String("uncertain")].toInt()};
}

QString sideText(const QString& pattern, const DatasetSide& side, const std::string& ownName)
{
    QString text = pattern.arg(
        Texts::tr("%n frame(s)", nullptr, side.frames), Texts::tr("%n embryo(s)", nullptr, side.embryos),
        ownName.empty() ? Texts::tr("%n blastomere(s)", nullptr, side.counted) : countOfObjects(ownName, side.counted));
    if (side.uncertain > 0)
        text += Texts::tr(" (%n uncertain object(s) are neither learned nor scored)", nullptr, side.uncertain);
    return text;
}

} // namespace

base::Result<DatasetSummary> readDatasetSummary(const QString& folder)
{
    const QDir dir(folder);
    QFile file(dir.filePath(QStringLiteral("dataset.json")));
    const QString shown = QDir::toNativeSeparators(folder);
    if (!dir.exists(QStringLiteral("data.safetensors")) || !file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound,
                          Texts::tr("There is no training set in %1. Choose a folder that “Build training set” made.")
                              .arg(shown)
                              .toStdString());
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargest)).object();
    if (object[QLatin1String("format")].toString() != QLatin1String("blastoscope-dataset-1"))
        return base::fail(base::ErrorCode::Corrupt,
                          Texts::tr("The description of the training set in %1 is damaged or of another version.")
                              .arg(shown)
                              .toStdString());
    DatasetSummary summary;
    summary.folder = dir.absolutePath();
    summary.name = dir.dirName();
    summary.ownName = object[QLatin1String("own_name")].toString().toStdString();
    const QJsonObject counts = object[QLatin1String("counts")].toObject();
    summary.train = sideOf(counts, "train");
    summary.heldOut = sideOf(counts, "validation");
    const QJsonArray warnings = object[QLatin1String("warnings")].toArray();
    for (const QJsonValue& warning : warnings)
        summary.warnings << warning.toString();
    return summary;
}

QString splitText(const DatasetSide& train, const DatasetSide& heldOut, const std::string& ownName)
{
    return sideText(Texts::tr("To learn from: %1, %2, %3"), train, ownName) + u'\n' +
           sideText(Texts::tr("Held out: %1, %2, %3"), heldOut, ownName);
}

std::vector<DatasetSummary> findDatasets(const QString& parent, const base::CancellationToken& cancel)
{
    std::vector<DatasetSummary> found;
    const QDir dir(parent);
    const QStringList names = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    for (const QString& name : names) {
        if (cancel.isCancelled())
            break;
        if (auto summary = readDatasetSummary(dir.filePath(name)))
            found.push_back(std::move(*summary));
    }
    return found;
}

} // namespace blastoscope::ui
