// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

namespace blastoscope::gui {

/// What the window was started with.
struct CommandLine {
    QStringList paths; ///< stacks to open
    QString model;     ///< a weight file for this session; empty = that of the settings
    bool sample = false;
    bool timeStart = false; ///< say how long it took until the window was painted, and quit
};

/// Prints help, version or what is wrong. Then there is nothing to start: the exit code (0 or 2) comes back.
struct ParsedCommandLine {
    CommandLine commandLine;
    std::optional<int> exitCode;
};
ParsedCommandLine parseCommandLine(int argc, char** argv);

} // namespace blastoscope::gui
