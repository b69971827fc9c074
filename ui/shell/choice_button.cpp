// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/choice_button.h"

#include <QPainter>
#include <QStyle>

#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

ChoiceButton::ChoiceButton(const QIcon& picture, const QString& title, const QString& description, QWidget* parent)
    : QAbstractButton(parent), m_description(description)
{
    setIcon(picture);
    setText(title);
    setAccessibleDescription(description);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceButton::setDescription(const QString& description)
{
    m_description = description;
    setAccessibleDescription(description);
    updateGeometry();
    update();
}

QFont ChoiceButton::titleFont() const
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    return font;
}

int ChoiceButton::margin() const
{
    return gridUnit(this) * 2;
}

int ChoiceButton::pictureSize() const
{
    return gridUnit(this) * 5;
}

QSize ChoiceButton::sizeHint() const
{
    const int height = 2 * margin() + pictureSize() + gridUnit(this) * 2 + QFontMetrics(titleFont()).height() +
                       fontMetrics().lineSpacing() * 3;
    return {gridUnit(this) * 28, height};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {gridUnit(this) * 20, sizeHint().height()};
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    const bool lifted = underMouse() && isEnabled();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(lifted || hasFocus() ? accentText(palette()) : separatorColor(palette()), hasFocus() ? 2 : 1));
    painter.setBrush(palette().color(isDown() ? QPalette::AlternateBase : QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), gridUnit(this), gridUnit(this));

    const QRect inner = rect().adjusted(margin(), margin(), -margin(), -margin());
    const QRect picture(inner.topLeft(), QSize(pictureSize(), pictureSize()));
    icon().paint(&painter, picture, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);

    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.setFont(titleFont());
    const QRect title(inner.left(), picture.bottom() + gridUnit(this), inner.width(), painter.fontMetrics().height());
    painter.drawText(title, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic), text());

    painter.setFont(font());
    painter.setPen(mutedText(palette()));
    const QRect description(inner.left(), title.bottom() + gridUnit(this) / 2, inner.width(),
                            inner.bottom() - title.bottom());
    painter.drawText(description, int(Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap), breakable(m_description));
}

void ChoiceButton::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ChoiceButton::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace blastoscope::ui
