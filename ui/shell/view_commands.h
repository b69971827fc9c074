// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/shell/command_group.h"

class QDockWidget;

namespace blastoscope::ui {

struct CanvasActions;
class Theme;
class TimelineBar;

/// What is seen and how: canvas, position, panels, look and language.
class ViewCommands : public CommandGroup {
    Q_OBJECT
public:
    ViewCommands(const ShellContext& context, const CanvasActions& canvas, const TimelineBar& timeline, Theme& theme,
                 const std::vector<QDockWidget*>& docks, QObject* parent);

signals:
    void fullViewToggled(bool full);
    void paletteRequested();
    void resetLayoutRequested();

private:
    void addCanvasActions(const CanvasActions& canvas);
    void addPositionMenu(const TimelineBar& timeline);
    void addPanelMenu(const std::vector<QDockWidget*>& docks);
    void addThemeMenu();
    void addLanguageMenu();

    Theme& m_theme;
};

} // namespace blastoscope::ui
