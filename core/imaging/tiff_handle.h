// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/error.h"
#include "core/imaging/tiff_format.h"

struct tiff;

namespace blastoscope::imaging {

/// A libtiff handle that keeps its own error text and remembers which page is selected.
class TiffHandle {
public:
    /// Errors: Corrupt when libtiff refuses the file.
    static base::Result<std::unique_ptr<TiffHandle>> open(const std::filesystem::path& path);
    ~TiffHandle();
    TiffHandle(const TiffHandle&) = delete;
    TiffHandle& operator=(const TiffHandle&) = delete;

    tiff* get() const { return m_tiff; }
    std::uint64_t fileSize() const { return m_fileSize; }
    const std::filesystem::path& path() const { return m_path; }

    /// Makes the page at `offset` current and parses its format. Errors: Corrupt.
    base::Status select(std::uint64_t offset);
    /// Format of the current page.
    const TiffFormat& format() const { return m_format; }

    /// What libtiff complained about since the last call; forgets it.
    std::string takeMessages();

private:
    TiffHandle() = default;
    void appendMessage(const char* module, const std::string& text);
    void parseFormat();
    void parsePalette();
    friend struct TiffMessages;

    tiff* m_tiff = nullptr;
    std::filesystem::path m_path;
    std::uint64_t m_fileSize = 0;
    std::uint64_t m_selected = 0; ///< offset of the current page; 0 = none
    TiffFormat m_format;
    std::string m_messages;
};

} // namespace blastoscope::imaging
