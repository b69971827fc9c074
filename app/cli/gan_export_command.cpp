// SPDX-License-Identifier: Apache-2.0
#include "app/cli/gan_commands.h"

#include <filesystem>

#include "app/train/gan_export.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;

struct GanExportOptions {
    std::string run;
    std::string out; ///< empty: generator.safetensors in the run's folder
};

base::Status exportRun(const GanExportOptions& options, Session& session)
{
    const fs::path file = options.out.empty() ? fs::path(options.run) / train::kGeneratorFile : fs::path(options.out);
    const auto exported = train::exportGenerator(options.run, file);
    if (!exported)
        return tl::unexpected(exported.error());
    session.console.print("Generator of step " + std::to_string(exported->steps) + " in " + file.string() + "\n");
    if (!exported->isFinished)
        session.console.print("The run has not come to its end; \"gan train --resume --out " + options.run +
                              "\" goes on with it.\n");
    return {};
}

} // namespace

void addGanExportCommand(CLI::App& group, Action& chosen)
{
    const auto options = std::make_shared<GanExportOptions>();
    CLI::App* command =
        group.add_subcommand("export", "Write the generator of a run that was stopped or is still training");
    command->add_option("--run", options->run, "Folder of the run (--out of gan train)")
        ->required()
        ->check(CLI::ExistingDirectory);
    command->add_option("--out", options->out, "File to write; default: generator.safetensors in that folder");
    runs(command, options, chosen, exportRun);
}

} // namespace blastoscope::cli
