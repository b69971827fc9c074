// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QImage>
#include <QObject>

#include "core/annotation/instance.h"
#include "core/base/error.h"
#include "core/imaging/contrast.h"
#include "core/imaging/frame_cache.h"
#include "ui/canvas/frame_overlay.h"
#include "ui/session/stack_lineage.h"

namespace blastoscope::ui {

/// How a contrast is found for a frame.
enum class ContrastFit {
    First,       ///< 8-bit pictures as they are, everything else stretched to its values
    Percentiles, ///< black and white near the darkest and brightest values
    FullRange,
};

/// What to show: a frame, how, and what lies over it.
struct FrameRequest {
    imaging::FrameIndex index;
    std::optional<imaging::Contrast> contrast; ///< nothing: fitted to this frame
    ContrastFit fit = ContrastFit::First;
    annotation::FrameAnnotation annotation;
    std::shared_ptr<const StackTracks> tracks = nullptr; ///< of the stack; may be null
};

/// A frame ready to paint.
struct PresentedFrame {
    imaging::FrameIndex index;
    base::Result<QImage> picture;
    imaging::Contrast contrast; ///< the one in use
    std::shared_ptr<const FrameOverlay> overlay;
};

/// Turns frames of one stack into pictures and overlays, away from the GUI thread, through a cache that reads ahead.
/// Never falls behind: while one request is in work, only the latest of the others is kept.
class FramePresenter : public QObject {
    Q_OBJECT
public:
    explicit FramePresenter(std::shared_ptr<const imaging::ImageStack> images, QObject* parent = nullptr);
    ~FramePresenter() override;

    void present(FrameRequest request);

signals:
    /// On the thread of this object.
    void presented(const blastoscope::ui::PresentedFrame& frame);

private:
    /// `last`: what was presented before, of which everything that did not change is used again.
    static PresentedFrame prepare(const FrameRequest& request, const base::Result<imaging::FrameCache::Frame>& frame,
                                  const std::optional<PresentedFrame>& last);
    void start(FrameRequest request);

    std::optional<PresentedFrame> m_last;
    bool m_busy = false;
    std::optional<FrameRequest> m_next;
    std::unique_ptr<imaging::FrameCache> m_cache;
};

/// The pixels of a display image (U8, one or three channels) without copying them.
QImage toQImage(base::Image image);

imaging::Contrast fittedContrast(const base::Image& image, ContrastFit fit);

} // namespace blastoscope::ui
