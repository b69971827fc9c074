// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readout.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QMap>
#include <QStringList>

#include "ui/session/object_words.h"

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::Readout)
};

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
    list.append({Texts::tr("Blastomeres"), QLocale().toString(metrics.cells), QString(),
                 Texts::tr("Cells with a silhouette of their own, without those that are marked as uncertain."),
                 QString(),
                 Texts::tr("A cell that others cover wholly is not seen. A large fragment may look like a cell.")});
    list.append({Texts::tr("Fragments"), QLocale().toString(metrics.fragments), QString(),
                 Texts::tr("Membrane-bound pieces without a nucleus that lie beside the cells."), QString(),
                 Texts::tr("Small fragments between cells are easily missed.")});
    list.append({Texts::tr("Fragment area"), fixed(metrics.fragmentAreaPercent, 1), QStringLiteral("%"),
                 Texts::tr("Share of the fragments in the area that cells and fragments cover together."),
                 Texts::tr("100 · area of fragments ÷ area of cells and fragments"),
                 Texts::tr("An area in projection. It is not the share of volume that grading schemes mean.")});
    return list;
}

QList<Readout> evenness(const measure::FrameMetrics& metrics)
{
    QList<Readout> list;
    list.append(
        {Texts::tr("Evenness"), fixed(metrics.stageCvVolumePercent, 1), Texts::tr("% CV"),
         Texts::tr("Spread of the cell volumes after the size step of each division is taken out: 0 for a perfectly "
                   "even embryo, also at 3, 5, 6 or 7 cells."),
         Texts::tr("100 · standard deviation ÷ mean of V · 2^generation"),
         Texts::tr("Outlines that are 3 % off in diameter alone make about 9 %; do not interpret less than that. "
                   "Generations are inferred from size while no lineage is known.")});
    list.append({Texts::tr("Smallest ÷ largest"), fixed(metrics.sizeRatio, 2), QString(),
                 Texts::tr("Equivalent diameter of the smallest cell divided by that of the largest."),
                 Texts::tr("d min ÷ d max"),
                 Texts::tr("Cells of two generations differ by 1.26 in a normal 3-, 5-, 6- or 7-cell embryo.")});
    list.append({Texts::tr("Within generation"), fixed(metrics.stageSizeRatio, 2), QString(),
                 Texts::tr("The same ratio among cells of one generation; the smallest over the generations."),
                 Texts::tr("min over generations of d min ÷ d max"),
                 Texts::tr("Generations are inferred from size while no lineage is known.")});
    return list;
}

QList<Readout> sizes(const measure::FrameMetrics& metrics, const Scale& scale)
{
    QList<Readout> list;
    list.append({Texts::tr("Mean diameter"), fixed(times(metrics.meanDiameter, scale.factor), 1), scale.length,
                 Texts::tr("Mean of the equivalent diameters: of discs with the area of each whole silhouette."),
                 Texts::tr("d = 2 · √(A ÷ π)"),
                 Texts::tr("Cells round up at mitosis and flatten later, so it drifts within a stage.")});
    list.append({Texts::tr("Total volume"), scientific(times(metrics.totalCellVolume, std::pow(scale.factor, 3))),
                 scale.volume, Texts::tr("Sum of the volumes of spheres with the equivalent diameter of each cell."),
                 Texts::tr("Σ π ÷ 6 · d³"), Texts::tr("Assumes spheres; an error of 3 % in diameter is 9 % here.")});
    list.append({Texts::tr("Overlapping pairs"), QLocale().toString(metrics.silhouettePairs), QString(),
                 Texts::tr("Pairs of cells whose silhouettes overlap in the image."), QString(),
                 Texts::tr("A projection along the line of sight: overlapping silhouettes need not touch.")});
    return list;
}

