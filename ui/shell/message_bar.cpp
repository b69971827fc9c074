// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

constexpr int kInformationMs = 8000;
constexpr std::size_t kMaxStrips = 4;

QIcon iconOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Warning: return icon(Icon::Warning);
    case MessageKind::Error: return icon(Icon::Error);
    case MessageKind::Information: break;
    }
    return icon(Icon::Information);
}

QPlainTextEdit* detailsBox(const QString& text, QWidget* parent)
{
    auto* box = new QPlainTextEdit(text, parent);
    box->setReadOnly(true);
    box->setMaximumHeight(gridUnit(parent) * 14);
    box->hide();
    return box;
}

} // namespace

MessageStrip::MessageStrip(const Message& message, QWidget* parent)
    : QFrame(parent), m_key(message.key.isEmpty() ? message.text : message.key), m_text(message.text)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const int unit = gridUnit(this);

    auto* picture = new QLabel(this);
    picture->setPixmap(iconOf(message.kind).pixmap(QSize(unit * 3, unit * 3), devicePixelRatioF()));
    auto* text = new QLabel(breakable(message.text), this);
    text->setTextFormat(Qt::PlainText); // names of files may look like markup
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout;
    row->setSpacing(unit);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(unit, unit / 2, unit / 2, unit / 2);
    column->addLayout(row);
    if (!message.details.isEmpty()) {
        QPlainTextEdit* details = detailsBox(message.details, this);
        auto* more = new QPushButton(tr("Details"), this);
        more->setCheckable(true);
        more->setFlat(true);
        connect(more, &QPushButton::toggled, details, &QWidget::setVisible);
        row->addWidget(more, 0, Qt::AlignTop);
        column->addWidget(details);
    }
    for (const auto& [text, action] : {std::pair(message.actionText, message.action),
                                       std::pair(message.otherText, message.other)}) {
        if (!action)
            continue;
        auto* button = new QPushButton(text, this);
        connect(button, &QPushButton::clicked, this, [this, action = action] {
            emit closed();
            action();
        });
        row->addWidget(button, 0, Qt::AlignTop);
    }
    auto* close = new QToolButton(this);
    close->setIcon(icon(Icon::Close));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &MessageStrip::closed);
    row->addWidget(close, 0, Qt::AlignTop);
}

MessageBar::MessageBar(QWidget* parent) : QWidget(parent)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(gridUnit(this), gridUnit(this), gridUnit(this), 0);
    m_layout->setSpacing(gridUnit(this) / 2);
    parent->installEventFilter(this);
    hide();
}

void MessageBar::keepClearOf(QWidget* strip)
{
    m_clear = strip;
    strip->installEventFilter(this);
}

void MessageBar::show(const Message& message)
{
    dismiss(message.key.isEmpty() ? message.text : message.key);
    if (m_strips.size() == kMaxStrips)
        remove(m_strips.front());
    auto* strip = new MessageStrip(message, this);
    m_strips.push_back(strip);
    m_layout->addWidget(strip);
    connect(strip, &MessageStrip::closed, this, [this, strip] { remove(strip); });
    if (message.kind == MessageKind::Information && !message.action)
        QTimer::singleShot(kInformationMs, strip, [this, strip] { remove(strip); });
    place();
    setVisible(true);
    raise();
}

void MessageBar::showError(const base::Error& error)
{
    show({.kind = MessageKind::Error,
          .text = QString::fromStdString(error.message),
          .details = QString::fromStdString(error.detail)});
}

void MessageBar::showInformation(const QString& text)
{
    show({.text = text});
}

void MessageBar::dismiss(const QString& key)
{
    for (MessageStrip* strip : m_strips) {
        if (strip->key() == key) {
            remove(strip);
            return;
        }
    }
}

QStringList MessageBar::texts() const
{
    QStringList texts;
    for (const MessageStrip* strip : m_strips)
        texts.append(strip->text());
    return texts;
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type == QEvent::Resize || (watched == m_clear && (type == QEvent::Show || type == QEvent::Hide)))
        place();
    return QWidget::eventFilter(watched, event);
}

bool MessageBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::event(event);
}

void MessageBar::place()
{
    const bool isBeside = m_clear && m_clear->isVisible() && parentWidget()->isAncestorOf(m_clear);
    const int left = isBeside ? m_clear->mapTo(parentWidget(), QPoint(m_clear->width(), 0)).x() : 0;
    const int width = parentWidget()->width() - left;
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    setGeometry(left, 0, width, height);
}

void MessageBar::remove(MessageStrip* strip)
{
    std::erase(m_strips, strip);
    m_layout->removeWidget(strip);
    strip->hide();
    strip->deleteLater();
    setVisible(!m_strips.empty());
}

} // namespace blastoscope::ui
