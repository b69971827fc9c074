// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QIcon>
#include <QToolTip>

#include "ui/theme/instrument_style.h"
#include "ui/theme/palette.h"

// The macro must stand outside every namespace.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace blastoscope::ui {

Theme::Theme(QApplication& application)
    : QObject(&application), m_application(application), m_systemIsDark(isDark(application.palette()))
{
    initIconResources();
    application.setWindowIcon(QIcon(QStringLiteral(":/blastoscope/icons/blastoscope.svg")));
    application.setStyle(new InstrumentStyle);
    setMode(ThemeMode::System);
}

bool Theme::isDarkNow() const
{
    return m_mode == ThemeMode::Dark || (m_mode == ThemeMode::System && m_systemIsDark);
}

void Theme::setMode(ThemeMode mode)
{
    m_mode = mode;
    const QPalette palette = isDarkNow() ? darkPalette() : lightPalette();
    // The icon theme first: widgets repaint on the palette change and must then find the right icons.
    QIcon::setThemeName(isDarkNow() ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
    emit changed();
}

} // namespace blastoscope::ui
