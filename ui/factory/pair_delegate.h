// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "ui/factory/pair_images.h"

namespace blastoscope::ui {

/// Paints a pair as a small picture with the chosen layer; those that are left out are pale and crossed out.
class PairDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    PairDelegate(PairImages& images, QObject* parent);

    void setLayer(PairLayer layer) { m_layer = layer; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    PairImages& m_images;
    PairLayer m_layer = PairLayer::Labels;
};

} // namespace blastoscope::ui
