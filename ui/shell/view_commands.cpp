// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/view_commands.h"

#include <QAction>
#include <QActionGroup>
#include <QDockWidget>
#include <QMenu>

#include "ui/canvas/canvas_actions.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/message_bar.h"
#include "ui/theme/theme.h"
#include "ui/timeline/timeline_bar.h"

namespace blastoscope::ui {

ViewCommands::ViewCommands(const ShellContext& context, const CanvasActions& canvas, const TimelineBar& timeline,
                           Theme& theme, const std::vector<QDockWidget*>& docks, QObject* parent)
    : CommandGroup(context, QStringLiteral("view"), tr("&View"), parent), m_theme(theme)
{
    addCanvasActions(canvas);
    addSeparator();
    addPositionMenu(timeline);
    addPanelMenu(docks);
    addThemeMenu();
    addLanguageMenu();
    addSeparator();
    QAction* full = add(
        "fullView", tr("&Full view"), [] {}, {Qt::Key_F11}, Icon::FullScreen);
    full->setCheckable(true);
    connect(full, &QAction::toggled, this, &ViewCommands::fullViewToggled);
    add(
        "commands", tr("&Commands…"), [this] { emit paletteRequested(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_P},
        Icon::Find);
}

void ViewCommands::addCanvasActions(const CanvasActions& canvas)
{
    canvas.zoomIn->setIcon(icon(Icon::ZoomIn));
    canvas.zoomOut->setIcon(icon(Icon::ZoomOut));
    canvas.fit->setIcon(icon(Icon::ZoomFit));
    canvas.actualPixels->setIcon(icon(Icon::ZoomOriginal));
    canvas.outlines->setIcon(icon(Icon::Silhouette));
    canvas.fills->setIcon(icon(Icon::Silhouettes));
    canvas.occlusion->setIcon(icon(Icon::Occlusion));
    // Everything but Tab, which must keep moving the focus elsewhere, works in the whole window.
    for (QAction* action : canvas.all()) {
        if (action != canvas.nextObject && action != canvas.previousObject)
            action->setShortcutContext(Qt::WindowShortcut);
    }
    const std::pair<const char*, QAction*> entries[] = {{"zoomIn", canvas.zoomIn},
                                                        {"zoomOut", canvas.zoomOut},
                                                        {"fit", canvas.fit},
                                                        {"actual", canvas.actualPixels},
                                                        {"masks", canvas.fills},
                                                        {"outlines", canvas.outlines},
                                                        {"hidden", canvas.occlusion},
                                                        {"labels", canvas.labels},
                                                        {"nextObject", canvas.nextObject},
                                                        {"previousObject", canvas.previousObject}};
    for (const auto& [id, action] : entries)
        adopt(menu(), id, *action);
}

void ViewCommands::addPositionMenu(const TimelineBar& timeline)
{
    QMenu* go = menu().addMenu(tr("&Go to"));
    const std::pair<const char*, QAction*> entries[] = {{"play", timeline.playAction()},
                                                        {"nextFrame", timeline.nextFrameAction()},
                                                        {"previousFrame", timeline.previousFrameAction()},
                                                        {"firstFrame", timeline.firstFrameAction()},
                                                        {"lastFrame", timeline.lastFrameAction()},
                                                        {"planeUp", timeline.planeUpAction()},
                                                        {"planeDown", timeline.planeDownAction()}};
    for (const auto& [id, action] : entries) {
        action->setShortcutContext(Qt::WindowShortcut); // wherever the focus is, most often on the canvas
        adopt(*go, id, *action);
    }
}

void ViewCommands::addPanelMenu(const std::vector<QDockWidget*>& docks)
{
    QMenu* panels = menu().addMenu(tr("&Panels"));
    for (QDockWidget* dock : docks) {
        QAction* toggle = dock->toggleViewAction();
        const auto name = [toggle](const QString& title) { // without the number of objects behind two spaces
            toggle->setText(tr("Panel “%1”").arg(title.section(QStringLiteral("  "), 0, 0)));
        };
        name(dock->windowTitle());
        // The dock gives its action its title again whenever that changes.
        connect(dock, &QWidget::windowTitleChanged, toggle, name);
        adopt(*panels, "panel." + dock->objectName(), *toggle);
    }
    panels->addSeparator();
    add(*panels, "resetLayout", tr("&Arrange as at first"), [this] { emit resetLayoutRequested(); });
}

void ViewCommands::addThemeMenu()
{
    QMenu* themes = menu().addMenu(tr("&Look"));
    auto* group = new QActionGroup(this);
    const std::tuple<const char*, QString, ThemeMode> modes[] = {
        {"themeSystem", tr("As the &desktop"), ThemeMode::System},
        {"themeLight", tr("&Light"), ThemeMode::Light},
        {"themeDark", tr("D&ark"), ThemeMode::Dark}};
    for (const auto& [id, text, mode] : modes) {
        QAction* action = add(*themes, id, text, [this, mode = mode] {
            m_theme.setMode(mode);
            shell().settings.setThemeMode(mode);
        });
        action->setCheckable(true);
        action->setChecked(m_theme.mode() == mode);
        group->addAction(action);
    }
}

void ViewCommands::addLanguageMenu()
{
    QMenu* languages = menu().addMenu(tr("Lan&guage"));
    auto* group = new QActionGroup(this);
    // Each language by its own name, so that it is found by who reads no other.
    const std::tuple<const char*, QString, Language> choices[] = {
        {"languageSystem", tr("As the &desktop"), Language::System},
        {"languageEnglish", QStringLiteral("English"), Language::English},
        {"languageGerman", QStringLiteral("Deutsch"), Language::German},
        {"languageChinese", QStringLiteral("简体中文"), Language::Chinese}};
    for (const auto& [id, text, language] : choices) {
        QAction* action = add(*languages, id, text, [this, language = language] {
            shell().settings.setLanguage(language);
            shell().messages.showInformation(tr("The language changes when Blastoscope is started the next time."));
        });
        action->setCheckable(true);
        action->setChecked(shell().settings.language() == language);
        group->addAction(action);
    }
}

} // namespace blastoscope::ui
