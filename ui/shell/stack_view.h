// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>

#include <QTimer>
#include <QWidget>

#include "core/imaging/contrast.h"
#include "ui/session/frame_presenter.h"
#include "ui/session/open_stack.h"
#include "ui/timeline/timeline_marks.h"

namespace blastoscope::ui {

class CanvasView;
class ThumbnailReader;
class TimelineBar;

/// The canvas of the current stack: asks for pictures, shows them when they are ready and keeps canvas and timeline on
/// the same frame.
class StackView : public QWidget {
    Q_OBJECT
public:
    /// The timeline lies elsewhere in the window and outlives this view's last call to it.
    explicit StackView(TimelineBar& timeline, QWidget* parent = nullptr);
    ~StackView() override;

    CanvasView& canvas() { return *m_canvas; }
    TimelineBar& timeline() { return *m_timeline; }

    /// The frame on the screen; -1 while it is none of the current stack.
    int shownTime() const { return m_shownTime; }
    /// A narrow column beside the canvas.
    void setSideStrip(QWidget* strip);
    void setSideStripVisible(bool visible);

    /// Null shows nothing.
    void setStack(OpenStack* stack);
    OpenStack* stack() const { return m_stack; }
    /// The stack is gone: what is remembered about its contrast too.
    void forget(int stackId);

    /// The contrast in use; nothing before the first picture.
    std::optional<imaging::Contrast> contrast() const;
    void setContrast(const imaging::Contrast& contrast);
    /// Fits the contrast to the frame on the screen.
    void fitContrast();
    /// All values that the pixel type can hold; for floats those of the frame on the screen.
    void showFullRange();

signals:
    /// A frame is on the screen.
    void frameShown(const blastoscope::imaging::FrameIndex& index);
    void contrastChanged(const blastoscope::imaging::Contrast& contrast);

private:
    void connectStack();
    void setUpTimeline();
    void fit(ContrastFit how);
    void present();
    void show(const PresentedFrame& frame);
    FrameMark markAt(int time) const;
    void showMark(int time);
    QString caption(const imaging::FrameIndex& index) const;

    TimelineBar* m_timeline;
    OpenStack* m_stack = nullptr;
    CanvasView* m_canvas = nullptr;
    int m_shownTime = -1;
    QTimer m_pendingTimer;
    std::map<int, imaging::Contrast> m_contrasts; ///< by stack id
    ContrastFit m_fit = ContrastFit::First;       ///< what a picture without a contrast gets
    std::set<int> m_broken;                       ///< frames of the current stack that could not be read
    std::unique_ptr<FramePresenter> m_presenter;
    std::unique_ptr<ThumbnailReader> m_thumbnails;
};

} // namespace blastoscope::ui
