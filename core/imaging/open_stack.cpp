// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>
#include <system_error>

#include "core/imaging/file_names.h"
#include "core/imaging/file_signature.h"
#include "core/imaging/folder_stack.h"
#include "core/imaging/image_stack.h"
#include "core/imaging/tiff_stack.h"
#include "core/imaging/video_stack.h"

namespace blastoscope::imaging {
namespace {

base::Result<std::shared_ptr<ImageStack>> openByContent(const std::filesystem::path& path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return openFolderStack(path);
    const auto signature = readSignature(path);
    if (!signature)
        return tl::unexpected(signature.error());
    switch (signature->kind) {
    case FileKind::Picture: return openPictureStack(path);
    case FileKind::Tiff: return openTiffStack(path);
    case FileKind::Video: return openVideoStack(path);
    case FileKind::Unreadable: break;
    }
    return tl::unexpected(refusalOf(path, *signature));
}

} // namespace

base::Result<std::shared_ptr<ImageStack>> openStack(const std::filesystem::path& path)
{
    using base::ErrorCode;
    try {
        return openByContent(path);
    } catch (const std::bad_alloc&) {
        return base::fail(ErrorCode::OutOfMemory, "There is not enough memory to open " + quotedName(path) + ".");
    } catch (const std::exception& e) {
        return base::fail(ErrorCode::Internal, quotedName(path) + " could not be opened.", e.what());
    }
}

} // namespace blastoscope::imaging
