// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/document.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

class FrameEditor;
class ObjectCommands;
class SegmentationQueue;
class ToolCommands;
struct ShellServices;

/// Undo, redo, tools, what can be done to the selected objects and to the current frame.
class EditCommands : public CommandGroup {
    Q_OBJECT
public:
    EditCommands(const ShellContext& context, SegmentationQueue& queue, const ShellServices& services, QObject* parent);

signals:
    void calibrateRequested();
    void propertiesRequested();
    void shortcutsRequested();
    /// For the status bar: what the tool does, or why something cannot be done.
    void hintChanged(const QString& hint);

private:
    void createActions(SegmentationQueue& queue, const ShellServices& services);
    void createEditor();
    void watchCurrent(OpenStack* stack);
    /// Tools edit the frame that is on the screen, and none while another one is asked for.
    void followFrame();
    void updateEnabled();

    void clearFrame();
    void copyPicture();
    void report(const base::Status& status);
    void showError(const base::Error& error);

    FrameEditor* m_editor = nullptr;
    ToolCommands* m_tools = nullptr;
    ObjectCommands* m_objects = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    QList<QAction*> m_stackActions;
};

} // namespace blastoscope::ui
