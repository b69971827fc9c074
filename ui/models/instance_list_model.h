// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QAbstractTableModel>
#include <QColor>

#include "core/base/object_class.h"

namespace blastoscope::ui {

/// One line of the list beside the canvas.
struct InstanceRow {
    int id = 0;
    int number = 0; ///< as painted on the canvas
    base::ObjectClass objectClass = base::ObjectClass::Blastomere;
    QColor color;
    double diameterPx = 0;                 ///< equivalent diameter
    std::optional<double> visibleFraction; ///< [0, 1]; nothing where the depth order is unknown
    std::optional<double> score;           ///< [0, 1]; model output only
    bool reviewed = false;                 ///< a person drew, edited or accepted it
    bool hidden = false;
    QString ownName = {}; ///< "Nucleus", for an object that is none of the classes; empty: its class says it
    std::optional<int> track = {}; ///< the same through time, from one division to the next
    bool operator==(const InstanceRow&) const = default;
};

/// The instances of the frame on the canvas.
class InstanceListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Diameter, Visible, Score, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1, ///< int
        ColorRole,                 ///< QColor
        ReviewedRole,              ///< bool: values of an unreviewed model instance are painted lighter
        HighlightedRole,           ///< bool: under the cursor on the canvas
        SortRole,                  ///< the number behind the text
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows with the same ids in the same order are updated in place: selection and scrolling stay.
    void setRows(std::vector<InstanceRow> rows);
    /// Nothing = not calibrated: diameters are in px.
    void setUmPerPixel(std::optional<double> umPerPixel);
    void setHighlighted(std::optional<int> id);

    const std::vector<InstanceRow>& rows() const { return m_rows; }
    /// -1 when there is no such instance.
    int rowOf(int id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const InstanceRow& row, int column) const;
    QVariant number(const InstanceRow& row, int column) const;
    QString toolTip(const InstanceRow& row, int column) const;

    std::vector<InstanceRow> m_rows;
    std::optional<double> m_umPerPixel;
    std::optional<int> m_highlighted;
};

} // namespace blastoscope::ui
