// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/tinted_icon_engine.h"

namespace blastoscope::ui {

namespace {

struct IconSource {
    const char* name;
    bool own; ///< a picture of ours rather than the desktop's
};

IconSource sourceOf(Icon id)
{
    switch (id) {
    case Icon::Open: return {"open", true};
    case Icon::OpenFolder: return {"document-open-folder", false};
    case Icon::Recent: return {"recent", true};
    case Icon::Save: return {"document-save", false};
    case Icon::SaveAs: return {"document-save-as", false};
    case Icon::Export: return {"document-export", false};
    case Icon::Picture: return {"view-preview", false};
    case Icon::Close: return {"close", true};
    case Icon::Quit: return {"application-exit", false};
    case Icon::Undo: return {"edit-undo", false};
    case Icon::Redo: return {"edit-redo", false};
    case Icon::Copy: return {"edit-copy", false};
    case Icon::Find: return {"edit-find", false};
    case Icon::ZoomIn: return {"zoom-in", false};
    case Icon::ZoomOut: return {"zoom-out", false};
    case Icon::ZoomFit: return {"zoom-fit-best", false};
    case Icon::ZoomOriginal: return {"zoom-original", false};
    case Icon::FullScreen: return {"view-fullscreen", false};
    case Icon::Play: return {"media-playback-start", false};
    case Icon::Pause: return {"media-playback-pause", false};
    case Icon::Next: return {"go-next", false};
    case Icon::Previous: return {"go-previous", false};
    case Icon::First: return {"go-first", false};
    case Icon::Last: return {"go-last", false};
    case Icon::Stop: return {"process-stop", false};
    case Icon::Information: return {"documentinfo", false};
    case Icon::Warning: return {"dialog-warning", false};
    case Icon::Error: return {"dialog-error", false};
    case Icon::Properties: return {"document-properties", false};
    case Icon::Shortcuts: return {"configure-shortcuts", false};
    case Icon::Log: return {"view-list-text", false};
    case Icon::Plot: return {"office-chart-line", false};
    case Icon::Table: return {"view-list-details", false};
    case Icon::Calibrate: return {"measure", false};
    case Icon::Visible: return {"view-visible", false};
    case Icon::Hidden: return {"view-hidden", false};
    case Icon::About: return {"help-about", false};
    case Icon::Select: return {"edit-select", false};
    case Icon::Brush: return {"draw-brush", false};
    case Icon::Eraser: return {"draw-eraser", false};
    case Icon::Polygon: return {"draw-polygon", false};
    case Icon::Contour: return {"edit-node", false};
    case Icon::Ellipse: return {"draw-ellipse", false};
    case Icon::Move: return {"transform-move", false};
    case Icon::NewObject: return {"list-add", false};
    case Icon::Delete: return {"edit-delete", false};
    case Icon::Lock: return {"object-locked", false};
    case Icon::Silhouette: return {"silhouette", true};
    case Icon::Silhouettes: return {"silhouettes", true};
    case Icon::DepthSwap: return {"depth-swap", true};
    case Icon::Occlusion: return {"occlusion", true};
    case Icon::SegmentFrame: return {"segment-frame", true};
    case Icon::SegmentStack: return {"segment-stack", true};
    case Icon::Embryo: return {"embryo", true};
    case Icon::Sample: return {"sample", true};
    case Icon::Split: return {"split", true};
    case Icon::Merge: return {"merge", true};
    case Icon::Click: return {"click", true};
    case Icon::Snap: return {"snap", true};
    }
    return {"", false};
}

} // namespace

QIcon icon(Icon id)
{
    const IconSource source = sourceOf(id);
    if (source.own)
        return QIcon(
            new TintedIconEngine(QStringLiteral(":/blastoscope/icons/%1.svg").arg(QLatin1String(source.name))));
    return QIcon::fromTheme(QLatin1String(source.name));
}

} // namespace blastoscope::ui
