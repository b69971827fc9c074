// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <memory>

#include <nlohmann/json.hpp>

#include "core/imaging/image_stack.h"
#include "core/imaging/stack_info_json.h"

namespace blastoscope::cli {
namespace {

using nlohmann::ordered_json;

const char* spelledOut(base::PixelType type)
{
    switch (type) {
    case base::PixelType::U8: return "8-bit";
    case base::PixelType::U16: return "16-bit";
    case base::PixelType::F32: break;
    }
    return "float";
}

/// The description of the stack; here the path may be told, whoever asks has just named it.
ordered_json described(const imaging::StackInfo& info)
{
    ordered_json out = {{"path", info.path.string()}};
    out.update(ordered_json(imaging::toJson(info)));
    return out;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

std::string decimal(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

std::string timesOf(const imaging::StackInfo& info)
{
    if (info.timeHours.empty() || !info.timeHours.front() || !info.timeHours.back())
        return "unknown";
    return decimal(*info.timeHours.front()) + " to " + decimal(*info.timeHours.back()) +
           " h (source: " + std::string(imaging::nameOf(info.timeSource)) + ")";
}

std::string toText(const imaging::StackInfo& info)
{
    std::string text = "Format       " + info.format;
    text += "\nFrames       " + std::to_string(info.times);
    text += "\nPlanes       " + std::to_string(info.planes);
    if (info.planes > 1 && !info.planeNames.empty())
        text += " (" + joined(info.planeNames) + ")";
    text += "\nChannels     " + std::to_string(info.channels);
    text += "\nPicture      " + std::to_string(info.width) + " x " + std::to_string(info.height) + ", " +
            spelledOut(info.pixelType) + ", " + (info.samplesPerPixel == 3 ? "RGB" : "grey");
    text += "\nPixel size   " + (info.umPerPixel ? decimal(*info.umPerPixel) + " um" : "unknown");
    text += "\nTimes        " + timesOf(info);
    return text;
}

} // namespace

void addInfoCommand(CLI::App& app, Action& chosen)
{
    struct Options {
        std::string path;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("info", "Say what a stack of images holds");
    command->add_option("PATH", options->path, "Folder, image file, TIFF or video")->required();
    command->add_flag("--json", options->json, "Print one JSON object");
    command->callback([options, &chosen] {
        chosen = [options](Session& session) -> base::Status {
            session.console.setJson(options->json);
            const auto stack = imaging::openStack(options->path);
            if (!stack)
                return tl::unexpected(stack.error());
            session.console.print(toText((*stack)->info()));
            session.console.printJson(described((*stack)->info()));
            for (const std::string& warning : (*stack)->info().warnings)
                session.console.warn(warning);
            return {};
        };
    });
}

} // namespace blastoscope::cli
