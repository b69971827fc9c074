// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/tiff_stack.h"

#include <algorithm>
#include <mutex>

#include "core/imaging/file_names.h"
#include "core/imaging/tiff_directory.h"
#include "core/imaging/tiff_layout.h"
#include "core/imaging/tiff_reader.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

base::Error named(base::Error error, const std::string& name)
{
    error.message = name + ": " + error.message;
    return error;
}

/// Readers that are not in use; every thread that decodes takes one.
class ReaderPool {
public:
    explicit ReaderPool(std::filesystem::path path) : m_path(std::move(path)) {}

    base::Result<std::unique_ptr<TiffReader>> take()
    {
        {
            const std::scoped_lock lock(m_mutex);
            if (!m_idle.empty()) {
                auto reader = std::move(m_idle.back());
                m_idle.pop_back();
                return reader;
            }
        }
        return TiffReader::open(m_path);
    }

    void giveBack(std::unique_ptr<TiffReader> reader)
    {
        constexpr std::size_t kKept = 4;
        const std::scoped_lock lock(m_mutex);
        if (m_idle.size() < kKept)
            m_idle.push_back(std::move(reader));
    }

private:
    std::filesystem::path m_path;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<TiffReader>> m_idle;
};

class TiffStack final : public ImageStack {
public:
    TiffStack(StackInfo info, TiffLayout layout, TiffDirectory directory, bool sampleChannels)
        : m_info(std::move(info)), m_layout(std::move(layout)), m_directory(std::move(directory)),
          m_sampleChannels(sampleChannels), m_readers(m_info.path)
    {
    }

    const StackInfo& info() const override { return m_info; }

    base::Result<base::Image> read(const FrameIndex& index) const override
    {
        if (!contains(m_info, index))
            return fail(ErrorCode::InvalidArgument, "The stack has no such frame.");
        const std::int64_t page = pageOf(index);
        if (page < 0)
            return fail(ErrorCode::Truncated, frameName(index) + ": the file has no page for this frame.");
        auto reader = m_readers.take();
        if (!reader)
            return tl::unexpected(reader.error());
        const int sample = m_sampleChannels ? index.channel : 0;
        auto image = m_layout.contiguous
                         ? (*reader)->readContiguous(m_directory.pages.front().offset, std::uint64_t(page), sample)
                         : (*reader)->read(m_directory.pages[std::size_t(page)].offset, sample);
        m_readers.giveBack(std::move(*reader));
        if (!image)
            return tl::unexpected(named(image.error(), frameName(index)));
        return image;
    }

    std::string frameName(const FrameIndex& index) const override
    {
        std::string name = displayName(m_info.path);
        if (m_layout.pages.size() > 1 && contains(m_info, index)) {
            const std::int64_t page = pageOf(index);
            name += page >= 0 ? ", page " + std::to_string(page + 1) : ", missing page";
        }
        return name;
    }

private:
    std::int64_t pageOf(const FrameIndex& index) const
    {
        const FrameIndex inLayout{index.time, index.plane, m_sampleChannels ? 0 : index.channel};
        return m_layout.pages[m_layout.frameNumber(inLayout)];
    }

    StackInfo m_info;
    TiffLayout m_layout;
    TiffDirectory m_directory;
    bool m_sampleChannels; ///< the channel axis lies within the pages
    mutable ReaderPool m_readers;
};

/// What the first page says beyond its layout.
struct FirstPage {
    TiffFormat format;
    TiffConversion conversion;
    std::string description;
    std::optional<TiffResolution> resolution;
};

base::Result<FirstPage> readFirstPage(TiffReader& reader, const TiffDirectory& directory)
{
    const std::uint64_t offset = directory.pages.front().offset;
    auto format = reader.format(offset);
    if (!format)
        return tl::unexpected(format.error());
    auto conversion = reader.conversion(offset);
    if (!conversion)
        return tl::unexpected(conversion.error());
    if (directory.pages.size() == 1)
        if (const auto status = reader.checkExtent(offset); !status)
            return tl::unexpected(status.error());
    return FirstPage{std::move(*format), std::move(*conversion), reader.description(offset),
                     reader.resolution(offset)};
}

