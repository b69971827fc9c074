// SPDX-License-Identifier: Apache-2.0
// Entry point of blastoscope-cli. Exit codes: 0 done, 1 failed, 2 wrong use.
#include <csignal>
#include <exception>

#include "app/cli/commands.h"
#include "app/common/log_file.h"
#include "app/common/program.h"

namespace {

using namespace blastoscope;

constexpr int kFailed = 1;
constexpr int kUsageError = 2;

base::CancellationToken& interruptToken()
{
    static base::CancellationToken token;
    return token;
}

/// Only sets an atomic flag; the second Ctrl-C ends the program at once.
extern "C" void onInterrupt(int)
{
    interruptToken().cancel();
    std::signal(SIGINT, SIG_DFL);
}

int run(const cli::Action& action, cli::Session& session)
{
    try {
        const auto result = action(session);
        if (result)
            return 0;
        session.console.report(result.error());
    } catch (const std::bad_alloc&) {
        session.console.report({base::ErrorCode::OutOfMemory, "There is not enough memory for this.", {}});
    } catch (const std::exception& e) {
        session.console.report({base::ErrorCode::Internal, "Something unexpected went wrong.", e.what()});
    }
    return kFailed;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Segments, measures and simulates embryo time-lapse images. For research use only.",
                 "blastoscope-cli");
    app.set_version_flag("--version", common::version());
    app.require_subcommand(1);
    app.fallthrough(false);
    cli::Action action;
    cli::addInfoCommand(app, action);
    cli::addSegmentCommand(app, action);
    cli::addMeasureCommand(app, action);
    cli::addSimulateCommand(app, action);
    cli::addTrainCommand(app, action);
    cli::addEvaluateCommand(app, action);
    cli::addProjectCommand(app, action);
    cli::addAuditCommand(app, action);
    cli::addImportCommand(app, action);
    cli::addExportCommand(app, action);
    cli::addDatasetCommand(app, action);
    cli::addCompareCommand(app, action);
    cli::addBenchmarkCommand(app, action);
    cli::addGanCommand(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : kUsageError;
    }
    cli::Session session;
    session.cancel = interruptToken();
    std::signal(SIGINT, onInterrupt);
    common::startLogging("blastoscope-cli", true);
    return run(action, session);
}
