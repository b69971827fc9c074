// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/command_line.h"

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "app/common/program.h"

namespace blastoscope::gui {

ParsedCommandLine parseCommandLine(int argc, char** argv)
{
    constexpr int kUsageError = 2;
    CLI::App app("Segments and measures blastomeres in time-lapse images of embryos. Research use only.",
                 "blastoscope");
    std::vector<std::string> paths;
    std::string model;
    bool sample = false;
    bool timeStart = false;
    app.add_option("PATH", paths, "projects, image folders, TIFF stacks, videos or pictures to open");
    app.add_option("--model", model, "weight file to segment with")->check(CLI::ExistingFile);
    app.add_flag("--sample", sample, "open the bundled sample time-lapse");
    app.add_flag("--time-start", timeStart, "print the milliseconds until the window is painted, and quit");
    app.set_version_flag("--version", common::version());
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const int code = app.exit(error);
        return {{}, code == 0 ? 0 : kUsageError};
    }
    ParsedCommandLine parsed;
    for (const std::string& path : paths)
        parsed.commandLine.paths.append(QString::fromStdString(path));
    parsed.commandLine.model = QString::fromStdString(model);
    parsed.commandLine.sample = sample;
    parsed.commandLine.timeStart = timeStart;
    return parsed;
}

} // namespace blastoscope::gui
