// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QString>

namespace blastoscope::ui {

/// One frame in the list of frames to look at.
struct ReviewRow {
    int frame = 0;
    QString title = {};        ///< e.g. "Frame 41 · 38.4 h"
    QString reason = {};       ///< the weightiest; empty when there is none
    QString toolTip = {};      ///< all reasons
    double need = 0;           ///< [0, 1]
    std::vector<int> ids = {}; ///< instances that the reasons are about
    bool operator==(const ReviewRow&) const = default;
};

/// Frames in the order in which they should be looked at.
class ReviewListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        FrameRole = Qt::UserRole + 1, ///< int
        ReasonRole,                   ///< QString
        NeedRole,                     ///< double
        CurrentRole,                  ///< bool: on the canvas
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<ReviewRow> rows);
    void setCurrentFrame(int frame);
    const std::vector<ReviewRow>& rows() const { return m_rows; }
    /// -1 when it is not in the list.
    int rowOf(int frame) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    std::vector<ReviewRow> m_rows;
    int m_current = -1;
};

} // namespace blastoscope::ui
