// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/comparison_report.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::ComparisonReport)
};

constexpr int kLargestGrid = 4096;
constexpr int kMostMasks = 1000;
constexpr qint64 kLargestFile = 64 * 1024 * 1024;

/// Reads members and remembers the first thing that is wrong.
class Reader {
public:
    const QString& trouble() const { return m_trouble; }

    void fail(const QString& what)
    {
        if (m_trouble.isEmpty())
            m_trouble = what;
    }

    double number(const QJsonObject& object, const char* key)
    {
        const QJsonValue value = object[QLatin1String(key)];
        if (!value.isDouble() || !std::isfinite(value.toDouble()))
            fail(Texts::tr("“%1” is not a number").arg(QLatin1String(key)));
        return value.toDouble();
    }

    int count(const QJsonObject& object, const char* key)
    {
        const double value = number(object, key);
        if (value < 0 || value > 1e6)
            fail(Texts::tr("“%1” is out of range").arg(QLatin1String(key)));
        return int(std::clamp(value, 0.0, 1e6));
    }

    PlacedShapes shapes(const QJsonObject& object)
    {
        PlacedShapes placed;
        const QJsonArray corners = object[QLatin1String("window")].toArray();
        const int size = count(object, "size");
        if (corners.size() != 4 || size < 1 || size > kLargestGrid) {
            fail(Texts::tr("outlines have no place"));
            return placed;
        }
        placed.window = QRectF(QPointF(corners[0].toDouble(), corners[1].toDouble()),
                               QPointF(corners[2].toDouble(), corners[3].toDouble()));
        if (!(placed.window.width() > 0 && placed.window.height() > 0 && placed.window.width() < 1e6))
            fail(Texts::tr("outlines have no place"));
        const QJsonArray texts = object[QLatin1String("masks")].toArray();
        for (const QJsonValue& text : texts) {
            auto mask = masks::RleMask::fromString(size, size, text.toString().toStdString());
            if (!mask || placed.masks.size() >= kMostMasks) {
                fail(Texts::tr("an outline is damaged"));
                return placed;
            }
            placed.masks.push_back(std::move(*mask));
        }
        return placed;
    }

private:
    QString m_trouble;
};

ModelNumbers readNumbers(Reader& reader, const QJsonObject& object)
{
    ModelNumbers numbers;
    numbers.ap = reader.number(object, "ap");
    numbers.ap50 = reader.number(object, "ap50");
    numbers.ap75 = reader.number(object, "ap75");
    numbers.exact = reader.number(object, "exact");
    numbers.withinOne = reader.number(object, "within_one");
    numbers.bias = reader.number(object, "bias");
    if (object.contains(QLatin1String("quality")))
        numbers.quality = reader.number(object, "quality");
    return numbers;
}

std::optional<ComparisonPart> readPart(Reader& reader, const QJsonObject& part, qsizetype models)
{
    const QJsonArray results = part[QLatin1String("results")].toArray();
    if (results.isEmpty())
        return std::nullopt;
    ComparisonPart read;
    read.frames = reader.count(part, "frames");
    if (part.contains(QLatin1String("embryos")))
        read.embryos = reader.count(part, "embryos");
    if (results.size() != models)
        reader.fail(Texts::tr("it does not have one result for each model"));
    for (const QJsonValue& result : results)
        read.results.push_back(readNumbers(reader, result.toObject()));
    return read;
}

ShownFrame readFrame(Reader& reader, const QJsonObject& object, qsizetype models)
{
    ShownFrame frame;
    frame.picture = QDir::cleanPath(object[QLatin1String("picture")].toString());
    if (frame.picture.isEmpty() || QDir::isAbsolutePath(frame.picture) || frame.picture.startsWith(QLatin1String("..")))
        reader.fail(Texts::tr("a picture lies outside the training set"));
    frame.embryo = object[QLatin1String("embryo")].toString();
    frame.cells = reader.count(object, "cells");
    frame.truth = reader.shapes(object[QLatin1String("truth")].toObject());
    const QJsonArray results = object[QLatin1String("results")].toArray();
    if (results.size() != models)
        reader.fail(Texts::tr("it does not have one result for each model"));
    for (const QJsonValue& value : results) {
        const QJsonObject result = value.toObject();
        frame.results.push_back({reader.count(result, "counted"), reader.number(result, "quality"),
                                 reader.shapes(result[QLatin1String("shapes")].toObject())});
    }
    return frame;
}

base::Error damaged(const QString& file, const QString& what)
{
    return {base::ErrorCode::Corrupt,
            Texts::tr("The comparison of the models in %1 cannot be read: %2.")
                .arg(QDir::toNativeSeparators(file), what)
                .toStdString(),
            {}};
}

} // namespace

base::Result<ComparisonReport> readComparison(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(
            base::ErrorCode::NotFound,
            Texts::tr("The models were not compared: %1 is missing.").arg(QDir::toNativeSeparators(path)).toStdString(),
            file.errorString().toStdString());
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(file.read(kLargestFile), &error).object();
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(damaged(path, error.errorString()));
    Reader reader;
    ComparisonReport report;
    const QJsonArray models = object[QLatin1String("models")].toArray();
    for (const QJsonValue& value : models) {
        const QJsonObject model = value.toObject();
        report.models << QStringLiteral("%1 %2").arg(model[QLatin1String("name")].toString(),
                                                     model[QLatin1String("version")].toString());
    }
    if (models.size() != 2)
        return base::fail(base::ErrorCode::Incompatible,
                          Texts::tr("%1 does not compare two models.").arg(QFileInfo(path).fileName()).toStdString());
    const QJsonObject heldOut = object[QLatin1String("validation")].toObject();
    report.heldOut = readPart(reader, heldOut, models.size());
    report.simulated = readPart(reader, object[QLatin1String("simulated")].toObject(), models.size());
    const QJsonArray worst = heldOut[QLatin1String("worst")].toArray();
    for (const QJsonValue& frame : worst)
        report.worst.push_back(readFrame(reader, frame.toObject(), models.size()));
    const QJsonArray notes = object[QLatin1String("notes")].toArray();
    for (const QJsonValue& note : notes) {
        if (note.isString()) // as older versions wrote it
            report.notes.push_back({{}, note.toString()});
        else
            report.notes.push_back({note[QLatin1String("code")].toString(), note[QLatin1String("text")].toString()});
    }
    if (!reader.trouble().isEmpty())
        return tl::unexpected(damaged(path, reader.trouble()));
    return report;
}

} // namespace blastoscope::ui
