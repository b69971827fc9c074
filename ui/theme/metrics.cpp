// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QFontMetrics>
#include <QWidget>

namespace blastoscope::ui {

int gridUnit(const QWidget* widget)
{
    const QFontMetrics metrics = widget ? widget->fontMetrics() : QFontMetrics(QApplication::font());
    return qMax(8, qRound(metrics.height() / 2.0));
}

QFont tabularFigures(const QFont& font)
{
    // Qt 6.4 cannot switch OpenType features, but almost every desktop font sets lining figures of equal width by
    // default; only fonts with proportional figures are replaced.
    const QFontMetrics metrics(font);
    for (QChar digit = u'1'; digit <= u'9'; digit = QChar(digit.unicode() + 1)) {
        if (metrics.horizontalAdvance(digit) != metrics.horizontalAdvance(u'0')) {
            QFont fixed(font);
            fixed.setStyleHint(QFont::TypeWriter);
            fixed.setFamilies({QStringLiteral("monospace")});
            return fixed;
        }
    }
    return font;
}

} // namespace blastoscope::ui
