// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/frame_presenter.h"

#include <utility>

namespace blastoscope::ui {

PresentedFrame FramePresenter::prepare(const FrameRequest& request,
                                       const base::Result<imaging::FrameCache::Frame>& frame,
                                       const std::optional<PresentedFrame>& last)
{
    const FrameOverlay* overlay = last && last->index.time == request.index.time ? last->overlay.get() : nullptr;
    PresentedFrame presented{request.index, QImage(), request.contrast.value_or(imaging::Contrast()), nullptr};
    if (frame && last && last->picture && last->index == request.index && request.contrast == last->contrast) {
        presented.picture = last->picture;
    } else if (frame) {
        presented.contrast = request.contrast ? *request.contrast : fittedContrast(**frame, request.fit);
        presented.picture = toQImage(imaging::displayImage(**frame, presented.contrast));
    } else {
        presented.picture = tl::unexpected(frame.error());
    }
    const TrackColors tracks = request.tracks ? request.tracks->colors : TrackColors();
    presented.overlay = std::make_shared<const FrameOverlay>(
        buildOverlay(request.annotation, assignColors(request.annotation, tracks), overlay));
    return presented;
}

FramePresenter::FramePresenter(std::shared_ptr<const imaging::ImageStack> images, QObject* parent)
    : QObject(parent), m_cache(std::make_unique<imaging::FrameCache>(std::move(images)))
{
}

FramePresenter::~FramePresenter()
{
    m_next.reset();
    m_cache.reset(); // waits for the callback in work, which refers to this object
}

void FramePresenter::present(FrameRequest request)
{
    if (m_busy)
        m_next = std::move(request);
    else
        start(std::move(request));
}

void FramePresenter::start(FrameRequest request)
{
    m_busy = true;
    const imaging::FrameIndex index = request.index;
    const auto presentFrame = [this, request = std::move(request), last = m_last](const imaging::FrameIndex&,
                                                                                const auto& frame) {
        QMetaObject::invokeMethod(
            this,
            [this, result = prepare(request, frame, last)] {
                m_busy = false;
                m_last = result;
                emit presented(result);
                if (auto next = std::exchange(m_next, std::nullopt); next && !m_busy)
                    start(std::move(*next));
            },
            Qt::QueuedConnection);
    };
    m_cache->request(index, presentFrame);
}

QImage toQImage(base::Image image)
{
    auto* pixels = new base::Image(std::move(image));
    const auto format = pixels->channels == 3 ? QImage::Format_RGB888 : QImage::Format_Grayscale8;
    return QImage(
        pixels->row<uchar>(0), pixels->width, pixels->height, qsizetype(pixels->rowBytes()), format,
        [](void* owned) { delete static_cast<base::Image*>(owned); }, pixels);
}

imaging::Contrast fittedContrast(const base::Image& image, ContrastFit fit)
{
    const bool asItIs = fit == ContrastFit::First && image.type == base::PixelType::U8;
    return fit == ContrastFit::FullRange || asItIs ? imaging::fullRange(image) : imaging::autoContrast(image);
}

} // namespace blastoscope::ui
