// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

class QApplication;

namespace blastoscope::ui {

enum class ThemeMode { System, Light, Dark };

/// Puts the style, the palette and the icon theme on the application. Create one, after the QApplication and before
/// the first window. System follows the palette that the desktop gave the application at its start: Qt 6.4 cannot be
/// asked for the colour scheme.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application);

    ThemeMode mode() const { return m_mode; }
    /// What the mode comes down to on this desktop.
    bool isDarkNow() const;
    void setMode(ThemeMode mode);

signals:
    void changed();

private:
    QApplication& m_application;
    ThemeMode m_mode = ThemeMode::System;
    bool m_systemIsDark = false;
};

} // namespace blastoscope::ui
