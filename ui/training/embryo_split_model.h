// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

namespace blastoscope::ui {

/// One embryo of a training set that is being planned.
struct EmbryoRow {
    std::string embryo; ///< id
    QString stack;      ///< its name, for people
    int frames = 0;
    bool heldOut = false;
    bool operator==(const EmbryoRow&) const = default;
};

/// The embryos of a training set; a check mark holds one out.
class EmbryoSplitModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Embryo, Frames, HeldOut, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<EmbryoRow> rows);
    const std::vector<EmbryoRow>& rows() const { return m_rows; }
    /// Ids.
    std::vector<std::string> heldOut() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// A person held an embryo out, or no more.
    void splitEdited();

private:
    std::vector<EmbryoRow> m_rows;
};

} // namespace blastoscope::ui
