// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readout.h"

#include <cmath>

#include <QLocale>
#include <QMap>
#include <QStringList>

namespace blastoscope::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("blastoscope::ui::Readout", text);
}

QString fixed(std::optional<double> value, int decimals)
{
    return value ? QLocale().toString(*value, 'f', decimals) : QString();
}

/// Volumes span six orders of magnitude: three significant digits and a power of ten, e.g. "6.02·10⁵".
QString scientific(std::optional<double> value)
{
    if (!value)
        return {};
    if (*value < 1e4)
        return QLocale().toString(*value, 'f', 0);
    static const QString superscripts = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    const int exponent = int(std::floor(std::log10(*value)));
    QString power;
    for (const QChar digit : QString::number(exponent))
        power.append(superscripts[digit.digitValue()]);
    return QStringLiteral("%1·10%2").arg(QLocale().toString(*value / std::pow(10, exponent), 'f', 2), power);
}

/// What turns pixels into the unit of the readouts.
struct Scale {
    double factor = 1;
    QString length;
    QString volume;
};

Scale scaleOf(std::optional<double> umPerPixel)
{
    if (umPerPixel)
        return {*umPerPixel, QStringLiteral("µm"), QStringLiteral("µm³")};
    return {1, QStringLiteral("px"), QStringLiteral("px³")};
}

std::optional<double> times(std::optional<double> value, double factor)
{
    return value ? std::optional(*value * factor) : std::nullopt;
}

QList<Readout> counts(const measure::FrameMetrics& metrics)
{
    QList<Readout> list;
    list.append({tr("Blastomeres"), QLocale().toString(metrics.cells), QString(),
                 tr("Cells with a silhouette of their own, without those that are marked as uncertain."), QString(),
                 tr("A cell that others cover wholly is not seen. A large fragment may look like a cell.")});
    list.append({tr("Fragments"), QLocale().toString(metrics.fragments), QString(),
                 tr("Membrane-bound pieces without a nucleus that lie beside the cells."), QString(),
                 tr("Small fragments between cells are easily missed.")});
    list.append({tr("Fragment area"), fixed(metrics.fragmentAreaPercent, 1), QStringLiteral("%"),
                 tr("Share of the fragments in the area that cells and fragments cover together."),
                 tr("100 · area of fragments ÷ area of cells and fragments"),
                 tr("An area in projection. It is not the share of volume that grading schemes mean.")});
    return list;
}

QList<Readout> evenness(const measure::FrameMetrics& metrics)
{
    QList<Readout> list;
    list.append({tr("Evenness"), fixed(metrics.stageCvVolumePercent, 1), tr("% CV of volume"),
                 tr("Spread of the cell volumes after the size step of each division is taken out: 0 for a perfectly "
                    "even embryo, also at 3, 5, 6 or 7 cells."),
                 tr("100 · standard deviation ÷ mean of V · 2^generation"),
                 tr("Outlines that are 3 % off in diameter alone make about 9 %; do not interpret less than that. "
                    "Generations are inferred from size while no lineage is known.")});
    list.append({tr("Smallest ÷ largest"), fixed(metrics.sizeRatio, 2), QString(),
                 tr("Equivalent diameter of the smallest cell divided by that of the largest."), tr("d min ÷ d max"),
                 tr("Cells of two generations differ by 1.26 in a normal 3-, 5-, 6- or 7-cell embryo.")});
    list.append({tr("Within generation"), fixed(metrics.stageSizeRatio, 2), QString(),
                 tr("The same ratio among cells of one generation; the smallest over the generations."),
                 tr("min over generations of d min ÷ d max"),
                 tr("Generations are inferred from size while no lineage is known.")});
    return list;
}

QList<Readout> sizes(const measure::FrameMetrics& metrics, const Scale& scale)
{
    QList<Readout> list;
    list.append({tr("Mean diameter"), fixed(times(metrics.meanDiameter, scale.factor), 1), scale.length,
                 tr("Mean of the equivalent diameters: of discs with the area of each whole silhouette."),
                 tr("d = 2 · √(A ÷ π)"), tr("Cells round up at mitosis and flatten later, so it drifts within a stage.")});
    list.append({tr("Total volume"), scientific(times(metrics.totalCellVolume, std::pow(scale.factor, 3))), scale.volume,
                 tr("Sum of the volumes of spheres with the equivalent diameter of each cell."), tr("Σ π ÷ 6 · d³"),
                 tr("Assumes spheres; an error of 3 % in diameter is 9 % here.")});
    list.append({tr("Overlapping pairs"), QLocale().toString(metrics.silhouettePairs), QString(),
                 tr("Pairs of cells whose silhouettes overlap in the image."), QString(),
                 tr("A projection along the line of sight: overlapping silhouettes need not touch.")});
    return list;
}

QMap<QString, QString> noteTexts()
{
    return {
        {QStringLiteral("touches_border"), tr("A cell reaches the border of the image: its size is too small.")},
        {QStringLiteral("depth_order_unknown"), tr("Which of two overlapping cells is nearer is not known.")},
        {QStringLiteral("uncertain_instance"), tr("A cell is marked as uncertain and not counted.")},
        {QStringLiteral("circularity_above_one"), tr("A silhouette is rounder than a disc can be.")},
        {QStringLiteral("mean_diameter_low"), tr("Cells are small for their number: check the pixel size.")},
        {QStringLiteral("mean_diameter_high"), tr("Cells are large for their number: check the pixel size.")},
        {QStringLiteral("small_blastomere"), tr("A cell is very small: fragment or polar body?")},
        {QStringLiteral("no_embryo"), tr("The model found no embryo in this frame.")},
        {QStringLiteral("not_countable"), tr("The cells cannot be counted: the embryo may be compacted or cavitated.")},
        {QStringLiteral("low_confidence"), tr("The model is not sure about this frame.")},
    };
}

} // namespace

QList<Readout> readoutsOf(const measure::FrameMetrics& metrics, std::optional<double> umPerPixel, bool reviewed)
{
    QList<Readout> list = counts(metrics) + evenness(metrics) + sizes(metrics, scaleOf(umPerPixel));
    for (Readout& readout : list)
        readout.reviewed = reviewed;
    return list;
}

QStringList notesOf(const measure::FrameMetrics& metrics)
{
    const QMap<QString, QString> texts = noteTexts();
    QStringList notes;
    for (const std::string& flag : metrics.qcFlags) {
        const QString name = QString::fromStdString(flag);
        notes.append(texts.value(name, name));
    }
    return notes;
}

} // namespace blastoscope::ui
