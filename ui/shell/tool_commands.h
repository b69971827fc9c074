// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include <QTimer>

#include "ui/shell/command_group.h"
#include "ui/tools/brush_settings.h"
#include "ui/tools/snap_settings.h"

class QActionGroup;

namespace blastoscope::ui {

class CanvasTool;
class EditTool;
class FrameEditor;
class PromptSource;
class ShapeMender;
class SnapStrength;
class ToolStrip;

/// What the tools work with.
struct ToolParts {
    FrameEditor& editor;
    PromptSource& prompts;
    ShapeMender& mender;
};

/// The tools of the canvas: their actions, the strip beside it, and what the status bar says about them.
class ToolCommands : public CommandGroup {
    Q_OBJECT
public:
    enum class Tool { Select, Click, Brush, Eraser, Polygon, Contour, Ellipse, Snap, Move, Split };

    ToolCommands(const ShellContext& context, QMenu& menu, const ToolParts& parts, QObject* parent);

    Tool tool() const { return m_tool; }
    void setTool(Tool tool);
    BrushSettings& brush() { return m_brush; }

public slots:
    /// With the brush, unless a tool that draws is in use.
    void beginNewObject();

signals:
    void hintChanged(const QString& hint);

private:
    void addToolActions(QMenu& menu);
    void addBrushActions(QMenu& menu);
    void createStrip();
    std::unique_ptr<EditTool> makeTool(Tool tool);
    /// Somebody else may have put a tool of their own there.
    void showCanvasTool();
    void showHint();
    void showReason(const QString& reason);
    void updateEnabled();

    FrameEditor& m_editor;
    PromptSource& m_prompts;
    ShapeMender& m_mender;
    BrushSettings m_brush;
    SnapSettings m_snap;
    Tool m_tool = Tool::Select;
    const CanvasTool* m_own = nullptr; ///< the tool that setTool() made
    QActionGroup* m_group = nullptr;
    std::map<Tool, QAction*> m_actions;
    QList<QAction*> m_brushActions;
    ToolStrip* m_strip = nullptr;
    SnapStrength* m_snapStrength = nullptr;
    QTimer m_reasonTimer; ///< while a reason stands in the place of the hint
};

} // namespace blastoscope::ui
