// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/comparison_model.h"

#include <QFont>
#include <QLocale>

namespace blastoscope::ui {

namespace {

/// AP is -1 where there was nothing to find.
std::optional<double> percent(double share)
{
    return share < 0 ? std::nullopt : std::optional(100 * share);
}

QString signedNumber(double value, int decimals)
{
    const QString text = QLocale().toString(value, 'f', decimals);
    return value > 0 ? QStringLiteral("+") + text : text;
}

} // namespace

void ComparisonModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_models.clear();
    endResetModel();
}

void ComparisonModel::setReport(const ComparisonReport& report)
{
    beginResetModel();
    m_rows.clear();
    m_models = report.models;
    if (report.heldOut) {
        const QString frames = tr("%n frame(s)", nullptr, report.heldOut->frames);
        const QString embryos = tr("%n embryo(s)", nullptr, report.heldOut->embryos);
        addPart(tr("Held-out frames: %1, %2").arg(frames, embryos),
                tr("Your frames of embryos that the new model never saw while it trained. This is what counts."),
                *report.heldOut);
    }
    if (report.simulated)
        addPart(tr("Simulated reference: %n frame(s)", nullptr, report.simulated->frames),
                tr("The same simulated frames for every model. Numbers that fall here show what the new model forgot."),
                *report.simulated);
    endResetModel();
}

void ComparisonModel::addPart(const QString& title, const QString& explanation, const ComparisonPart& part)
{
    const ModelNumbers& before = part.results.front();
    const ModelNumbers& after = part.results.back();
    m_rows.push_back({title, explanation, true, {}, {}, 0});
    m_rows.push_back({tr("Outlines, AP (%)"),
                      tr("Average precision: how completely and how exactly cells are outlined, averaged over overlaps "
                         "from 50 % to 95 % and over all confidences. 100 is perfect."),
                      false, percent(before.ap), percent(after.ap), 1});
    m_rows.push_back({tr("Cells found, AP50 (%)"),
                      tr("The same where half of an outline in common is enough: whether cells are found at all."),
                      false, percent(before.ap50), percent(after.ap50), 1});
    m_rows.push_back({tr("Counted right (%)"), tr("Frames in which the number of cells is exactly right."), false,
                      percent(before.exact), percent(after.exact), 0});
    m_rows.push_back({tr("At most one off (%)"),
                      tr("Frames in which the number of cells is right or one too many or too few."), false,
                      percent(before.withinOne), percent(after.withinOne), 0});
    m_rows.push_back({tr("Cells too many"),
                      tr("Counted minus true cells per frame, on average; negative: cells are missed."), false,
                      before.bias, after.bias, 2});
}

int ComparisonModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ComparisonModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    if (role == Qt::ToolTipRole)
        return row.explanation;
    if (role == IsTitleRole)
        return row.title;
    if (role == Qt::FontRole && row.title) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role == Qt::TextAlignmentRole && index.column() != Measure)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto number = [&](const std::optional<double>& value) {
        return value ? QLocale().toString(*value, 'f', row.decimals) : row.title ? QString() : QStringLiteral("–");
    };
    switch (Column(index.column())) {
    case Measure: return row.name;
    case Before: return number(row.before);
    case After: return number(row.after);
    case Change: return row.before && row.after ? signedNumber(*row.after - *row.before, row.decimals) : QString();
    case ColumnCount: break;
    }
    return {};
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::ToolTipRole && section == Before)
        return m_models.value(0);
    if (role == Qt::ToolTipRole && section == After)
        return m_models.value(1);
    if (role == Qt::TextAlignmentRole)
        return section == Measure ? int(Qt::AlignLeft | Qt::AlignVCenter) : int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Measure: return tr("Measure");
    case Before: return tr("Before");
    case After: return tr("After");
    case Change: return tr("Change");
    case ColumnCount: break;
    }
    return {};
}

} // namespace blastoscope::ui
