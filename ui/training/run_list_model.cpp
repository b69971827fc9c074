// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_list_model.h"

#include <algorithm>

#include <QLocale>

namespace blastoscope::ui {

RunListModel::RunListModel(RunStore& store, QObject* parent) : QAbstractTableModel(parent), m_store(store)
{
    takeOver();
    connect(&store, &RunStore::runAdded, this, &RunListModel::takeOver);
    connect(&store, &RunStore::runRemoved, this, &RunListModel::takeOver);
    connect(&store, &RunStore::runChanged, this, [this](TrainingRun* run) {
        const QModelIndex index = indexOf(run);
        if (index.isValid())
            emit dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
    });
}

/// Rows come and go one at a time, so that a selection stays.
void RunListModel::takeOver()
{
    std::vector<TrainingRun*> wanted;
    for (const auto& run : m_store.runs()) {
        if (run->settings().kind.isEmpty())
            wanted.push_back(run.get());
    }
    for (std::size_t row = m_runs.size(); row-- > 0;) {
        if (std::find(wanted.begin(), wanted.end(), m_runs[row]) != wanted.end())
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_runs.erase(m_runs.begin() + std::ptrdiff_t(row));
        endRemoveRows();
    }
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        if (row < m_runs.size() && m_runs[row] == wanted[row])
            continue;
        beginInsertRows({}, int(row), int(row));
        m_runs.insert(m_runs.begin() + std::ptrdiff_t(row), wanted[row]);
        endInsertRows();
    }
}

TrainingRun* RunListModel::runAt(const QModelIndex& index) const
{
    return index.isValid() && std::size_t(index.row()) < m_runs.size() ? m_runs[std::size_t(index.row())] : nullptr;
}

QModelIndex RunListModel::indexOf(const TrainingRun* run) const
{
    const auto found = std::find(m_runs.begin(), m_runs.end(), run);
    return found == m_runs.end() ? QModelIndex() : index(int(found - m_runs.begin()), 0);
}

int RunListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunListModel::text(const TrainingRun& run, int column) const
{
    switch (Column(column)) {
    case Name: return run.settings().title;
    case State: return stateName(run.state());
    case Done: return tr("%1 %").arg(QLocale().toString(100 * run.progress().fraction, 'f', 0));
    case Ap: {
        const auto ap = run.progress().latestAp();
        return ap ? QLocale().toString(100 * *ap, 'f', 1) : QStringLiteral("–");
    }
    case Started: return QLocale().toString(run.settings().created.toLocalTime(), QLocale::ShortFormat);
    case ColumnCount: break;
    }
    return {};
}

QVariant RunListModel::data(const QModelIndex& index, int role) const
{
    const TrainingRun* run = runAt(index);
    if (!run)
        return {};
    if (role == Qt::DisplayRole)
        return text(*run, index.column());
    if (role == Qt::TextAlignmentRole && (index.column() == Done || index.column() == Ap))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return tr("%1\nFrom %2\n%3")
            .arg(run->settings().title, run->settings().baseTitle, settingsText(run->settings()));
    return {};
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Done || section == Ap ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Ap)
        return tr("Average precision of the outlines on held-out frames, in percent; on simulated frames when none are "
                  "held out");
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name: return tr("Run");
    case State: return tr("State");
    case Done: return tr("Done");
    case Ap: return tr("AP (%)");
    case Started: return tr("Started");
    case ColumnCount: break;
    }
    return {};
}

} // namespace blastoscope::ui