/// For objects that are no cells of an embryo.
QList<Readout> ownReadouts(const measure::FrameMetrics& metrics, const Scale& scale, const std::string& ownName)
{
    const auto length = [&](std::optional<double> value) { return fixed(times(value, scale.factor), 1); };
    QList<Readout> list;
    list.append({objectsTitle(ownName), QLocale().toString(metrics.cells), QString(),
                 Texts::tr("Objects with a silhouette of their own, without those that are marked as uncertain."),
                 QString(), Texts::tr("An object that others cover wholly is not seen.")});
    list.append({Texts::tr("Mean diameter"), length(metrics.meanDiameter), scale.length,
                 Texts::tr("Mean of the equivalent diameters: of discs with the area of each whole silhouette."),
                 Texts::tr("d = 2 · √(A ÷ π)"), Texts::tr("For long objects it is far from their length and width.")});
    list.append({Texts::tr("Smallest"), length(metrics.minDiameter), scale.length,
                 Texts::tr("The smallest of these diameters."), QString(),
                 Texts::tr("An object that the border of the image cuts is larger than it looks.")});
    list.append({Texts::tr("Largest"), length(metrics.maxDiameter), scale.length,
                 Texts::tr("The largest of these diameters."), QString(),
                 Texts::tr("Objects that were not told apart count as one large one.")});
    list.append({Texts::tr("Spread of diameters"), fixed(metrics.cvDiameterPercent, 1), Texts::tr("% CV"),
                 Texts::tr("How much the diameters differ; 0 when all are equal."),
                 Texts::tr("100 · standard deviation ÷ mean of d"), QString()});
    list.append({Texts::tr("Overlapping pairs"), QLocale().toString(metrics.silhouettePairs), QString(),
                 Texts::tr("Pairs of objects whose silhouettes overlap in the image."), QString(),
                 Texts::tr("A projection along the line of sight: overlapping silhouettes need not touch.")});
    return list;
}

/// Where objects are no cells; the other notes do not speak of cells, or are known of embryos alone.
QMap<QString, QString> ownNoteTexts()
{
    return {
        {QStringLiteral("touches_border"),
         Texts::tr("An object reaches the border of the image: its size is too small.")},
        {QStringLiteral("depth_order_unknown"), Texts::tr("Which of two overlapping objects is nearer is not known.")},
        {QStringLiteral("uncertain_instance"), Texts::tr("An object is marked as uncertain and not counted.")},
    };
}

QMap<QString, QString> noteTexts()
{
    return {
        {QStringLiteral("touches_border"), Texts::tr("A cell reaches the border of the image: its size is too small.")},
        {QStringLiteral("depth_order_unknown"), Texts::tr("Which of two overlapping cells is nearer is not known.")},
        {QStringLiteral("uncertain_instance"), Texts::tr("A cell is marked as uncertain and not counted.")},
        {QStringLiteral("circularity_above_one"), Texts::tr("A silhouette is rounder than a disc can be.")},
        {QStringLiteral("mean_diameter_low"), Texts::tr("Cells are small for their number: check the pixel size.")},
        {QStringLiteral("mean_diameter_high"), Texts::tr("Cells are large for their number: check the pixel size.")},
        {QStringLiteral("small_blastomere"), Texts::tr("A cell is very small: fragment or polar body?")},
        {QStringLiteral("no_embryo"), Texts::tr("The model found no embryo in this frame.")},
        {QStringLiteral("not_countable"),
         Texts::tr("The cells cannot be counted: the embryo may be compacted or cavitated.")},
        {QStringLiteral("low_confidence"), Texts::tr("The model is not sure about this frame.")},
        {QStringLiteral("several_embryos"), Texts::tr("There is more than one embryo in this frame.")},
        {QStringLiteral("at_border"), Texts::tr("The embryo reaches beyond the border of the image.")},
        {QStringLiteral("many_cells"), Texts::tr("There are more cells than the model was made for.")},
        {QStringLiteral("implausible_sizes"), Texts::tr("The cells differ more in size than those of one embryo do.")},
        {QStringLiteral("unlike_training"),
         Texts::tr("The image looks unlike those that the model was trained on: another model may suit it better.")},
    };
}

} // namespace

QList<Readout> readoutsOf(const measure::FrameMetrics& metrics, std::optional<double> umPerPixel, bool reviewed,
                          const std::string& ownName)
{
    const Scale scale = scaleOf(umPerPixel);
    QList<Readout> list = ownName.empty() ? counts(metrics) + evenness(metrics) + sizes(metrics, scale)
                                          : ownReadouts(metrics, scale, ownName);
    for (Readout& readout : list)
        readout.reviewed = reviewed;
    return list;
}

QStringList notesOf(const measure::FrameMetrics& metrics)
{
    QMap<QString, QString> texts = noteTexts();
    if (!metrics.ownName.empty())
        texts.insert(ownNoteTexts());
    QStringList notes;
    for (const std::string& flag : metrics.qcFlags) {
        const QString name = QString::fromStdString(flag);
        notes.append(texts.value(name, name));
    }
    return notes;
}

} // namespace blastoscope::ui
