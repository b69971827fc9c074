// SPDX-License-Identifier: Apache-2.0
#include "app/cli/frame_range.h"

#include <algorithm>
#include <string>

#include "core/base/text.h"

namespace blastoscope::cli {
namespace {

/// Empty text is no number; anything but digits is a failure.
bool parseEnd(const std::string& text, std::optional<int>& value)
{
    if (text.empty())
        return true;
    value = base::parseInt(text);
    return value && *value >= 0;
}

} // namespace

std::vector<int> FrameRange::indices(int times) const
{
    std::vector<int> all;
    for (int t = first; t < std::min(times, end.value_or(times)); ++t)
        all.push_back(t);
    return all;
}

base::Result<FrameRange> parseFrameRange(const std::string& text)
{
    if (text.empty())
        return FrameRange{};
    const auto colon = text.find(':');
    std::optional<int> first, end;
    const bool parsed =
        colon != std::string::npos && parseEnd(text.substr(0, colon), first) && parseEnd(text.substr(colon + 1), end);
    if (!parsed || (end && *end <= first.value_or(0)))
        return base::fail(base::ErrorCode::InvalidArgument,
                          "A range of frames is written A:B (frames A to B - 1, counted from 0), not \"" + text +
                              "\".");
    return FrameRange{first.value_or(0), end};
}

} // namespace blastoscope::cli
