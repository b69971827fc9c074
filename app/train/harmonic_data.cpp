// SPDX-License-Identifier: Apache-2.0
#include "app/train/harmonic_data.h"

#include <cmath>

#include "core/base/sha256.h"
#include "core/nn/ops/label_tiles.h"

namespace blastoscope::train {

base::Result<HarmonicData> loadHarmonicData(const std::filesystem::path& dataset)
{
    const auto file = dataset / nn::kDatasetFileName;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return base::fail(base::ErrorCode::NotFound, "There is no dataset in " + dataset.string() +
                                                         ": it has no file " + nn::kDatasetFileName + ".");
    auto hash = base::sha256OfFile(file);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    const auto frames = nn::readDatasetFile(file);
    if (!frames)
        return tl::unexpected<base::Error>(frames.error());
    HarmonicData data;
    data.hash = std::move(*hash);
    int objects = 0;
    for (const nn::DatasetFrame& frame : *frames) {
        nn::LabelledFrame labelled = nn::toLabelledFrame(frame);
        objects += frame.validation ? 0 : labelled.objects;
        (frame.validation ? data.validation : data.train).push_back(std::move(labelled));
    }
    if (objects == 0)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The dataset in " + dataset.string() + " has no object to learn from.");
    return data;
}

std::vector<nn::LabelWindow> coveringWindows(const std::vector<nn::LabelledFrame>& frames, int size, double scale)
{
    const auto starts = [&](int length) { return nn::tileStarts(int(std::lround(length * scale)), size, 0); };
    std::vector<nn::LabelWindow> windows;
    for (const nn::LabelledFrame& frame : frames)
        for (const int y : starts(frame.height))
            for (const int x : starts(frame.width))
                windows.push_back(nn::plainLabelWindow(frame, x, y, size, scale));
    return windows;
}

} // namespace blastoscope::train
