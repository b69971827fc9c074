// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/track_correction.h"

#include <algorithm>

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QPainter>
#include <QPointer>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/silhouette_paths.h"
#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/stack_view.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

using annotation::Instance;
using annotation::InstanceId;
using tracking::Predecessor;

QIcon swatch(const QColor& color, const QWidget& widget)
{
    const int side = 2 * gridUnit(&widget);
    const double ratio = widget.devicePixelRatioF();
    QPixmap picture((QSizeF(side, side) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, side - 2, side - 2));
    return picture;
}

/// As it is painted in its own frame.
QColor colorOf(const OpenStack& stack, const Predecessor& cell)
{
    return assignColors(stack.document().frame(cell.frame), stack.lineage().tracks()->colors).at(cell.id);
}

/// The objects of the frame on the screen that are selected and have a track, or could have one.
std::vector<InstanceId> followedSelection(StackView& view, const OpenStack* stack)
{
    std::vector<InstanceId> ids;
    if (!stack || view.stack() != stack || view.shownTime() != stack->index().time)
        return ids;
    const annotation::FrameAnnotation& frame = stack->document().frame(stack->index().time);
    for (const InstanceId id : view.canvas().selectedIds())
        if (const Instance* instance = frame.find(id); instance && tracking::isFollowed(*instance))
            ids.push_back(id);
    return ids;
}

} // namespace

TrackCorrection::TrackCorrection(const ShellContext& context, QMenu& menu, QObject* parent)
    : CommandGroup(context, QStringLiteral("segment"), tr("&Segment"), menu, parent)
{
    m_continue =
        add("continueTrack", tr("Cont&inue track of…"), [this] { offerPredecessors(); }, {Qt::SHIFT | Qt::Key_T});
    m_continue->setStatusTip(tr("Choose the cell of the frame before that the selected one continues"));
    m_start =
        add("startTrack", tr("Start &new track here"), [this] { startTracks(); }, {Qt::CTRL | Qt::SHIFT | Qt::Key_T});
    m_start->setStatusTip(tr("The selected cells begin in this frame, as daughters do"));
    connect(&shell().workspace, &Workspace::currentChanged, this, &TrackCorrection::watchCurrent);
    connect(&shell().view, &StackView::frameShown, this, &TrackCorrection::updateEnabled);
    connect(&shell().view.canvas(), &CanvasView::selectionChanged, this, &TrackCorrection::updateEnabled);
    updateEnabled();
}

void TrackCorrection::watchCurrent(OpenStack* stack)
{
    if (stack) {
        connect(stack, &OpenStack::annotationsChanged, this, &TrackCorrection::updateEnabled, Qt::UniqueConnection);
        connect(stack, &OpenStack::indexChanged, this, &TrackCorrection::updateEnabled, Qt::UniqueConnection);
    }
    updateEnabled();
}

void TrackCorrection::updateEnabled()
{
    const std::size_t count = followedSelection(shell().view, current()).size();
    m_start->setEnabled(count > 0);
    m_continue->setEnabled(count == 1 && current()->index().time > 0);
}

void TrackCorrection::offerPredecessors()
{
    const InstanceId selected = followedSelection(shell().view, current()).front();
    const auto cells = tracking::predecessorsOf(current()->document(), current()->index().time, selected);
    auto* menu = new QMenu(&shell().window);
    menu->setObjectName(QStringLiteral("predecessors"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Predecessor& cell : cells)
        addPredecessor(*menu, cell, selected);
    if (cells.empty())
        menu->addAction(tr("There is no cell in the frames before"))->setEnabled(false);
    connect(menu, &QMenu::aboutToHide, this, [this] { shell().view.canvas().setGhost(std::nullopt); });
    menu->popup(beside(selected));
    menu->setActiveAction(menu->actions().first());
}

void TrackCorrection::addPredecessor(QMenu& menu, const Predecessor& cell, InstanceId selected)
{
    const OpenStack& stack = *current();
    const annotation::FrameAnnotation& frame = stack.document().frame(cell.frame);
    const int time = stack.index().time;
    const auto number = std::find_if(frame.instances.begin(), frame.instances.end(),
                                     [&](const Instance& instance) { return instance.id == cell.id; }) -
                        frame.instances.begin() + 1;
    QString text = cell.track ? tr("Track &%1").arg(*cell.track) : tr("Cell &%1, which has no track yet").arg(number);
    if (cell.frame != time - 1)
        text = tr("%1, last seen in frame %2").arg(text).arg(cell.frame + 1);
    const GhostOutline ghost{tracePath(frame.find(cell.id)->amodal), colorOf(stack, cell)};
    QAction* action = menu.addAction(swatch(ghost.color, menu), text);
    const bool isNow = cell.track && cell.track == stack.document().frame(time).find(selected)->trackId;
    action->setCheckable(isNow);
    action->setChecked(isNow);
    connect(action, &QAction::hovered, this, [this, ghost] { shell().view.canvas().setGhost(ghost); });
    connect(action, &QAction::triggered, this, [this, cell, selected, time, of = QPointer(current())] {
        if (of)
            report(tracking::continueTrack(of->document(), time, selected, cell),
                   tr("The cell continues that track already."));
    });
}

QPoint TrackCorrection::beside(InstanceId id) const
{
    const CanvasView& canvas = shell().view.canvas();
    const Silhouette* silhouette = canvas.overlay() ? canvas.overlay()->find(id) : nullptr;
    if (!silhouette) // it is hidden
        return canvas.mapToGlobal(canvas.rect().center());
    const QPoint right =
        canvas.viewTransform().toView({silhouette->bounds.right(), silhouette->bounds.top()}).toPoint();
    const int gap = gridUnit(&canvas);
    return canvas.mapToGlobal(
        QPoint(std::clamp(right.x() + gap, 0, canvas.width()), std::clamp(right.y(), 0, canvas.height())));
}

void TrackCorrection::startTracks()
{
    report(tracking::startTracks(current()->document(), current()->index().time,
                                 followedSelection(shell().view, current())),
           tr("The track begins in this frame already."));
}

void TrackCorrection::report(const base::Result<int>& changed, const QString& nothingChanged)
{
    if (!changed)
        shell().messages.showError(changed.error());
    else if (*changed == 0)
        shell().messages.show({.text = nothingChanged, .key = QStringLiteral("tracking")});
}

} // namespace blastoscope::ui
