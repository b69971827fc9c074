// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/model_card_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::ModelCardText)
};

QString escaped(const std::string& text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString row(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString()
                           : QStringLiteral("<tr><td style=\"padding-right:12px\"><b>%1</b></td><td>%2</td></tr>")
                                 .arg(name.toHtmlEscaped(), value);
}

QString shortHash(const std::string& hash)
{
    return hash.empty() ? QString() : QStringLiteral("<code>%1</code>").arg(escaped(hash.substr(0, 16)));
}

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 1);
}

QString metricsText(const inference::CardMetrics& metrics)
{
    return Texts::tr(
               "AP %1 %, AP50 %2 %, AP75 %3 %; of frames with 2 to 8 cells %4 % counted right, %5 % at most one off "
               "(on %n simulated frame(s))",
               nullptr, metrics.frames)
        .arg(percent(metrics.ap), percent(metrics.ap50), percent(metrics.ap75), percent(metrics.exact),
             percent(metrics.withinOne))
        .toHtmlEscaped();
}

QString ancestryText(const inference::ModelCard& card, const std::vector<inference::ModelCard>& known)
{
    QStringList lines;
    for (const inference::Ancestor& ancestor : inference::ancestryOf(card, known)) {
        QString line = QStringLiteral("← ") + escaped(ancestor.title) + QLatin1Char(' ') + shortHash(ancestor.sha256);
        if (ancestor.file.empty())
            line += QLatin1Char(' ') + Texts::tr("(not among these models)").toHtmlEscaped();
        lines << line;
    }
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

QString modelCardText(const inference::ShelvedModel& model, const std::vector<inference::ModelCard>& known)
{
    const QString path = QDir::toNativeSeparators(QString::fromStdString(model.file.string())).toHtmlEscaped();
    if (!model.card)
        return QStringLiteral("<h3>%1</h3><p>%2</p><p>%3</p>")
            .arg(QFileInfo(path).fileName(), escaped(model.card.error().message), path);
    const inference::ModelCard& card = *model.card;
    QStringList classes;
    for (const std::string& name : card.classNames)
        classes << escaped(name);
    QString text = QStringLiteral("<h3>%1</h3><p>%2</p><p>%3</p><table>")
                       .arg(escaped(card.title()), escaped(card.description), escaped(card.intendedUse));
    if (card.metrics)
        text += row(Texts::tr("Measured"), metricsText(*card.metrics));
    text += row(Texts::tr("Finds"), classes.join(QStringLiteral(", ")));
    text += row(Texts::tr("Sees"), Texts::tr("%1 × %1 pixels around the cells").arg(card.inputSize));
    text += row(Texts::tr("Came from"), ancestryText(card, known));
    text += row(Texts::tr("Training set"), shortHash(card.datasetHash));
    text += row(Texts::tr("Simulated data"), shortHash(card.dataHash));
    text += row(Texts::tr("Weights"), shortHash(card.sha256));
    text += row(Texts::tr("Licence"), escaped(card.licence));
    text += row(Texts::tr("File"), path);
    return text + QStringLiteral("</table><p><b>%1</b></p><pre>%2</pre>")
                      .arg(Texts::tr("Recipe").toHtmlEscaped(), escaped(card.recipe));
}

} // namespace blastoscope::ui
