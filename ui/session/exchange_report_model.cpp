// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/exchange_report_model.h"

#include <utility>

#include <QLocale>
#include <QStringList>

#include "ui/session/core_texts.h"

namespace blastoscope::ui {

namespace {

using formats::ExchangeNote;
using formats::NoteGroup;
using formats::NoteKind;

constexpr quintptr kGroupId = 0; ///< of top-level lines; the others have 1 + the row of their parent

QString kindText(NoteKind kind)
{
    switch (kind) {
    case NoteKind::Dropped: return ExchangeReportModel::tr("Left out");
    case NoteKind::Changed: return ExchangeReportModel::tr("Changed");
    case NoteKind::Missing: return ExchangeReportModel::tr("Missing");
    }
    return {};
}

QString groupText(const NoteGroup& group)
{
    return ExchangeReportModel::tr("%1: %2", "kind of event: what happened")
        .arg(kindText(group.kind), inWindowLanguage(group.text));
}

QString placeText(const ExchangeNote& note)
{
    QStringList parts;
    if (!note.file.empty())
        parts << QString::fromStdString(note.file);
    if (note.instance)
        parts << ExchangeReportModel::tr("object %1").arg(*note.instance);
    if (note.other)
        parts << ExchangeReportModel::tr("covered by object %1").arg(*note.other);
    return parts.isEmpty() ? ExchangeReportModel::tr("All files") : parts.join(QStringLiteral(", "));
}

} // namespace

ExchangeReportModel::ExchangeReportModel(formats::ExchangeReport report, QObject* parent)
    : QAbstractItemModel(parent), m_report(std::move(report)), m_groups(formats::groupNotes(m_report))
{
}

QModelIndex ExchangeReportModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : kGroupId);
}

QModelIndex ExchangeReportModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kGroupId)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, kGroupId);
}

int ExchangeReportModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool isGroup = parent.internalId() == kGroupId && parent.column() == 0;
    return isGroup ? int(m_groups[std::size_t(parent.row())].notes.size()) : 0;
}

int ExchangeReportModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ExchangeReportModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == What ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                      : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const QLocale locale;
    if (index.internalId() == kGroupId) {
        const NoteGroup& group = m_groups[std::size_t(index.row())];
        switch (index.column()) {
        case What: return groupText(group);
        case Count: return locale.toString(group.count);
        default: return group.pixels > 0 ? locale.toString(qlonglong(group.pixels)) : QString();
        }
    }
    const ExchangeNote& note = *m_groups[std::size_t(index.internalId()) - 1].notes[std::size_t(index.row())];
    switch (index.column()) {
    case What: return placeText(note);
    case Pixels: return note.pixels > 0 ? locale.toString(qlonglong(note.pixels)) : QString();
    default: return {};
    }
}

QVariant ExchangeReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == What ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                               : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("What happened");
    case Count: return tr("Times");
    case Pixels: return tr("Pixels");
    default: return {};
    }
}

QString reportText(const formats::ExchangeReport& report)
{
    QStringList lines;
    for (const NoteGroup& group : formats::groupNotes(report)) {
        lines << groupText(group);
        for (const ExchangeNote* note : group.notes) {
            QString line = u'\t' + placeText(*note);
            if (note->pixels > 0)
                line += u'\t' + ExchangeReportModel::tr("%1 px").arg(note->pixels);
            lines << line;
        }
    }
    if (report.lostPixels() > 0)
        lines << ExchangeReportModel::tr("Lost altogether: %1 px").arg(report.lostPixels());
    return lines.join(u'\n');
}

} // namespace blastoscope::ui
