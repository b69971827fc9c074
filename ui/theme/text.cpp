// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text.h"

#include <algorithm>

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

} // namespace blastoscope::ui
