// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QImage>
#include <QRegion>
#include <QWidget>

#include "core/annotation/instance.h"
#include "ui/canvas/canvas_furniture.h"
#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/frame_overlay.h"
#include "ui/canvas/picture_scaler.h"
#include "ui/canvas/silhouette_painter.h"
#include "ui/canvas/view_transform.h"

namespace blastoscope::ui {

class CanvasTool;

/// Shows one frame with its whole silhouettes. Takes a picture that is ready for display and an overlay that is ready
/// to paint, both of which may be made on another thread; keeps zoom and position from frame to frame. Wheel zooms at
/// the cursor, Shift+wheel steps through focal planes, Space-drag and middle-drag pan in every tool, double-click fits,
/// held R or ` shows the bare picture, a right click on an object asks for its menu unless the tool takes it. What has
/// a name in a menu is in CanvasActions.
class CanvasView : public QWidget {
    Q_OBJECT
public:
    explicit CanvasView(QWidget* parent = nullptr);
    ~CanvasView() override;

    /// A display-ready picture (window, level and gamma already applied). Fits the view when the size changes.
    void setImage(const QImage& image);
    const QImage& image() const { return m_image; }
    /// Instead of a picture, e.g. for a broken frame: what happened and what helps. Zoom and overlay are kept.
    void setPlaceholder(const QString& title, const QString& text);
    /// Fades the old picture while the frame asked for is still being read; the next picture ends it. To be used only
    /// when that takes noticeably long, or frames would flicker.
    void setPending(bool pending);
    /// The overlay is dropped (null) or replaced. Hover and selection follow by id; a selected instance that the new
    /// overlay does not have is selected no more.
    void setOverlay(std::shared_ptr<const FrameOverlay> overlay);
    const FrameOverlay* overlay() const { return m_overlay.get(); }
    /// Top left, e.g. "38.4 h · 41 / 96".
    void setCaption(const QString& caption);
    /// For the scale bar; nothing = not calibrated, and then there is no bar.
    void setUmPerPixel(std::optional<double> umPerPixel);

    const CanvasLayers& layers() const { return m_layers; }
    void setLayers(const CanvasLayers& layers);

    /// The object that commands and tools work on; the first one when several are selected.
    std::optional<annotation::InstanceId> selectedId() const;
    /// In the order in which they were selected.
    const std::vector<annotation::InstanceId>& selectedIds() const { return m_selected; }
    std::optional<annotation::InstanceId> hoveredId() const { return m_hovered; }

    const ViewTransform& viewTransform() const { return m_view; }
    /// Logical pixels.
    void panBy(const QPointF& delta);

    /// This silhouette is left out of what the canvas paints: the tool shows how it is being changed.
    void setEdited(std::optional<annotation::InstanceId> id);
    std::optional<annotation::InstanceId> editedId() const { return m_edited; }
    /// Shown above the silhouettes until it is taken away again (nothing), whatever the frame.
    void setGhost(std::optional<GhostOutline> ghost);

    /// How the tool's silhouette looks like the others.
    SilhouetteStyle silhouetteStyle() const;

    /// Repaints what the tool paints in `imageArea` and `reach` logical pixels around.
    void updateTool(const QRectF& imageArea, int reach = kSilhouetteReach);

    /// The tool that gets the mouse; SelectTool at first. The canvas owns it.
    void setTool(std::unique_ptr<CanvasTool> tool);
    CanvasTool& tool() { return *m_tool; }

    /// The whole frame with its layers and scale bar at `scale` pixels per image pixel; for copying and exporting
    /// pictures. Null without a picture.
    QImage renderPicture(double scale) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    /// Only this one.
    void select(std::optional<blastoscope::annotation::InstanceId> id);
    void setSelection(std::vector<blastoscope::annotation::InstanceId> ids);
    /// Adds it to what is selected or takes it out.
    void toggleSelected(blastoscope::annotation::InstanceId id);
    void setHovered(std::optional<blastoscope::annotation::InstanceId> id);
    void selectNext();
    void selectPrevious();
    void zoomIn();
    void zoomOut();
    void zoomToFit();
    void zoomToActualPixels();
    void setRawShown(bool raw);

signals:
    /// selectedId() changed.
    void selected(std::optional<blastoscope::annotation::InstanceId> id);
    void selectionChanged(const std::vector<blastoscope::annotation::InstanceId>& ids);
    void hovered(std::optional<blastoscope::annotation::InstanceId> id);
    void layersChanged(const blastoscope::ui::CanvasLayers& layers);
    void zoomChanged(double screenPixelsPerImagePixel);
    /// Image coordinates; nothing when the cursor is outside the picture.
    void cursorMoved(std::optional<QPointF> imagePoint);
    /// Shift+wheel: +1 up, -1 down.
    void planeStepRequested(int step);
    /// Another tool gets the mouse.
    void toolChanged();
    /// For what is selected; the object under the cursor is.
    void menuRequested(const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static constexpr double kZoomStep = 1.25; ///< of one key press or notch of the wheel

    void selectNeighbour(int step);
    void repaintSilhouette(std::optional<annotation::InstanceId> id);
    /// Everything below the tool (of which update() repaints only what the tool paints) has to be painted anew, in all
    /// of the view or in `area`.
    void repaintScene();
    void repaintScene(const QRect& area);
    void repaintScene(const QRectF& imageArea, int reach);
    QRect toViewArea(const QRectF& imageArea, int reach) const;
    void paintScene(QPainter& painter);
    void refreshScene();
    void updateCursor();
    void zoomBy(double factor, const QPointF& anchor);
    void viewChanged();
    void updateSizes();
    bool beginsPanning(const QMouseEvent& event) const;
    /// Buttons that are up although nobody said so: a dialog or another window got the release.
    void releaseLostButtons(const QMouseEvent& event);
    void paintPicture(QPainter& painter);
    void paintFurniture(QPainter& painter);
    FurnitureStyle furnitureStyle() const;

    QImage m_image;
    QString m_placeholderTitle;
    QString m_placeholderText;
    QString m_caption;
    std::optional<double> m_umPerPixel;
    std::shared_ptr<const FrameOverlay> m_overlay;
    CanvasLayers m_layers;
    bool m_rawShown = false;
    std::vector<annotation::InstanceId> m_selected;
    std::optional<annotation::InstanceId> m_hovered;
    std::optional<annotation::InstanceId> m_edited;
    std::optional<GhostOutline> m_ghost;

    QImage m_scene;       ///< all that is below the tool, in device pixels
    QRegion m_staleScene; ///< what of it has to be painted anew, logical pixels
    ViewTransform m_view;
    std::unique_ptr<CanvasTool> m_tool;
    PictureScaler m_scaler;
    bool m_pending = false;
    std::optional<QPointF> m_panFrom; ///< last cursor position while panning
    Qt::MouseButton m_panButton = Qt::NoButton; ///< began panning; another one may still be held for the tool
    Qt::MouseButtons m_toolButtons;             ///< whose press the tool got, but not yet the release
    QPointF m_toolPosition;                     ///< of the tool's last mouse event, logical pixels
    bool m_spaceHeld = false;
    int m_wheelRest = 0; ///< eighths of a degree not yet spent on a plane step
};

} // namespace blastoscope::ui
