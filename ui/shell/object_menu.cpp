// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/object_menu.h"

#include <QMenu>

#include "ui/settings/action_catalog.h"

namespace blastoscope::ui {
namespace {

/// Ids in the catalogue; null separates.
constexpr const char* kEntries[] = {"segment.continueTrack",
                                    "segment.startTrack",
                                    nullptr,
                                    "edit.makeBlastomere",
                                    "edit.makeFragment",
                                    "edit.makePolarBody",
                                    nullptr,
                                    "edit.nearer",
                                    "edit.farther",
                                    "edit.swapDepth",
                                    nullptr,
                                    "edit.uncertain",
                                    "edit.hide",
                                    "edit.lock",
                                    nullptr,
                                    "edit.duplicate",
                                    "edit.carry",
                                    "edit.merge",
                                    "edit.remove"};

} // namespace

ObjectMenu::ObjectMenu(const ActionCatalog& actions, QWidget& window)
    : QObject(&window), m_actions(actions), m_window(window)
{
}

void ObjectMenu::popUp(const QPoint& globalPosition)
{
    auto* menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : kEntries) {
        if (id)
            menu->addAction(m_actions.action(QString::fromLatin1(id)));
        else
            menu->addSeparator();
    }
    menu->popup(globalPosition);
}

} // namespace blastoscope::ui
