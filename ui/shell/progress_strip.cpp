// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/progress_strip.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

ProgressStrip::ProgressStrip(QWidget* parent) : QWidget(parent)
{
    m_text = new QLabel(this);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(tabularFigures(font()));
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(gridUnit(this) * 18);
    m_bar->setMaximumHeight(gridUnit(this) * 3 / 2);
    m_cancel = new QToolButton(this);
    m_cancel->setObjectName(QStringLiteral("cancelProgress"));
    m_cancel->setIcon(icon(Icon::Close));
    m_cancel->setToolTip(tr("Cancel; what is finished stays"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setAutoRaise(true);
    connect(m_cancel, &QToolButton::clicked, this, &ProgressStrip::cancelRequested);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    clear();
}

void ProgressStrip::showProgress(const QString& what, int done, int total, std::optional<double> secondsLeft,
                                 bool cancellable)
{
    QString text = what;
    if (total > 0)
        text += tr("  %1 / %2").arg(done).arg(total);
    if (secondsLeft)
        text += tr("  ·  %1 left").arg(durationText(*secondsLeft));
    m_text->setText(text);
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_cancel->setVisible(cancellable);
    show();
}

void ProgressStrip::clear()
{
    m_text->clear();
    hide();
}

QString ProgressStrip::text() const
{
    return m_text->text();
}

QString durationText(double seconds)
{
    const int total = int(std::ceil(seconds));
    const int minutes = total / 60 % 60;
    if (total < 3600)
        return QStringLiteral("%1:%2").arg(minutes).arg(total % 60, 2, 10, QChar(u'0'));
    return QStringLiteral("%1:%2:%3")
        .arg(total / 3600)
        .arg(minutes, 2, 10, QChar(u'0'))
        .arg(total % 60, 2, 10, QChar(u'0'));
}

} // namespace blastoscope::ui
