// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pair_list_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QLocale>

namespace blastoscope::ui {

void PairListModel::setPairs(std::vector<dataset::PairEntry> pairs, std::map<QString, bool> decisions, double leftOut)
{
    beginResetModel();
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.uncertainty > b.uncertainty; });
    m_rows.clear();
    for (dataset::PairEntry& pair : pairs) {
        const QString file = QString::fromStdString(pair.file);
        const auto decision = decisions.find(file);
        m_rows.push_back(
            {std::move(pair), file, decision == decisions.end() ? std::nullopt : std::optional(decision->second)});
    }
    m_leftOut = leftOut;
    count();
    endResetModel();
    emit acceptedChanged();
}

void PairListModel::setLeftOut(double share)
{
    if (share == m_leftOut)
        return;
    m_leftOut = share;
    count();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
    emit acceptedChanged();
}

void PairListModel::decide(const QModelIndexList& rows, bool accepted)
{
    if (rows.isEmpty())
        return;
    for (const QModelIndex& row : rows) {
        m_rows[std::size_t(row.row())].decision = accepted;
        emit dataChanged(row, row);
    }
    count();
    emit acceptedChanged();
    emit decided();
}

std::map<QString, bool> PairListModel::decisions() const
{
    std::map<QString, bool> all;
    for (const Row& row : m_rows) {
        if (row.decision)
            all[row.file] = *row.decision;
    }
    return all;
}

QString PairListModel::fileAt(int row) const
{
    return m_rows[std::size_t(row)].file;
}

bool PairListModel::isAccepted(int row) const
{
    return m_rows[std::size_t(row)].decision.value_or(row >= std::lround(m_leftOut * double(m_rows.size())));
}

void PairListModel::count()
{
    m_accepted = 0;
    for (int row = 0; row < rowCount(); ++row)
        m_accepted += isAccepted(row);
}

std::vector<std::string> PairListModel::acceptedFiles() const
{
    std::vector<std::string> files;
    for (int row = 0; row < rowCount(); ++row) {
        if (isAccepted(row))
            files.push_back(m_rows[std::size_t(row)].pair.file);
    }
    std::sort(files.begin(), files.end());
    return files;
}

int PairListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant PairListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case FileRole: return row.file;
    case UncertaintyRole: return row.pair.uncertainty;
    case AcceptedRole: return isAccepted(index.row());
    case DecidedRole: return row.decision.has_value();
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("Uncertainty %1 nats, %2")
            .arg(QLocale().toString(row.pair.uncertainty, 'f', 3),
                 isAccepted(index.row()) ? tr("accepted") : tr("left out"));
    default: return {};
    }
}

} // namespace blastoscope::ui
