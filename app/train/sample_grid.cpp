// SPDX-License-Identifier: Apache-2.0
#include "app/train/sample_grid.h"

#include <cstring>
#include <string>

#include "core/base/file_io.h"

namespace blastoscope::train {

base::Status writePnm(const base::Image& image, const std::filesystem::path& path)
{
    if (image.isNull() || image.type != base::PixelType::U8 || (image.channels != 1 && image.channels != 3))
        return base::fail(base::ErrorCode::Unsupported, "Only 8-bit pictures of one or three channels can be written.");
    std::string bytes = (image.channels == 1 ? "P5\n" : "P6\n") + std::to_string(image.width) + ' ' +
                        std::to_string(image.height) + "\n255\n";
    bytes.append(reinterpret_cast<const char*>(image.bytes.data()), image.bytes.size());
    return base::writeTextFile(path, bytes);
}

base::Image pictureGrid(const std::vector<base::Image>& pictures, int columns)
{
    if (pictures.empty() || columns < 1)
        return {};
    const base::Image& first = pictures.front();
    const int rows = (int(pictures.size()) + columns - 1) / columns;
    base::Image grid(first.width * columns, first.height * rows, first.channels, first.type);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const int left = int(i) % columns * int(first.rowBytes()), top = int(i) / columns * first.height;
        for (int y = 0; y < first.height; ++y)
            std::memcpy(grid.row<std::byte>(top + y) + left, pictures[i].row<std::byte>(y), first.rowBytes());
    }
    return grid;
}

} // namespace blastoscope::train
