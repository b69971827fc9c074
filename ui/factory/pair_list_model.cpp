// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pair_list_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QLocale>

namespace blastoscope::ui
{

void PairListModel::setPairs(std::vector<dataset::PairEntry> pairs, std::map<QString, bool> decisions, double leftOut)
{
    beginResetModel();
    std::stable_sort(pairs.begin(), pairs.end(),
                     [](const auto& a, const auto& b) { return a.uncertainty > b.uncertainty; });
    m_pairs = std::move(pairs);
    m_decisions = std::move(decisions);
    m_leftOut = leftOut;
    endResetModel();
    emit acceptedChanged();
}

void PairListModel::setLeftOut(double share)
{
    if (share == m_leftOut)
        return;
    m_leftOut = share;
    if (!m_pairs.empty())
        emit dataChanged(index(0), index(int(m_pairs.size()) - 1));
    emit acceptedChanged();
}

void PairListModel::decide(const QModelIndexList& rows, bool accepted)
{
    for (const QModelIndex& row : rows) {
        m_decisions[fileAt(row.row())] = accepted;
        emit dataChanged(row, row);
    }
    if (rows.isEmpty())
        return;
    emit acceptedChanged();
    emit decided();
}

QString PairListModel::fileAt(int row) const
{
    return QString::fromStdString(m_pairs[std::size_t(row)].file);
}

bool PairListModel::isAccepted(int row) const
{
    const auto decision = m_decisions.find(fileAt(row));
    return decision == m_decisions.end() ? row >= std::lround(m_leftOut * double(m_pairs.size())) : decision->second;
}

int PairListModel::acceptedCount() const
{
    int count = 0;
    for (int row = 0; row < rowCount(); ++row)
        count += isAccepted(row);
    return count;
}

std::vector<std::string> PairListModel::acceptedFiles() const
{
    std::vector<std::string> files;
    for (int row = 0; row < rowCount(); ++row) {
        if (isAccepted(row))
            files.push_back(m_pairs[std::size_t(row)].file);
    }
    std::sort(files.begin(), files.end());
    return files;
}

int PairListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_pairs.size());
}

QVariant PairListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const dataset::PairEntry& pair = m_pairs[std::size_t(index.row())];
    switch (role) {
    case FileRole: return fileAt(index.row());
    case UncertaintyRole: return pair.uncertainty;
    case AcceptedRole: return isAccepted(index.row());
    case DecidedRole: return m_decisions.contains(fileAt(index.row()));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("Uncertainty %1 nats, %2")
            .arg(QLocale().toString(pair.uncertainty, 'f', 3),
                 isAccepted(index.row()) ? tr("accepted") : tr("left out"));
    default: return {};
    }
}

} // namespace blastoscope::ui
