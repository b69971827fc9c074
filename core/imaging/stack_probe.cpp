// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/stack_probe.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/imaging/fingerprint.h"
#include "core/imaging/stack_info_json.h"
#include "core/imaging/text_numbers.h"

namespace blastoscope::imaging {
namespace {

std::string describeTimes(const StackInfo& info)
{
    const auto known = [](const std::optional<double>& hours) { return hours.has_value(); };
    const auto first = std::find_if(info.timeHours.begin(), info.timeHours.end(), known);
    if (first == info.timeHours.end())
        return "unknown";
    const auto last = std::find_if(info.timeHours.rbegin(), info.timeHours.rend(), known);
    return formatNumber(**first) + " h to " + formatNumber(**last) + " h (" + std::string(nameOf(info.timeSource)) +
           ")";
}

std::string describePlanes(const StackInfo& info)
{
    std::string text = std::to_string(info.planes);
    if (info.planes > 1)
        for (std::size_t i = 0; i < info.planeNames.size(); ++i)
            text += (i == 0 ? ": " : ", ") + info.planeNames[i];
    return text;
}

} // namespace

base::Result<StackProbe> probeStack(const std::filesystem::path& path)
{
    const auto stack = openStack(path);
    if (!stack)
        return tl::unexpected(stack.error());
    StackProbe probe;
    probe.info = (*stack)->info();
    probe.frame.plane = probe.info.defaultPlane;
    const auto image = (*stack)->read(probe.frame);
    if (image)
        probe.sha256 = imageSha256(*image);
    else
        probe.frameError = image.error();
    return probe;
}

nlohmann::json toJson(const StackProbe& probe)
{
    nlohmann::json json = toJson(probe.info);
    if (probe.sha256)
        json["first_frame"] = {{"sha256", *probe.sha256}};
    else if (probe.frameError)
        json["first_frame"] = {{"error",
                                {{"code", base::nameOf(probe.frameError->code)},
                                 {"message", probe.frameError->message},
                                 {"detail", probe.frameError->detail}}}};
    return json;
}

std::string describe(const StackProbe& probe)
{
    const StackInfo& info = probe.info;
    std::string text = "format        " + info.format + "\n";
    text += "size          " + std::to_string(info.width) + " x " + std::to_string(info.height) + " px, " +
            (info.samplesPerPixel == 3 ? "RGB " : "grey ") + std::string(nameOf(info.pixelType)) + "\n";
    text += "time points   " + std::to_string(info.times) + "\n";
    text += "focal planes  " + describePlanes(info) + "\n";
    text += "channels      " + std::to_string(info.channels) + "\n";
    text += "pixel size    " +
            (info.umPerPixel ? formatNumber(*info.umPerPixel) + " µm (" +
                                   std::string(nameOf(info.calibrationSource)) + ")"
                             : std::string("unknown")) +
            "\n";
    text += "times         " + describeTimes(info) + "\n";
    if (probe.frameError)
        text += "first frame   cannot be read: " + probe.frameError->message + "\n";
    for (const std::string& warning : info.warnings)
        text += "warning       " + warning + "\n";
    return text;
}

} // namespace blastoscope::imaging
