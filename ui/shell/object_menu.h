// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace blastoscope::ui {

class ActionCatalog;

/// What a right click on an object offers, on the canvas and in the list: commands for the selected objects that are
/// in the menus, too.
class ObjectMenu : public QObject {
    Q_OBJECT
public:
    ObjectMenu(const ActionCatalog& actions, QWidget& window);

public slots:
    void popUp(const QPoint& globalPosition);

private:
    const ActionCatalog& m_actions;
    QWidget& m_window;
};

} // namespace blastoscope::ui
