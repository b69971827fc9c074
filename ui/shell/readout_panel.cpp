// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/readout_panel.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"

namespace blastoscope::ui {

namespace {

void setInk(QLabel& label, const QColor& color)
{
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::WindowText, color);
    label.setPalette(palette);
}

QString meaningOf(const Readout& readout)
{
    QString text = QStringLiteral("<p><b>%1</b></p><p>%2</p>")
                       .arg(readout.label.toHtmlEscaped(), readout.definition.toHtmlEscaped());
    if (!readout.formula.isEmpty())
        text += QStringLiteral("<p><i>%1</i></p>").arg(readout.formula.toHtmlEscaped());
    if (!readout.unit.isEmpty())
        text += QStringLiteral("<p>%1</p>").arg(ReadoutPanel::tr("Unit: %1").arg(readout.unit.toHtmlEscaped()));
    if (!readout.limits.isEmpty())
        text += QStringLiteral("<p>%1</p>")
                    .arg(ReadoutPanel::tr("What it cannot say: %1").arg(readout.limits.toHtmlEscaped()));
    return text;
}

} // namespace

ReadoutPanel::ReadoutPanel(QWidget* parent) : QWidget(parent)
{
    m_hint = new QLabel(this);
    m_hint->setWordWrap(true);
    m_notes = new QLabel(this);
    m_notes->setWordWrap(true);
    m_notes->hide();
    m_calibrate = new QPushButton(icon(Icon::Calibrate), tr("Calibrate…"), this);
    m_calibrate->setToolTip(tr("Lengths are in pixels until the pixel size is known"));
    m_calibrate->hide();
    connect(m_calibrate, &QPushButton::clicked, this, &ReadoutPanel::calibrateRequested);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addSpacing(0);
    layout->addWidget(m_notes);
    layout->addWidget(m_calibrate, 0, Qt::AlignLeft);
    layout->addStretch(1);
    rebuild();
}

void ReadoutPanel::setReadouts(const QList<Readout>& readouts)
{
    m_readouts = readouts;
    m_hint->setVisible(readouts.isEmpty() && !m_hintText.isEmpty());
    rebuild();
}

void ReadoutPanel::setHint(const QString& hint)
{
    m_hintText = hint;
    m_hint->setText(hint);
    setReadouts({});
}

void ReadoutPanel::setNotes(const QStringList& notes)
{
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

void ReadoutPanel::setCalibrateOffered(bool offered)
{
    m_calibrate->setVisible(offered);
}

QString ReadoutPanel::valueOf(const QString& label) const
{
    for (const Readout& readout : m_readouts) {
        if (readout.label == label)
            return readout.value;
    }
    return {};
}

void ReadoutPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_rows)
        rebuild();
    QWidget::changeEvent(event);
}

void ReadoutPanel::rebuild()
{
    delete m_rows;
    m_rows = new QWidget(this);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(gridUnit(this));
    m_grid->setVerticalSpacing(gridUnit(this) / 4);
    m_grid->setColumnStretch(0, 1);
    // Wide enough for every value: the numbers must not jump from frame to frame.
    m_grid->setColumnMinimumWidth(1, gridUnit(this) * 8);
    m_grid->setColumnMinimumWidth(2, gridUnit(this) * 4);
    for (int row = 0; row < m_readouts.size(); ++row)
        addRow(m_readouts[row], row);
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_rows);
    setInk(*m_hint, mutedText(QApplication::palette()));
    setInk(*m_notes, mutedText(QApplication::palette()));
}

void ReadoutPanel::addRow(const Readout& readout, int row)
{
    const QPalette palette = QApplication::palette();
    auto* label = new QLabel(readout.label, m_rows);
    setInk(*label, mutedText(palette));
    auto* value = new QLabel(readout.value.isEmpty() ? QStringLiteral("–") : readout.value, m_rows);
    QFont font = tabularFigures(this->font());
    font.setPointSizeF(font.pointSizeF() * 1.15);
    value->setFont(font);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setInk(*value, readout.reviewed ? palette.color(QPalette::WindowText) : mutedText(palette));
    auto* unit = new QLabel(readout.value.isEmpty() ? QString() : readout.unit, m_rows);
    setInk(*unit, mutedText(palette));
    auto* info = new QToolButton(m_rows);
    info->setIcon(icon(Icon::Information));
    info->setIconSize(QSize(gridUnit(this), gridUnit(this)) * 2);
    info->setAutoRaise(true);
    const QString meaning = meaningOf(readout);
    info->setToolTip(meaning);
    info->setAccessibleName(tr("What “%1” means").arg(readout.label));
    connect(info, &QToolButton::clicked, info, [info, meaning] {
        QToolTip::showText(info->mapToGlobal(QPoint(0, info->height())), meaning, info, {}, 60'000);
    });
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(value, row, 1);
    m_grid->addWidget(unit, row, 2);
    m_grid->addWidget(info, row, 3);
}

} // namespace blastoscope::ui