base::Result<TiffLayout> layoutOf(TiffReader& reader, const FirstPage& first, const TiffDirectory& directory)
{
    const std::size_t pageCount = directory.pages.size();
    if (isOmeDescription(first.description))
        return omeLayout(first.description, pageCount,
                         std::max(first.conversion.imageChannels, first.conversion.channelAxis));
    if (!isImageJDescription(first.description))
        return plainLayout(pageCount);
    auto layout = imageJLayout(first.description, first.resolution, pageCount);
    if (!layout || !layout->contiguous)
        return layout;
    const std::uint64_t page = directory.pages.front().offset;
    if (!reader.contiguousFrameBytes(page)) {
        TiffLayout onePage = plainLayout(pageCount);
        onePage.warnings.push_back("The ImageJ description speaks of " + std::to_string(layout->pages.size()) +
                                   " images, but the file has one compressed page.");
        return onePage;
    }
    const auto available = std::int64_t(reader.contiguousFrameCount(page));
    for (std::int64_t& frame : layout->pages)
        frame = frame < available ? frame : -1;
    return layout;
}

StackInfo infoOf(const std::filesystem::path& path, const TiffDirectory& directory, const FirstPage& first,
                 const TiffLayout& layout)
{
    StackInfo info;
    info.path = path;
    info.format = layout.format;
    if (layout.format == "TIFF" && directory.bigTiff)
        info.format = "BigTIFF";
    info.times = layout.times;
    info.planes = layout.planes;
    info.channels = layout.channels;
    info.width = int(first.format.width);
    info.height = int(first.format.height);
    info.samplesPerPixel = first.conversion.imageChannels;
    info.pixelType = first.conversion.type;
    info.defaultPlane = layout.planes / 2;
    for (int z = 0; z < layout.planes; ++z)
        info.planeNames.push_back(std::string("Z").append(std::to_string(z + 1)));
    info.umPerPixel = layout.umPerPixel;
    info.calibrationSource = layout.umPerPixel ? CalibrationSource::File : CalibrationSource::Unknown;
    info.timeHours = layout.timeHours;
    info.timeHours.resize(std::size_t(layout.times));
    info.timeSource = layout.timeSource;
    info.runNumbers.resize(std::size_t(layout.times));
    info.warnings = layout.warnings;
    if (!directory.warning.empty())
        info.warnings.push_back(directory.warning);
    if (!first.conversion.note.empty())
        info.warnings.push_back(first.conversion.note);
    const auto missing = std::count(layout.pages.begin(), layout.pages.end(), -1);
    if (missing > 0)
        info.warnings.push_back(std::to_string(missing) + " of the " + std::to_string(layout.pages.size()) +
                                " frames that the file announces are not in it.");
    return info;
}

} // namespace

base::Result<std::shared_ptr<ImageStack>> openTiffStack(const std::filesystem::path& path)
{
    auto directory = scanTiffDirectory(path);
    if (!directory)
        return tl::unexpected(directory.error());
    auto reader = TiffReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto first = readFirstPage(**reader, *directory);
    if (!first)
        return tl::unexpected(named(first.error(), quotedName(path)));
    auto layout = layoutOf(**reader, *first, *directory);
    if (!layout)
        return tl::unexpected(named(layout.error(), quotedName(path)));

    StackInfo info = infoOf(path, *directory, *first, *layout);
    const bool sampleChannels = layout->channels == 1 && first->conversion.channelAxis > 1;
    if (sampleChannels)
        info.channels = first->conversion.channelAxis;
    return std::make_shared<TiffStack>(std::move(info), std::move(*layout), std::move(*directory), sampleChannels);
}

} // namespace blastoscope::imaging
