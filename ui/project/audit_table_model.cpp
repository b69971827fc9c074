// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/audit_table_model.h"

#include <algorithm>
#include <utility>

#include <QDateTime>
#include <QLocale>
#include <QSet>

namespace blastoscope::ui {

namespace {

constexpr int kShownHash = 12;

QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

QString stackOf(const project::AuditRow& row)
{
    const bool concerns = row.objectType == "stack" || row.objectType == "frame";
    return concerns ? fromUtf8(row.objectId).section(QLatin1Char('/'), 0, 0) : QString();
}

int frameOf(const project::AuditRow& row)
{
    return row.objectType == "frame" ? fromUtf8(row.objectId).section(QLatin1Char('/'), 1).toInt() : -1;
}

QString actionText(const QString& action)
{
    static const QHash<QString, const char*> texts = {
        {QStringLiteral("segment_frame"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "segmented")},
        {QStringLiteral("add_instance"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "object drawn")},
        {QStringLiteral("remove_instances"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "objects removed")},
        {QStringLiteral("reshape_instance"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "outline changed")},
        {QStringLiteral("change_attributes"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "object changed")},
        {QStringLiteral("change_depth_order"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "depth changed")},
        {QStringLiteral("change_review"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "reviewed")},
        {QStringLiteral("clear_frame"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "frame emptied")},
        {QStringLiteral("split_instance"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "object split")},
        {QStringLiteral("merge_instances"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "objects merged")},
        {QStringLiteral("duplicate_instances"),
         QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "objects copied")},
        {QStringLiteral("track_cells"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "cells tracked")},
        {QStringLiteral("correct_tracks"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "tracks corrected")},
        {QStringLiteral("load_annotations"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "annotations read")},
        {QStringLiteral("stack_added"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "stack added")},
        {QStringLiteral("stack_removed"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "stack removed")},
        {QStringLiteral("calibrate"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "calibrated")},
        {QStringLiteral("set_times"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "times set")},
        {QStringLiteral("images_changed"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "images changed")},
        {QStringLiteral("images_hashed"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "images hashed")},
        {QStringLiteral("author_noted"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "person noted")},
        {QStringLiteral("trail_begun"), QT_TRANSLATE_NOOP("blastoscope::ui::AuditTableModel", "trail begun")},
    };
    if (action.startsWith(QLatin1String("undo ")))
        return AuditTableModel::tr("undone: %1").arg(actionText(action.mid(5)));
    if (action.startsWith(QLatin1String("redo ")))
        return AuditTableModel::tr("done again: %1").arg(actionText(action.mid(5)));
    const char* known = texts.value(action);
    return known ? AuditTableModel::tr(known) : action;
}

QString originText(const QString& origin)
{
    if (origin == QLatin1String("human"))
        return AuditTableModel::tr("person");
    if (origin == QLatin1String("model"))
        return AuditTableModel::tr("model");
    if (origin == QLatin1String("program"))
        return AuditTableModel::tr("program");
    return origin == QLatin1String("import") ? AuditTableModel::tr("import") : origin;
}

QString whatText(const QString& field)
{
    if (field == QLatin1String("content"))
        return AuditTableModel::tr("whole frame");
    if (field.startsWith(QLatin1String("content ")))
        return AuditTableModel::tr("object %1").arg(field.mid(8));
    return field;
}

/// Hashes are told apart by their beginnings.
QString shortText(const QString& text)
{
    const bool isHash = text.size() == 64 && !text.contains(QLatin1Char(' '));
    return isHash ? text.left(kShownHash) + QStringLiteral("…") : text;
}

QString timeText(const std::string& utc)
{
    const QDateTime time = QDateTime::fromString(fromUtf8(utc), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                          : fromUtf8(utc);
}

/// The person behind a row: name and account.
QString personOf(const project::AuditRow& row)
{
    return row.name.empty() ? fromUtf8(row.account)
                            : QStringLiteral("%1 (%2)").arg(fromUtf8(row.name), fromUtf8(row.account));
}

/// In the order of the columns.
std::vector<QString> textsOf(const project::AuditRow& row, const AuditTable::Row& entry, const QString& stackName)
{
    return {QString::number(row.number),
            timeText(row.time),
            personOf(row),
            actionText(fromUtf8(row.action)),
            stackName,
            entry.frame < 0 ? QString() : QString::number(entry.frame + 1),
            whatText(fromUtf8(row.field)),
            shortText(fromUtf8(row.before)),
            shortText(fromUtf8(row.after)),
            originText(fromUtf8(row.origin)),
            shortText(fromUtf8(row.model)),
            fromUtf8(row.reason)};
}

} // namespace

AuditTable auditTableOf(std::vector<project::AuditRow> rows, QHash<QString, QString> names)
{
    AuditTable table;
    table.names = std::move(names);
    QSet<QString> people, stacks;
    table.rows.reserve(rows.size());
    for (project::AuditRow& row : rows) {
        AuditTable::Row entry{{}, {}, stackOf(row), frameOf(row)};
        entry.texts = textsOf(row, entry, table.stackName(entry.stack));
        entry.row = std::move(row);
        const QString& person = entry.texts[AuditTableModel::Who];
        if (!person.isEmpty() && !people.contains(person))
            table.people.append(*people.insert(person));
        if (!entry.stack.isEmpty() && !stacks.contains(entry.stack))
            table.stacks.append(*stacks.insert(entry.stack));
        table.frames = std::max(table.frames, entry.frame + 1);
        table.rows.push_back(std::move(entry));
    }
    return table;
}

void AuditTableModel::setTable(AuditTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int AuditTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int AuditTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QVariant AuditTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AuditTable::Row& entry = m_table.rows[std::size_t(index.row())];
    const project::AuditRow& row = entry.row;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return entry.texts[std::size_t(column)];
    case Qt::ToolTipRole:
        if (column == Before || column == After)
            return fromUtf8(column == Before ? row.before : row.after);
        return column == Time ? tr("%1 (UTC), on %2").arg(fromUtf8(row.time), fromUtf8(row.workstation)) : QString();
    case Qt::TextAlignmentRole:
        return int((column == Number || column == Frame ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        if (column == Number)
            return qlonglong(row.number);
        return column == Frame  ? QVariant(entry.frame)
               : column == Time ? fromUtf8(row.time)
                                : entry.texts[std::size_t(column)];
    case StackRole: return entry.stack;
    case FrameRole: return entry.frame;
    default: return {};
    }
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("No.");
    case Time: return tr("Time");
    case Who: return tr("Who");
    case Action: return tr("Action");
    case Stack: return tr("Stack");
    case Frame: return tr("Frame");
    case What: return tr("What");
    case Before: return tr("Before");
    case After: return tr("After");
    case Origin: return tr("Origin");
    case Model: return tr("Model");
    case Reason: return tr("Reason");
    default: return {};
    }
}

} // namespace blastoscope::ui
