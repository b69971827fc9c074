// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/import_rows.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace blastoscope::ui {

namespace {

using formats::ImportFate;
using formats::MatchedBy;
using formats::PlannedFrame;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::ImportRows)
};

QString textOf(MatchedBy by)
{
    switch (by) {
    case MatchedBy::EmbryoId: return Texts::tr("Found by the id of the embryo and the number of the frame");
    case MatchedBy::Name: return Texts::tr("Found by the name of the picture");
    case MatchedBy::Number: return Texts::tr("Found by the number of the frame; no name is known");
    case MatchedBy::Order: return Texts::tr("Found by the order of the frames; no name is known");
    }
    return {};
}

/// "3 objects added, 1 of the model replaced, 2 of yours kept"
QString textOf(const annotation::SegmentationOutcome& outcome)
{
    QStringList parts = {Texts::tr("%n object(s) added", nullptr, outcome.added)};
    if (outcome.replaced > 0)
        parts << Texts::tr("%n replaced", nullptr, outcome.replaced);
    if (outcome.kept > 0)
        parts << Texts::tr("%n of yours kept", nullptr, outcome.kept);
    if (outcome.dropped > 0)
        parts << Texts::tr("%n left out because it is there already", nullptr, outcome.dropped);
    return parts.join(QStringLiteral(", "));
}

QString textOf(const PlannedFrame& frame)
{
    switch (frame.fate) {
    case ImportFate::Import: return textOf(frame.outcome);
    case ImportFate::NoPlace: return Texts::tr("Left out: no open stack has this picture");
    case ImportFate::OtherSize: return Texts::tr("Left out: the picture has another size than the annotations");
    case ImportFate::Taken: return Texts::tr("Left out: an earlier picture of the files goes there");
    case ImportFate::Empty: return Texts::tr("Left out: there is no object in it");
    case ImportFate::Reviewed: return Texts::tr("Left alone: the frame is accepted");
    case ImportFate::NothingNew: return Texts::tr("Left alone: all its objects are there already");
    }
    return {};
}

} // namespace

std::vector<ImportPreviewRow> importRows(const AnnotationImport& import)
{
    std::vector<ImportPreviewRow> rows;
    if (!import.imported())
        return rows;
    for (const PlannedFrame& frame : import.plan()) {
        ImportPreviewRow row{.picture = QString::fromStdString(import.imported()->frames[frame.source].fileName)};
        row.what = textOf(frame);
        row.imported = frame.fate == ImportFate::Import;
        if (frame.match) {
            row.place = Texts::tr("%1, frame %2")
                            .arg(QString::fromStdString(import.target(frame.match->target).name),
                                 QLocale().toString(frame.match->time + 1));
            row.toolTip = textOf(frame.match->by);
        }
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ImportPreviewRow& a, const ImportPreviewRow& b) { return a.imported > b.imported; });
    return rows;
}

QString importHeadline(const AnnotationImport& import)
{
    if (!import.imported())
        return {};
    annotation::SegmentationOutcome sum;
    for (const PlannedFrame& frame : import.plan())
        if (frame.fate == ImportFate::Import) {
            sum.added += frame.outcome.added;
            sum.replaced += frame.outcome.replaced;
        }
    const int frames = import.importedFrames();
    const int others = int(import.plan().size()) - frames;
    if (frames == 0)
        return Texts::tr("Nothing will be imported. The table says why.");
    QString text = Texts::tr("%n frame(s) will change", nullptr, frames) + QStringLiteral(": ") +
                   Texts::tr("%n object(s) added", nullptr, sum.added);
    if (sum.replaced > 0)
        text += QStringLiteral(", ") + Texts::tr("%n replaced", nullptr, sum.replaced);
    if (others > 0)
        text += QStringLiteral("; ") + Texts::tr("%n picture(s) of the files left out", nullptr, others);
    return text;
}

QString textOf(const ImportSummary& summary)
{
    QString text =
        Texts::tr("%n frame(s) imported", nullptr, summary.frames) + QStringLiteral(": ") + textOf(summary.objects);
    if (summary.cancelled)
        text += QStringLiteral("; ") + Texts::tr("cancelled: undo takes back what was imported");
    return text;
}

} // namespace blastoscope::ui
