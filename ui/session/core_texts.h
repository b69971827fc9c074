// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>
#include <QStringList>

namespace blastoscope::ui {

/// What core says in English, in the language of the window. Known are warnings about stacks, pixel sizes and training
/// sets, the lines that an import or export itself adds to its report, and why a model runs on a device. Everything
/// else stays as it is, above all messages of errors: there are hundreds of them, and they hold each other.
QString inWindowLanguage(const QString& text);
QString inWindowLanguage(const std::string& text);

/// The known texts, in English; %1 and %2 stand for numbers and names.
QStringList knownCoreTexts();

} // namespace blastoscope::ui
