// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QAbstractListModel>

#include "core/dataset/pair_files.h"

namespace blastoscope::ui
{

/// The pairs of a factory, the most uncertain first, and which of them are to be learned from: a share of the most
/// uncertain stays out unless a person decides otherwise.
class PairListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { FileRole = Qt::UserRole, UncertaintyRole, AcceptedRole, DecidedRole };

    using QAbstractListModel::QAbstractListModel;

    void setPairs(std::vector<dataset::PairEntry> pairs, std::map<QString, bool> decisions, double leftOut);
    void clear() { setPairs({}, {}, leftOut()); }

    double leftOut() const { return m_leftOut; }
    void setLeftOut(double share);
    const std::map<QString, bool>& decisions() const { return m_decisions; }
    void decide(const QModelIndexList& rows, bool accepted);

    bool isAccepted(int row) const;
    QString fileAt(int row) const;
    int acceptedCount() const;
    /// In the order in which they were made.
    std::vector<std::string> acceptedFiles() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    /// Which pairs are accepted; by hand: a person decided about single ones.
    void acceptedChanged();
    void decided();

private:
    std::vector<dataset::PairEntry> m_pairs; ///< by falling uncertainty
    std::map<QString, bool> m_decisions;
    double m_leftOut = 0.1;
};

} // namespace blastoscope::ui
