// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_actions.h"

#include <QAction>

#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {
namespace {

QAction* command(CanvasView& view, const QString& text, const QList<QKeySequence>& keys, void (CanvasView::*slot)())
{
    auto* action = new QAction(text, &view);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    view.addAction(action);
    QObject::connect(action, &QAction::triggered, &view, slot);
    return action;
}

QAction* toggle(CanvasView& view, const QString& text, const QKeySequence& key, bool CanvasLayers::*layer)
{
    auto* action = new QAction(text, &view);
    action->setCheckable(true);
    action->setChecked(view.layers().*layer);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    view.addAction(action);
    QObject::connect(action, &QAction::toggled, &view, [&view, layer](bool on) {
        CanvasLayers layers = view.layers();
        layers.*layer = on;
        view.setLayers(layers);
    });
    QObject::connect(&view, &CanvasView::layersChanged, action,
                     [action, layer](const CanvasLayers& layers) { action->setChecked(layers.*layer); });
    return action;
}

} // namespace

CanvasActions::CanvasActions(CanvasView& view)
    : zoomIn(
        command(view, CanvasView::tr("Zoom in"), QKeySequence::keyBindings(QKeySequence::ZoomIn), &CanvasView::zoomIn)),
      zoomOut(command(view, CanvasView::tr("Zoom out"), QKeySequence::keyBindings(QKeySequence::ZoomOut),
                      &CanvasView::zoomOut)),
      fit(command(view, CanvasView::tr("Fit to window"), {Qt::CTRL | Qt::Key_0}, &CanvasView::zoomToFit)),
      actualPixels(
          command(view, CanvasView::tr("Actual pixels"), {Qt::CTRL | Qt::Key_1}, &CanvasView::zoomToActualPixels)),
      fills(toggle(view, CanvasView::tr("Show masks"), Qt::Key_X, &CanvasLayers::fills)),
      outlines(toggle(view, CanvasView::tr("Show outlines"), Qt::Key_Z, &CanvasLayers::outlines)),
      occlusion(toggle(view, CanvasView::tr("Show what is hidden"), Qt::Key_C, &CanvasLayers::occlusion)),
      labels(toggle(view, CanvasView::tr("Show numbers and confidence"), Qt::SHIFT | Qt::Key_X, &CanvasLayers::labels)),
      nextObject(command(view, CanvasView::tr("Next object"), {Qt::Key_Tab}, &CanvasView::selectNext)),
      previousObject(command(view, CanvasView::tr("Previous object"), {Qt::SHIFT | Qt::Key_Tab, Qt::Key_Backtab},
                             &CanvasView::selectPrevious))
{
}

QList<QAction*> CanvasActions::all() const
{
    return {zoomIn, zoomOut, fit, actualPixels, fills, outlines, occlusion, labels, nextObject, previousObject};
}

} // namespace blastoscope::ui
