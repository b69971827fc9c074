// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/factory_record.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "core/base/file_io.h"

namespace blastoscope::ui {

namespace {

constexpr auto kFormat = "blastoscope-factory-1";

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::FactoryRecord)
};

/// A name in the factory's folder, never a way out of it.
QString plainName(const QString& name)
{
    return name.contains(u'/') || name == QLatin1String("..") ? QString() : name;
}

int countIn(const QJsonObject& object, const char* key)
{
    return std::max(0, object[QLatin1String(key)].toInt());
}

} // namespace

base::Status writeFactoryRecord(const QString& folder, const FactoryRecord& record)
{
    QJsonArray batches;
    for (const SampleBatch& batch : record.batches)
        batches << QJsonObject{{QStringLiteral("folder"), batch.folder}, {QStringLiteral("samples"), batch.samples}};
    QJsonObject decisions;
    for (const auto& [file, accepted] : record.decisions)
        decisions[file] = accepted;
    QJsonObject object{{QStringLiteral("format"), QLatin1String(kFormat)},
                       {QStringLiteral("name"), record.name},
                       {QStringLiteral("created"), record.created.toUTC().toString(Qt::ISODate)},
                       {QStringLiteral("pictures"), record.pictures},
                       {QStringLiteral("stacks"), record.stacks},
                       {QStringLiteral("picture_side"), record.pictureSide},
                       {QStringLiteral("run"), record.run},
                       {QStringLiteral("batches"), batches},
                       {QStringLiteral("next_sample"), record.nextSample},
                       {QStringLiteral("learned_from"), record.learnedFrom},
                       {QStringLiteral("fit"), record.fit},
                       {QStringLiteral("pairs"), record.pairs},
                       {QStringLiteral("left_out"), record.leftOut},
                       {QStringLiteral("decisions"), decisions}};
    if (record.trial)
        object[QLatin1String("trial")] = *record.trial;
    return base::writeTextFile(QDir(folder).filePath(QLatin1String(kFactoryFile)).toStdString(),
                               QJsonDocument(object).toJson().toStdString());
}

base::Result<FactoryRecord> readFactoryRecord(const QString& folder)
{
    const auto text = base::readTextFile(QDir(folder).filePath(QLatin1String(kFactoryFile)).toStdString());
    if (!text)
        return tl::unexpected(text.error());
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
    if (object[QLatin1String("format")].toString() != QLatin1String(kFormat))
        return base::fail(
            base::ErrorCode::Corrupt,
            Texts::tr("The file factory.json in %1 is damaged. Put it back from a copy, or remove the folder.")
                .arg(QDir::toNativeSeparators(folder))
                .toStdString());
    FactoryRecord record;
    record.name = object[QLatin1String("name")].toString(QDir(folder).dirName());
    record.created = QDateTime::fromString(object[QLatin1String("created")].toString(), Qt::ISODate);
    record.pictures = countIn(object, "pictures");
    record.stacks = countIn(object, "stacks");
    record.pictureSide = countIn(object, "picture_side");
    record.run = plainName(object[QLatin1String("run")].toString());
    for (const QJsonValue& value : object[QLatin1String("batches")].toArray()) {
        const QString name = plainName(value[QLatin1String("folder")].toString());
        if (!name.isEmpty())
            record.batches.push_back({name, countIn(value.toObject(), "samples")});
    }
    record.nextSample = std::max<qint64>(0, object[QLatin1String("next_sample")].toInteger());
    record.learnedFrom = countIn(object, "learned_from");
    record.fit = object[QLatin1String("fit")].toDouble();
    if (object[QLatin1String("trial")].isDouble())
        record.trial = object[QLatin1String("trial")].toDouble();
    record.pairs = countIn(object, "pairs");
    record.leftOut = std::clamp(object[QLatin1String("left_out")].toDouble(record.leftOut), 0.0, 0.99);
    const QJsonObject decisions = object[QLatin1String("decisions")].toObject();
    for (auto it = decisions.begin(); it != decisions.end(); ++it)
        record.decisions[it.key()] = it.value().toBool();
    return record;
}

} // namespace blastoscope::ui
