// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include "core/base/file_io.h"

namespace blastoscope::ui {

namespace {

constexpr qint64 kLongest = 1024 * 1024;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::RunSettings)
};

QJsonObject objectIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(kLongest)).object() : QJsonObject();
}

QJsonObject recipeIn(const QString& folder)
{
    const QJsonObject written = objectIn(QDir(folder).filePath(QLatin1String(kWrittenRecipeFile)));
    return written.isEmpty() ? objectIn(QDir(folder).filePath(QStringLiteral("recipe.json"))) : written;
}

dataset::FineTuning tuningOf(const QJsonObject& recipe)
{
    dataset::FineTuning tuning;
    const QJsonObject detector = recipe[QLatin1String("detector")].toObject();
    const QJsonObject mixing = recipe[QLatin1String("fine_tuning")].toObject();
    const auto number = [](const QJsonValue& value) {
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    };
    tuning.minutes = number(detector[QLatin1String("minutes")]);
    if (const auto steps = number(detector[QLatin1String("steps")]))
        tuning.steps = int(*steps);
    tuning.learningRate = number(detector[QLatin1String("learning_rate")]);
    tuning.simulatedShare = number(mixing[QLatin1String("simulated_share")]);
    for (const QJsonValue& part : mixing[QLatin1String("freeze")].toArray())
        tuning.freeze.push_back(part.toString().toStdString());
    return tuning;
}

std::string recipeText(const RunSettings& settings)
{
    if (!settings.recipe.isEmpty())
        return settings.recipe.toStdString();
    dataset::FineTuning tuning = settings.tuning;
    tuning.base = settings.basePath.toStdString();
    tuning.dataset = settings.datasetPath.toStdString();
    tuning.name = settings.title.toStdString();
    return dataset::fineTuningRecipe(tuning);
}

} // namespace

base::Status writeRunSettings(const QString& folder, const RunSettings& settings)
{
    const QDir dir(folder);
    const QJsonObject object{{QStringLiteral("title"), settings.title},
                             {QStringLiteral("created"), settings.created.toUTC().toString(Qt::ISODate)},
                             {QStringLiteral("base_title"), settings.baseTitle},
                             {QStringLiteral("device"), settings.device},
                             {QStringLiteral("kind"), settings.kind},
                             {QStringLiteral("epochs"), settings.epochs}};
    if (auto written = base::writeTextFile(dir.filePath(QLatin1String(kRunSettingsFile)).toStdString(),
                                           QJsonDocument(object).toJson().toStdString());
        !written)
        return written;
    // Last: it makes the folder a run, which another window may find at once.
    return base::writeTextFile(dir.filePath(QLatin1String(kWrittenRecipeFile)).toStdString(), recipeText(settings));
}

RunSettings readRunSettings(const QString& folder)
{
    const QJsonObject object = objectIn(QDir(folder).filePath(QLatin1String(kRunSettingsFile)));
    const QJsonObject recipe = recipeIn(folder);
    RunSettings settings;
    settings.basePath = recipe[QLatin1String("base")].toString();
    settings.datasetPath = recipe[QLatin1String("dataset")].toString();
    settings.tuning = tuningOf(recipe);
    settings.title = object[QLatin1String("title")].toString(QFileInfo(folder).fileName());
    settings.created = QDateTime::fromString(object[QLatin1String("created")].toString(), Qt::ISODate);
    if (!settings.created.isValid())
        settings.created = QFileInfo(folder).lastModified();
    settings.baseTitle = object[QLatin1String("base_title")].toString(QFileInfo(settings.basePath).completeBaseName());
    settings.device = object[QLatin1String("device")].toString(QStringLiteral("auto"));
    settings.kind = object[QLatin1String("kind")].toString();
    settings.epochs = object[QLatin1String("epochs")].toInt();
    return settings;
}

QString settingsText(const RunSettings& settings)
{
    const dataset::FineTuning& tuning = settings.tuning;
    QStringList parts;
    if (settings.epochs > 0)
        parts << Texts::tr("%n epoch(s)", nullptr, settings.epochs);
    else if (tuning.steps)
        parts << Texts::tr("%n step(s)", nullptr, *tuning.steps);
    else if (tuning.minutes)
        parts << Texts::tr("%1 min").arg(QLocale().toString(*tuning.minutes));
    if (tuning.learningRate)
        parts << Texts::tr("learning rate %1").arg(QLocale().toString(*tuning.learningRate, 'g', 3));
    QStringList frozen;
    for (const std::string& part : tuning.freeze)
        frozen << QString::fromStdString(part);
    if (!frozen.isEmpty())
        parts << Texts::tr("frozen: %1").arg(frozen.join(QStringLiteral(", ")));
    if (tuning.simulatedShare)
        parts << Texts::tr("%1 % simulated").arg(QLocale().toString(100 * *tuning.simulatedShare, 'f', 0));
    if (settings.device != QLatin1String("auto"))
        parts << settings.device.toUpper();
    return parts.join(QStringLiteral(" · "));
}

} // namespace blastoscope::ui
