// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pair_preview.h"

#include <algorithm>

#include <QPainter>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

PairPreview::PairPreview(PairImages& images, QWidget* parent) : QWidget(parent), m_images(images)
{
    setAccessibleName(tr("The chosen pair"));
    setMinimumSize(18 * gridUnit(this), 36 * gridUnit(this));
    connect(&images, &PairImages::loaded, this, [this](const QStringList& files) {
        if (files.contains(m_file))
            update();
    });
}

void PairPreview::setFile(const QString& file)
{
    m_file = file;
    update();
}

void PairPreview::paintEvent(QPaintEvent*)
{
    const PairImage* pair = m_file.isEmpty() ? nullptr : m_images.find(m_file);
    if (!pair || pair->picture.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QString names[] = {tr("Picture"), tr("Labels"), tr("Uncertainty")};
    const QImage* layers[] = {nullptr, &pair->labels, &pair->uncertainty};
    const int line = fontMetrics().height() + gridUnit(this) / 2;
    const int side = std::min(width(), height() / 3 - line);
    for (int i = 0; i < 3; ++i) {
        const int top = i * (height() / 3);
        painter.setPen(mutedText(palette()));
        painter.drawText(QRect(0, top, width(), line), Qt::AlignLeft | Qt::AlignVCenter, names[i]);
        const QRect area(0, top + line, side, side);
        painter.drawImage(area, pair->picture);
        if (layers[i])
            painter.drawImage(area, *layers[i]);
    }
}

} // namespace blastoscope::ui
