// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace blastoscope::ui {

/// Every picture the window uses.
enum class Icon {
    Open, ///< own
    OpenFolder,
    Recent, ///< own
    Save,
    SaveAs,
    Export,
    Picture,
    Close, ///< own
    Quit,
    Undo,
    Redo,
    Copy,
    Find,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    ZoomOriginal,
    FullScreen,
    Play,
    Pause,
    Next,
    Previous,
    First,
    Last,
    Stop,
    Information,
    Warning,
    Error,
    Properties,
    Shortcuts,
    Log,
    Plot,
    Table,
    Calibrate,
    Visible,
    Hidden,
    About,
    Select,
    Brush,
    Eraser,
    Polygon,
    Contour,
    Ellipse,
    Move,
    NewObject,
    Delete,
    Lock,
    Silhouette,   ///< own: a whole outline, its hidden arc dashed
    Silhouettes,  ///< own: three overlapping outlines
    DepthSwap,    ///< own: two discs change their order
    Occlusion,    ///< own: the covered lens between two discs
    SegmentFrame, ///< own: one frame with a cell outlined
    SegmentStack, ///< own: a pile of frames with a cell outlined
    Embryo,       ///< own: the zona with four cells
    Sample,       ///< own: a simulated well
    Split,        ///< own: a cell cut by a line
    Merge,        ///< own: two cells with one outline
    Click,        ///< own: a cell that is clicked at
    Snap,         ///< own: a bitten outline and the arc that it lacks
};

/// An icon that follows the current theme by itself: desktop ones come from Breeze (light or dark), our own are tinted
/// with the palette's text colour when they are painted.
QIcon icon(Icon id);

} // namespace blastoscope::ui
