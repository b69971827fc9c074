// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/object_commands.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

#include "core/annotation/object_names.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/object_words.h"
#include "ui/session/workspace.h"
#include "ui/settings/action_catalog.h"
#include "ui/shell/carry_dialog.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/remove_range_dialog.h"
#include "ui/shell/stack_view.h"
#include "ui/tools/depth_commands.h"
#include "ui/tools/shape_commands.h"

namespace blastoscope::ui {
namespace {

constexpr double kGrowStep = 1;   ///< image pixels
constexpr double kSmoothing = 3;  ///< image pixels, sigma

} // namespace

ObjectCommands::ObjectCommands(const ShellContext& context, QMenu& menu, FrameEditor& editor, QObject* parent)
    : CommandGroup(context, QStringLiteral("edit"), tr("&Edit"), menu, parent), m_editor(editor)
{
    m_new = add(
        "newObject", tr("&New object"), [this] { emit newObjectRequested(); }, {Qt::Key_N}, Icon::NewObject);
    m_actions << add(
        "remove", tr("&Delete object"), [this] { removeSelected(m_editor); }, {QKeySequence::Delete}, Icon::Delete);
    m_actions << add(
        "duplicate", tr("Copy to the ne&xt frame"), [this] { duplicate(); }, {Qt::CTRL | Qt::Key_D}, Icon::Copy);
    m_carry = add("carry", tr("Carry to &frames…"), [this] { carry(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_D});
    m_removeInRange = add("removeInRange", tr("Delete &objects in range…"), [this] { removeInRange(); });
    m_merge = add(
        "merge", tr("&Merge the selected objects"), [this] { mergeSelected(m_editor); }, {Qt::CTRL | Qt::Key_M},
        Icon::Merge);
    addShapeActions();
    addKindActions();
    addFlagActions();
    addDepthActions();
    connect(&editor, &FrameEditor::frameChanged, this, &ObjectCommands::update);
    connect(&editor, &FrameEditor::edited, this, &ObjectCommands::update);
    connect(&editor.canvas(), &CanvasView::selectionChanged, this, &ObjectCommands::update);
    update();
}

void ObjectCommands::addShapeActions()
{
    QMenu* shape = menu().addMenu(tr("&Shape"));
    m_actions << add(
        *shape, "grow", tr("&Grow by a pixel"), [this] { growSelected(m_editor, kGrowStep); },
        {Qt::Key_Plus, Qt::Key_Equal});
    m_actions << add(
        *shape, "shrink", tr("S&hrink by a pixel"), [this] { growSelected(m_editor, -kGrowStep); }, {Qt::Key_Minus});
    m_actions << add(
        *shape, "smooth", tr("&Smooth the outline"), [this] { smoothSelected(m_editor, kSmoothing); },
        {Qt::SHIFT | Qt::Key_S});
    m_actions << add(
        *shape, "fillHoles", tr("&Fill holes"), [this] { fillHolesOfSelected(m_editor); }, {Qt::SHIFT | Qt::Key_F});
}

void ObjectCommands::addKindActions()
{
    QMenu* kinds = menu().addMenu(tr("&Kind of object"));
    const std::tuple<const char*, QString, base::ObjectClass, QKeySequence> classes[] = {
        {"makeBlastomere", countedKind(), base::ObjectClass::Blastomere, Qt::Key_1},
        {"makeFragment", tr("&Fragment"), base::ObjectClass::Fragment, Qt::Key_2},
        {"makePolarBody", tr("&Polar body"), base::ObjectClass::PolarBody, Qt::Key_3}};
    for (const auto& [id, text, objectClass, key] : classes)
        m_actions << add(
            *kinds, id, text, [this, objectClass = objectClass] { setClassOfSelected(m_editor, objectClass); }, {key});
    m_counted = shell().catalog.action(QStringLiteral("edit.makeBlastomere"));
}

QString ObjectCommands::countedKind() const
{
    const std::string ownName =
        m_editor.frame() ? annotation::sharedNameAt(m_editor.document(), m_editor.index()) : std::string();
    return ownName.empty() ? tr("&Blastomere") : u'&' + objectTitle(ownName);
}

void ObjectCommands::addFlagActions()
{
    m_actions << add(
        "uncertain", tr("&Uncertain (not counted)"), [this] { toggleUncertain(m_editor); }, {Qt::Key_U});
    m_actions << add(
        "hide", tr("&Hide or show object"), [this] { toggleHidden(m_editor); }, {Qt::Key_H}, Icon::Hidden);
    m_actions << add(
        "lock", tr("&Lock or unlock object"), [this] { toggleLocked(m_editor); }, {Qt::Key_L}, Icon::Lock);
}

void ObjectCommands::addDepthActions()
{
    QMenu* depth = menu().addMenu(tr("Dep&th"));
    m_actions << add(
        *depth, "nearer", tr("Bring &nearer"), [this] { moveSelectedInDepth(m_editor, true); }, {Qt::Key_PageUp},
        Icon::DepthSwap);
    m_actions << add(
        *depth, "farther", tr("Move &farther"), [this] { moveSelectedInDepth(m_editor, false); }, {Qt::Key_PageDown},
        Icon::DepthSwap);
    m_actions << add(
        *depth, "swapDepth", tr("&Swap the two"), [this] { swapDepth(m_editor); }, {Qt::Key_S}, Icon::DepthSwap);
}

void ObjectCommands::duplicate()
{
    const int next = m_editor.index() + 1;
    const std::vector<annotation::InstanceId> copies = duplicateToNextFrame(m_editor);
    if (copies.empty())
        return;
    current()->setTime(next);
    shell().view.canvas().setSelection(copies);
}

void ObjectCommands::carry()
{
    std::vector<annotation::InstanceId> ids;
    for (const annotation::Instance* instance : m_editor.selection())
        ids.push_back(instance->id);
    auto* dialog = new CarryDialog(*current(), std::move(ids), &shell().window);
    connect(dialog, &CarryDialog::failed, this,
            [this](const base::Error& error) { shell().messages.showError(error); });
    openForStack(*dialog);
}

void ObjectCommands::removeInRange()
{
    auto* dialog = new RemoveRangeDialog(*current(), &shell().window);
    connect(dialog, &FrameRangeDialog::failed, this,
            [this](const base::Error& error) { shell().messages.showError(error); });
    openForStack(*dialog);
}

void ObjectCommands::update()
{
    // A hidden object is not on the canvas, but it may be selected in the list.
    const std::size_t count = m_editor.selection().size();
    m_counted->setText(countedKind());
    m_new->setEnabled(m_editor.frame() != nullptr);
    m_removeInRange->setEnabled(m_editor.frame() != nullptr);
    m_carry->setEnabled(count > 0 && m_editor.document().frameCount() > 1);
    m_merge->setEnabled(count > 0);
    for (QAction* action : m_actions)
        action->setEnabled(count > 0);
}

} // namespace blastoscope::ui
