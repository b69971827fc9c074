// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text.h"

#include <algorithm>

#include <QRegularExpression>

namespace blastoscope::ui {

namespace {

constexpr int kLongWord = 32; ///< characters that always find room on a line
constexpr QChar kMayBreakHere(0x200b);

bool isInsidePair(const QString& text, qsizetype position)
{
    return position > 0 && position < text.size() && text[position].isLowSurrogate();
}

} // namespace

QString shortened(const QString& text, int most)
{
    if (text.size() <= most)
        return text;
    qsizetype head = most / 2;
    qsizetype tail = text.size() - (most - 1 - head);
    head -= isInsidePair(text, head) ? 1 : 0;
    tail += isInsidePair(text, tail) ? 1 : 0;
    return text.first(head) + QChar(0x2026) + text.sliced(tail);
}

QString breakable(const QString& text)
{
    QString out;
    int length = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (length == kLongWord && !isInsidePair(text, i)) {
            out += kMayBreakHere;
            length = 0;
        }
        out += text[i];
        length = text[i].isSpace() ? 0 : std::min(length + 1, kLongWord);
    }
    return out;
}

QString withoutMnemonic(QString text)
{
    static const QRegularExpression ofChinese(QStringLiteral("\\(&[A-Za-z0-9]\\)"));
    text.remove(ofChinese);
    text.replace(QLatin1String("&&"), QStringLiteral("\x01"));
    text.remove(u'&');
    return text.replace(u'\x01', u'&');
}

} // namespace blastoscope::ui
