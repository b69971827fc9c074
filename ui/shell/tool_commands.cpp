// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tool_commands.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/select_tool.h"
#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/snap_strength.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/tool_strip.h"
#include "ui/tools/brush_tool.h"
#include "ui/tools/contour_tool.h"
#include "ui/tools/ellipse_tool.h"
#include "ui/tools/move_tool.h"
#include "ui/tools/polygon_tool.h"
#include "ui/tools/prompt_tool.h"
#include "ui/tools/snap_tool.h"
#include "ui/tools/split_tool.h"

namespace blastoscope::ui {
namespace {

constexpr int kReasonMs = 4000;

} // namespace

ToolCommands::ToolCommands(const ShellContext& context, QMenu& menu, const ToolParts& parts, QObject* parent)
    : CommandGroup(context, QStringLiteral("tool"), tr("Tools"), menu, parent), m_editor(parts.editor),
      m_prompts(parts.prompts), m_mender(parts.mender)
{
    QMenu* tools = menu.addMenu(tr("&Tool"));
    addToolActions(*tools);
    tools->addSeparator();
    addBrushActions(*tools);
    createStrip();
    m_reasonTimer.setSingleShot(true);
    m_reasonTimer.setInterval(kReasonMs);
    connect(&m_reasonTimer, &QTimer::timeout, this, &ToolCommands::showHint);
    connect(&m_editor, &FrameEditor::refused, this, &ToolCommands::showReason);
    connect(&shell().view.canvas(), &CanvasView::toolChanged, this, &ToolCommands::showCanvasTool);
    connect(&shell().workspace, &Workspace::currentChanged, this, &ToolCommands::updateEnabled);
    updateEnabled();
}

void ToolCommands::addToolActions(QMenu& menu)
{
    m_group = new QActionGroup(this);
    const std::tuple<Tool, const char*, QString, QKeySequence, Icon> tools[] = {
        {Tool::Select, "select", tr("&Select"), Qt::Key_V, Icon::Select},
        {Tool::Click, "click", tr("&Click to segment"), Qt::Key_Q, Icon::Click},
        {Tool::Brush, "brush", tr("&Brush"), Qt::Key_B, Icon::Brush},
        {Tool::Eraser, "eraser", tr("&Eraser"), Qt::Key_E, Icon::Eraser},
        {Tool::Ellipse, "ellipse", tr("E&llipse"), Qt::Key_O, Icon::Ellipse},
        {Tool::Polygon, "polygon", tr("&Polygon"), Qt::Key_P, Icon::Polygon},
        {Tool::Contour, "contour", tr("Points of the &outline"), Qt::Key_T, Icon::Contour},
        {Tool::Snap, "snap", tr("S&nap to the shape of a cell"), Qt::Key_G, Icon::Snap},
        {Tool::Move, "move", tr("&Move"), Qt::Key_M, Icon::Move},
        {Tool::Split, "split", tr("Spl&it with a line"), Qt::Key_K, Icon::Split}};
    for (const auto& [tool, id, text, key, picture] : tools) {
        QAction* action = add(
            menu, QString::fromLatin1(id), text, [this, tool = tool] { setTool(tool); }, {key}, picture);
        action->setCheckable(true);
        m_group->addAction(action);
        m_actions[tool] = action;
    }
    m_actions[Tool::Select]->setChecked(true);
}

void ToolCommands::addBrushActions(QMenu& menu)
{
    // The brackets need AltGr on many keyboards, hence the second keys.
    m_brushActions << add(
        menu, "smallerBrush", tr("Sm&aller brush"), [this] { m_brush.step(-1); }, {Qt::Key_BracketLeft, Qt::Key_Comma});
    m_brushActions << add(
        menu, "largerBrush", tr("La&rger brush"), [this] { m_brush.step(1); }, {Qt::Key_BracketRight, Qt::Key_Period});
}

void ToolCommands::createStrip()
{
    m_strip = new ToolStrip(m_brush);
    for (Tool tool : {Tool::Select, Tool::Click, Tool::Brush, Tool::Eraser, Tool::Ellipse, Tool::Polygon, Tool::Contour,
                      Tool::Snap, Tool::Move, Tool::Split})
        m_strip->addTool(*m_actions[tool]);
    m_snapStrength = new SnapStrength(m_snap);
    m_snapStrength->hide();
    m_strip->addSettings(*m_snapStrength);
    shell().view.setSideStrip(m_strip);
    shell().messages.keepClearOf(m_strip);
}

std::unique_ptr<EditTool> ToolCommands::makeTool(Tool tool)
{
    CanvasView& canvas = shell().view.canvas();
    switch (tool) {
    case Tool::Select: return nullptr;
    case Tool::Click: return std::make_unique<PromptTool>(canvas, m_editor, m_prompts);
    case Tool::Snap: return std::make_unique<SnapTool>(canvas, m_editor, m_mender, m_snap);
    case Tool::Brush: return std::make_unique<BrushTool>(canvas, m_editor, m_brush, BrushTool::Mode::Add);
    case Tool::Eraser: return std::make_unique<BrushTool>(canvas, m_editor, m_brush, BrushTool::Mode::Erase);
    case Tool::Polygon: return std::make_unique<PolygonTool>(canvas, m_editor);
    case Tool::Contour: return std::make_unique<ContourTool>(canvas, m_editor);
    case Tool::Ellipse: return std::make_unique<EllipseTool>(canvas, m_editor);
    case Tool::Move: return std::make_unique<MoveTool>(canvas, m_editor);
    case Tool::Split: return std::make_unique<SplitTool>(canvas, m_editor);
    }
    return nullptr;
}

void ToolCommands::setTool(Tool tool)
{
    CanvasView& canvas = shell().view.canvas();
    canvas.setFocus();
    m_tool = tool;
    std::unique_ptr<EditTool> made = makeTool(tool);
    if (!made) {
        m_own = nullptr;
        canvas.setTool(std::make_unique<SelectTool>(canvas));
        return;
    }
    connect(made.get(), &CanvasTool::hintChanged, this, &ToolCommands::showHint);
    // Queued: not inside the tool's own event.
    connect(made.get(), &EditTool::leaveRequested, this, [this] { setTool(Tool::Select); }, Qt::QueuedConnection);
    m_own = made.get();
    canvas.setTool(std::move(made));
}

void ToolCommands::showCanvasTool()
{
    const CanvasTool* shown = &shell().view.canvas().tool();
    if (shown != m_own) {
        m_own = nullptr;
        m_tool = Tool::Select;
    }
    const bool known = shown == m_own || dynamic_cast<const SelectTool*>(shown);
    for (const auto& [tool, action] : m_actions)
        action->setChecked(known && tool == m_tool);
    m_snapStrength->setVisible(m_tool == Tool::Snap);
    m_strip->setBrushShown(m_tool == Tool::Brush || m_tool == Tool::Eraser);
    if (known)
        showHint();
}

void ToolCommands::beginNewObject()
{
    if (m_tool != Tool::Brush && m_tool != Tool::Polygon && m_tool != Tool::Ellipse)
        setTool(Tool::Brush);
    m_editor.beginNewObject();
}

void ToolCommands::showHint()
{
    if (m_own || dynamic_cast<const SelectTool*>(&shell().view.canvas().tool()))
        emit hintChanged(shell().view.canvas().tool().hint());
}

void ToolCommands::showReason(const QString& reason)
{
    emit hintChanged(reason);
    m_reasonTimer.start();
}

void ToolCommands::updateEnabled()
{
    for (const auto& [tool, action] : m_actions)
        action->setEnabled(current() != nullptr);
    for (QAction* action : m_brushActions)
        action->setEnabled(current() != nullptr);
}

} // namespace blastoscope::ui
