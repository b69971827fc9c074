// SPDX-License-Identifier: Apache-2.0
#include "core/formats/cellpose_reader.h"

#include "core/formats/label_reader.h"

namespace blastoscope::formats {

bool isCellposeName(const std::filesystem::path& path)
{
    const std::string stem = path.stem().string();
    const std::string extension = path.extension().string();
    return (stem.ends_with("_cp_masks") || stem.ends_with("_masks")) &&
           (extension == ".tif" || extension == ".tiff" || extension == ".png");
}

base::Result<std::vector<ForeignFrame>> readCellpose(const std::filesystem::path& path, const ImportContext& context)
{
    if (path.extension() == ".npy")
        return base::fail(base::ErrorCode::Unsupported,
                          "\"" + path.filename().string() +
                              "\" is a pickled file, which may run code when it is opened. In Cellpose choose "
                              "\"Save masks as PNG/tif\" and import that file.");
    return readLabelFile(path, context);
}

} // namespace blastoscope::formats
