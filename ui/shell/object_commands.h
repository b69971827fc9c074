// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/object_class.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

class FrameEditor;

/// What can be done to the selected objects without a tool: the larger part of the Edit menu.
class ObjectCommands : public CommandGroup {
    Q_OBJECT
public:
    ObjectCommands(const ShellContext& context, QMenu& menu, FrameEditor& editor, QObject* parent);

signals:
    void newObjectRequested();

private:
    void addShapeActions();
    void addKindActions();
    void addFlagActions();
    void addDepthActions();
    void duplicate();
    void carry();
    void removeInRange();
    /// What the first kind is called in the stack on the canvas.
    QString countedKind() const;
    void update();

    FrameEditor& m_editor;
    QAction* m_new = nullptr;
    QAction* m_carry = nullptr;
    QAction* m_removeInRange = nullptr;
    QAction* m_merge = nullptr;
    QAction* m_counted = nullptr; ///< makes a blastomere, or what is counted in its place
    QList<QAction*> m_actions; ///< of at least one selected object
};

} // namespace blastoscope::ui
