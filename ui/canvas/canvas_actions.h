// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAction;

namespace blastoscope::ui {

class CanvasView;

/// The canvas's commands with their default keys, for menus, the command palette and rebinding. They belong to the view
/// and their keys work while it has the focus; nextObject and previousObject (Tab) should stay so, the others may be
/// given a wider context. Held keys (R and ` for the bare picture, Space for panning) are the view's own.
struct CanvasActions {
    explicit CanvasActions(CanvasView& view);

    QAction* zoomIn;         ///< Ctrl++
    QAction* zoomOut;        ///< Ctrl+-
    QAction* fit;            ///< Ctrl+0
    QAction* actualPixels;   ///< Ctrl+1
    QAction* fills;          ///< X, checkable
    QAction* outlines;       ///< Z, checkable
    QAction* occlusion;      ///< C, checkable
    QAction* labels;         ///< Shift+X, checkable
    QAction* nextObject;     ///< Tab
    QAction* previousObject; ///< Shift+Tab

    QList<QAction*> all() const;
};

} // namespace blastoscope::ui
