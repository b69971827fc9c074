// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/jpeg_decoder.h"

#include <csetjmp>
#include <cstdio>
#include <string>

#include <jpeglib.h>
// After jpeglib.h, which it needs.
#include <jerror.h>

namespace blastoscope::imaging {
namespace {

/// The state of one decoding. libjpeg leaves a failed call by longjmp, which runs no destructors: functions between
/// setjmp and libjpeg therefore hold trivial objects only, and everything else lives here.
struct Decoding {
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf failed;
    char message[JMSG_LENGTH_MAX] = "";
    bool damaged = false; ///< a warning says that pixels are not those of the picture
    base::Image image;
};

Decoding& decodingOf(j_common_ptr info)
{
    return *static_cast<Decoding*>(info->client_data);
}

[[noreturn]] void onError(j_common_ptr info)
{
    Decoding& decoding = decodingOf(info);
    info->err->format_message(info, decoding.message);
    std::longjmp(decoding.failed, 1);
}

/// Level -1 is a warning; higher levels are traces.
void onMessage(j_common_ptr info, int level)
{
    if (level >= 0 || info->err->msg_code == JWRN_EXTRANEOUS_DATA)
        return;
    Decoding& decoding = decodingOf(info);
    if (!decoding.damaged)
        info->err->format_message(info, decoding.message);
    decoding.damaged = true;
}

/// A progressive picture of a few kilobytes can ask for thousands of passes over all pixels.
void onProgress(j_common_ptr info)
{
    constexpr int kMostScans = 200;
    Decoding& decoding = decodingOf(info);
    if (decoding.info.input_scan_number > kMostScans) {
        std::snprintf(decoding.message, sizeof decoding.message, "More than %d scans", kMostScans);
        std::longjmp(decoding.failed, 1);
    }
}

bool readHeader(Decoding& decoding, std::span<const std::uint8_t> bytes)
{
    if (setjmp(decoding.failed))
        return false;
    jpeg_create_decompress(&decoding.info);
    decoding.info.client_data = &decoding;
    decoding.info.progress = &decoding.progress;
    jpeg_mem_src(&decoding.info, bytes.data(), static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&decoding.info, TRUE);
    decoding.info.out_color_space = decoding.info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    return true;
}

bool readRows(Decoding& decoding)
{
    if (setjmp(decoding.failed))
        return false;
    jpeg_start_decompress(&decoding.info);
    while (decoding.info.output_scanline < decoding.info.output_height) {
        JSAMPROW row = decoding.image.row<JSAMPLE>(int(decoding.info.output_scanline));
        jpeg_read_scanlines(&decoding.info, &row, 1);
    }
    jpeg_finish_decompress(&decoding.info);
    return !decoding.damaged;
}

} // namespace

base::Result<base::Image> decodeJpeg(std::span<const std::uint8_t> bytes)
{
    Decoding decoding;
    decoding.info.err = jpeg_std_error(&decoding.errors);
    decoding.info.client_data = &decoding;
    decoding.errors.error_exit = onError;
    decoding.errors.emit_message = onMessage;
    decoding.progress.progress_monitor = onProgress;
    struct Destroyer {
        jpeg_decompress_struct& info;
        ~Destroyer() { jpeg_destroy_decompress(&info); }
    } const destroyer{decoding.info};

    bool good = readHeader(decoding, bytes);
    if (good) {
        const int channels = decoding.info.num_components == 1 ? 1 : 3;
        decoding.image = base::Image(int(decoding.info.image_width), int(decoding.info.image_height), channels,
                                     base::PixelType::U8);
        good = readRows(decoding);
    }
    if (!good)
        return base::fail(base::ErrorCode::Corrupt,
                          "The JPEG picture is damaged: its data end early or contradict themselves. Copy or export it "
                          "again.",
                          decoding.message);
    return std::move(decoding.image);
}

} // namespace blastoscope::imaging
