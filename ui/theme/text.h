// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace blastoscope::ui {

/// At most `most` characters (3 or more), the middle left out: names are told apart by their beginnings and ends. For
/// places that would grow with the text.
QString shortened(const QString& text, int most);

/// Lets a line break inside words that are too long for a line, e.g. paths: for labels that wrap at words alone.
QString breakable(const QString& text);

/// What a menu shows, without the mark of its key: "&File" and "文件(&F)" are "File" and "文件"; "&&" is an ampersand.
QString withoutMnemonic(QString text);

} // namespace blastoscope::ui
