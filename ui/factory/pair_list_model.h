// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <vector>

#include <QAbstractListModel>

#include "core/dataset/generated/pair_files.h"

namespace blastoscope::ui {

/// The pairs of a factory, the most uncertain first, and which of them are to be learned from: a share of the most
/// uncertain stays out unless a person decides otherwise.
class PairListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FileRole = Qt::UserRole, UncertaintyRole, AcceptedRole, DecidedRole };

    using QAbstractListModel::QAbstractListModel;

    void setPairs(std::vector<dataset::PairEntry> pairs, std::map<QString, bool> decisions, double leftOut);
    void clear() { setPairs({}, {}, leftOut()); }

    double leftOut() const { return m_leftOut; }
    void setLeftOut(double share);
    std::map<QString, bool> decisions() const;
    void decide(const QModelIndexList& rows, bool accepted);

    bool isAccepted(int row) const;
    QString fileAt(int row) const;
    int acceptedCount() const { return m_accepted; }
    /// In the order in which they were made.
    std::vector<std::string> acceptedFiles() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    /// Which pairs are accepted; by hand: a person decided about single ones.
    void acceptedChanged();
    void decided();

private:
    struct Row {
        dataset::PairEntry pair;
        QString file;
        std::optional<bool> decision; ///< of a person
    };

    void count();

    std::vector<Row> m_rows; ///< by falling uncertainty
    double m_leftOut = 0.1;
    int m_accepted = 0; ///< counting thousands anew for each look would be felt
};

} // namespace blastoscope::ui
