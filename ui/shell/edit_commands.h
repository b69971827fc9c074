// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/document.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

/// Undo, redo and what can be done to the selected object of the current frame.
class EditCommands : public CommandGroup {
    Q_OBJECT
public:
    EditCommands(const ShellContext& context, QObject* parent);

signals:
    void calibrateRequested();
    void propertiesRequested();
    void shortcutsRequested();

private:
    void createActions();
    void createObjectActions();
    void watchCurrent(OpenStack* stack);
    void updateEnabled();

    void undo();
    void redo();
    void removeSelected();
    void clearFrame();
    void changeSelected(const std::function<void(annotation::InstanceAttributes&)>& change);
    /// Puts the selected object before (or behind) the ones it overlaps.
    void moveInDepth(bool nearer);
    void copyPicture();
    const annotation::Instance* selected() const;
    void report(const base::Status& status);

    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QList<QAction*> m_stackActions;
    QList<QAction*> m_objectActions;
};

} // namespace blastoscope::ui
