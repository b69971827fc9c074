// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/video_stack.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <new>

#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

#include "core/imaging/file_names.h"
#include "core/imaging/file_signature.h"
#include "core/imaging/mat_image.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

/// Decodes the frames of a video by number. Not thread-safe; cv::Exception passes through.
class VideoDecoder {
public:
    explicit VideoDecoder(std::filesystem::path path) : m_path(std::move(path)) { reopen(); }

    bool isOpen() const { return m_capture.isOpened(); }

    /// The container's count; when it has none, all frames are counted by decoding once.
    int frameCount()
    {
        const double stated = m_capture.get(cv::CAP_PROP_FRAME_COUNT);
        if (stated >= 1 && stated < 1e8)
            return int(std::lround(stated));
        int count = 0;
        for (reopen(); m_capture.grab(); ++count) {
        }
        reopen();
        return count;
    }

    /// False when the video ends or breaks before `number`.
    bool decode(int number, cv::Mat& frame)
    {
        constexpr int kNearby = 16; // cheaper to decode through than to jump
        if (m_next < 0)
            reopen();
        const bool near = number >= m_next && number - m_next <= kNearby;
        if (number != m_grabbed && !near && !(m_seekIsExact && seek(number)))
            if (number < m_next || m_next < 0)
                reopen();
        return advanceTo(number) && m_capture.retrieve(frame) && !frame.empty();
    }

private:
    void reopen()
    {
        m_next = 0;
        m_grabbed = -1;
        m_capture.release();
        if (!m_capture.open(m_path.string(), cv::CAP_FFMPEG))
            m_capture.open(m_path.string(), cv::CAP_OPENCV_MJPEG);
        m_framesPerSecond = m_capture.isOpened() ? m_capture.get(cv::CAP_PROP_FPS) : 0;
    }

    /// Grabs frames until `number` is the current one.
    bool advanceTo(int number)
    {
        while (m_grabbed != number) {
            if (!m_capture.grab()) {
                m_next = -1; // the position is lost; the next read starts again
                m_grabbed = -1;
                return false;
            }
            if (m_next == 0)
                m_firstStamp = m_capture.get(cv::CAP_PROP_POS_MSEC);
            m_grabbed = m_next++;
        }
        return true;
    }

    /// Jumps to `number` and grabs it; false (and never tried again) when its time stamp is not the one it must have.
    bool seek(int number)
    {
        if (m_framesPerSecond <= 0 || !m_capture.set(cv::CAP_PROP_POS_FRAMES, number) || !m_capture.grab()) {
            m_next = -1;
            return false;
        }
        const double expected = m_firstStamp + number * 1000.0 / m_framesPerSecond;
        const double stamp = m_capture.get(cv::CAP_PROP_POS_MSEC);
        if (std::abs(stamp - expected) > 500.0 / m_framesPerSecond) {
            m_seekIsExact = false;
            m_next = -1;
            return false;
        }
        m_grabbed = number;
        m_next = number + 1;
        return true;
    }

    std::filesystem::path m_path;
    cv::VideoCapture m_capture;
    double m_framesPerSecond = 0;
    double m_firstStamp = 0; ///< time stamp of frame 0, ms; not always 0
    int m_next = 0;          ///< number of the frame that the next grab delivers; -1 = unknown
    int m_grabbed = -1;      ///< number of the frame that retrieve() delivers; -1 = none
    bool m_seekIsExact = true;
};

class VideoStack final : public ImageStack {
public:
    VideoStack(StackInfo info, std::unique_ptr<VideoDecoder> decoder)
        : m_info(std::move(info)), m_decoder(std::move(decoder))
    {
    }

    const StackInfo& info() const override { return m_info; }

    base::Result<base::Image> read(const FrameIndex& index) const override
    {
        if (!contains(m_info, index))
            return fail(ErrorCode::InvalidArgument, "The stack has no such frame.");
        try {
            const std::scoped_lock lock(m_mutex);
            cv::Mat frame;
            if (!m_decoder->decode(index.time, frame))
                return fail(ErrorCode::Corrupt,
                            frameName(index) + " cannot be decoded: the video is cut off or damaged there.");
            return imageFromMat(frame);
        } catch (const cv::Exception& e) {
            return fail(ErrorCode::Corrupt, frameName(index) + " cannot be decoded.", e.what());
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::OutOfMemory, "There is not enough memory to decode " + frameName(index) + ".");
        }
    }

    std::string frameName(const FrameIndex& index) const override
    {
        return displayName(m_info.path) + ", frame " + std::to_string(index.time + 1);
    }

private:
    StackInfo m_info;
    mutable std::mutex m_mutex;
    std::unique_ptr<VideoDecoder> m_decoder;
};

base::Result<std::shared_ptr<ImageStack>> open(const std::filesystem::path& path, const std::string& container)
{
    auto decoder = std::make_unique<VideoDecoder>(path);
    if (!decoder->isOpen())
        return fail(ErrorCode::Corrupt, quotedName(path) + " begins like a video (" + container +
                                            "), but cannot be opened: it is cut off, damaged or made with a codec that "
                                            "this system does not have. Convert it to an MJPEG AVI or an H.264 MP4.");
    const int count = decoder->frameCount();
    cv::Mat first;
    if (count < 1 || !decoder->decode(0, first))
        return fail(ErrorCode::Corrupt, "No frame of the video " + quotedName(path) + " can be decoded.");
    const auto image = imageFromMat(first);
    if (!image)
        return tl::unexpected(image.error());
    StackInfo info;
    info.path = path;
    info.format = container + " video";
    info.times = count;
    info.width = image->width;
    info.height = image->height;
    info.samplesPerPixel = image->channels;
    info.pixelType = image->type;
    info.planeNames = {""};
    info.timeHours.resize(std::size_t(count));
    info.runNumbers.resize(std::size_t(count));
    return std::make_shared<VideoStack>(std::move(info), std::move(decoder));
}

} // namespace

base::Result<std::shared_ptr<ImageStack>> openVideoStack(const std::filesystem::path& path)
{
    const auto signature = readSignature(path);
    if (!signature)
        return tl::unexpected(signature.error());
    try {
        return open(path, signature->name);
    } catch (const cv::Exception& e) {
        return fail(ErrorCode::Corrupt, "The video " + quotedName(path) + " cannot be opened.", e.what());
    }
}

} // namespace blastoscope::imaging
