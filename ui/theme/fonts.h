// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

class QLocale;

namespace blastoscope::ui {

/// The font of the application with the families that hold the characters of that language behind its own: without
/// them Chinese text takes the shapes of whatever East Asian font comes first, often the Japanese ones.
QFont withFallbacks(const QFont& font, const QLocale& locale);

} // namespace blastoscope::ui
