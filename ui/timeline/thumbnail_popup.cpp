// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/thumbnail_popup.h"

#include <algorithm>

#include <QLabel>
#include <QPixmap>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/theme/metrics.h"

namespace blastoscope::ui {

ThumbnailPopup::ThumbnailPopup(QWidget* parent)
    : QFrame(parent, Qt::ToolTip), m_picture(new QLabel(this)), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* layout = new QVBoxLayout(this);
    const int unit = gridUnit(this);
    layout->setContentsMargins(unit, unit, unit, unit);
    layout->setSpacing(unit / 2);
    layout->addWidget(m_picture, 0, Qt::AlignHCenter);
    for (QLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    m_picture->setAutoFillBackground(true);
    m_picture->setBackgroundRole(QPalette::Base);
    m_title->setFont(tabularFigures(font()));
    m_text->setForegroundRole(QPalette::PlaceholderText);
}

void ThumbnailPopup::showAt(const QPoint& globalBottomCenter, const QImage& picture, const QString& title,
                            const QString& text)
{
    const QSize room = QSize(20, 20) * gridUnit(this);
    QPixmap pixmap;
    if (!picture.isNull()) {
        const double ratio = devicePixelRatioF();
        pixmap = QPixmap::fromImage(picture.scaled(room * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        m_pictureSize = pixmap.deviceIndependentSize().toSize();
    }
    m_picture->setPixmap(pixmap);
    m_picture->setFixedSize(m_pictureSize.isEmpty() ? room : m_pictureSize);
    m_title->setText(title);
    m_text->setText(text);
    adjustSize();
    QPoint corner = globalBottomCenter - QPoint(width() / 2, height());
    if (const QScreen* screen = this->screen()) {
        const QRect area = screen->availableGeometry();
        corner.setX(std::clamp(corner.x(), area.left(), std::max(area.left(), area.right() - width())));
        corner.setY(std::max(corner.y(), area.top()));
    }
    move(corner);
    show();
}

} // namespace blastoscope::ui
