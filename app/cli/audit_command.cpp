// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <memory>

#include <nlohmann/json.hpp>

#include "app/common/program.h"
#include "core/base/file_io.h"
#include "core/project/audit_report.h"
#include "core/project/project.h"

namespace blastoscope::cli {
namespace {

base::Result<std::unique_ptr<project::Project>> openForReading(const std::string& file)
{
    project::ProjectOptions options;
    options.author = project::currentAccount();
    options.appVersion = common::version();
    options.readOnly = true;
    return project::Project::open(file, options);
}

base::Status verify(const std::string& file, Session& session)
{
    auto opened = openForReading(file);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto report = (*opened)->verifyAudit();
    if (!report)
        return tl::unexpected(report.error());
    session.console.printJson({{"intact", report->isIntact()},
                               {"rows", report->rows},
                               {"head", report->head},
                               {"problems", report->problems}});
    if (report->isIntact()) {
        session.console.print("The audit trail is whole: " + std::to_string(report->rows) +
                              " rows.\nIts last hash is " + report->head);
        return {};
    }
    std::string problems;
    for (const std::string& problem : report->problems)
        problems += (problems.empty() ? "" : "\n  ") + problem;
    session.console.setJson(false); // the object was printed
    return base::fail(base::ErrorCode::Corrupt, "The audit trail does not verify.", problems);
}

base::Status exportTrail(const std::string& file, const std::string& out, Session& session)
{
    auto opened = openForReading(file);
    if (!opened)
        return tl::unexpected(opened.error());
    const auto csv = (*opened)->auditCsv();
    if (!csv)
        return tl::unexpected(csv.error());
    if (auto written = base::writeTextFile(out, *csv); !written)
        return written;
    session.console.print("Written: " + out);
    session.console.printJson({{"file", out}, {"bytes", csv->size()}});
    return {};
}

} // namespace

void addAuditCommand(CLI::App& app, Action& chosen)
{
    struct Options {
        std::string file;
        std::string out;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("audit", "Check or export the audit trail of a project");
    command->require_subcommand(1);
    CLI::App* verifies = command->add_subcommand("verify", "Check that no row was changed or removed");
    verifies->add_option("FILE", options->file, "Project (.blasto)")->required();
    verifies->add_flag("--json", options->json, "Print one JSON object");
    verifies->callback([options, &chosen] {
        chosen = [options](Session& session) {
            session.console.setJson(options->json);
            return verify(options->file, session);
        };
    });
    CLI::App* exports = command->add_subcommand("export", "Write all rows as CSV");
    exports->add_option("FILE", options->file, "Project (.blasto)")->required();
    exports->add_option("--out", options->out, "CSV file")->required();
    exports->add_flag("--json", options->json, "Print one JSON object");
    exports->callback([options, &chosen] {
        chosen = [options](Session& session) {
            session.console.setJson(options->json);
            return exportTrail(options->file, options->out, session);
        };
    });
}

} // namespace blastoscope::cli
