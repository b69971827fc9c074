// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commands.h"

#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "app/common/program.h"
#include "core/project/project.h"
#include "core/project/repair.h"
#include "core/project/stack_finder.h"

namespace blastoscope::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

project::ProjectOptions readingOptions()
{
    project::ProjectOptions options;
    options.author = project::currentAccount();
    options.appVersion = common::version();
    options.readOnly = true;
    return options;
}

/// "found", "moved", "changed" or "missing".
const char* whereAre(const project::StackRecord& stack, const fs::path& file)
{
    const auto found = project::findStack(stack.path, stack.fingerprint, file);
    if (!found)
        return "missing";
    return found->moved ? "moved" : found->changed ? "changed" : "found";
}

ordered_json toJson(const project::StackSummary& stack, const char* images)
{
    const project::StackRecord& record = stack.record;
    const auto orNull = [](const auto& value) { return value ? ordered_json(*value) : ordered_json(nullptr); };
    return {{"id", record.uid},
            {"path", record.path.string()},
            {"images", images},
            {"frames", record.frames},
            {"width", record.width},
            {"height", record.height},
            {"um_per_px", orNull(record.umPerPixel)},
            {"t0_hours", orNull(record.t0Hours)},
            {"sha256", record.sha256},
            {"annotated_frames", stack.annotatedFrames},
            {"reviewed_frames", stack.reviewedFrames},
            {"objects", stack.instances},
            {"undo_steps", stack.steps}};
}

std::string toText(const project::StackSummary& stack, const char* images)
{
    return "\nStack        " + stack.record.uid + " (" + stack.record.path.filename().string() + ", images " + images +
           ")\n  frames     " + std::to_string(stack.record.frames) + ", " + std::to_string(stack.annotatedFrames) +
           " annotated, " + std::to_string(stack.reviewedFrames) + " reviewed\n  objects    " +
           std::to_string(stack.instances) + "\n  undo steps " + std::to_string(stack.steps);
}

base::Status describeProject(const std::string& file, Session& session)
{
    auto opened = project::Project::open(file, readingOptions());
    if (!opened)
        return tl::unexpected(opened.error());
    const auto summary = (*opened)->summary();
    if (!summary)
        return tl::unexpected(summary.error());
    if (!(*opened)->notice().empty())
        session.console.warn((*opened)->notice());
    std::string text = "Project      " + summary->uid + "\nMade         " + summary->created + "\nFormat       " +
                       std::to_string(summary->version) + "\nSize         " + std::to_string(summary->bytes) +
                       " bytes\nAudit rows   " + std::to_string(summary->auditRows);
    ordered_json json = {{"id", summary->uid},
                         {"created", summary->created},
                         {"format", summary->version},
                         {"bytes", summary->bytes},
                         {"audit_rows", summary->auditRows},
                         {"models", ordered_json::array()},
                         {"stacks", ordered_json::array()}};
    for (const project::ModelReference& model : summary->models) {
        text += "\nModel        " + model.sha256 + (model.name.empty() ? "" : " " + model.name + " " + model.version);
        json["models"].push_back({{"sha256", model.sha256}, {"name", model.name}, {"version", model.version}});
    }
    for (const project::StackSummary& stack : summary->stacks) {
        const char* images = whereAre(stack.record, (*opened)->file());
        text += toText(stack, images);
        json["stacks"].push_back(toJson(stack, images));
    }
    session.console.print(text);
    session.console.printJson(json);
    return {};
}

base::Status repair(const std::string& file, std::string out, Session& session)
{
    if (out.empty()) {
        const fs::path damaged(file);
        out = (damaged.parent_path() / (damaged.stem().string() + "-repaired.blasto")).string();
    }
    const auto report = project::repairProject(file, out, project::currentAccount(), common::version());
    if (!report)
        return tl::unexpected(report.error());
    std::string text = "Saved into " + report->file.string() + ": " + std::to_string(report->stacks) + " stacks, " +
                       std::to_string(report->frames) + " frames, " + std::to_string(report->instances) + " objects, " +
                       std::to_string(report->steps) + " undo steps, " + std::to_string(report->auditRows) +
                       " rows of the audit trail.";
    if (report->losses.empty())
        text += "\nEverything was readable.";
    for (const std::string& loss : report->losses)
        text += "\nLost: " + loss;
    session.console.print(text);
    session.console.printJson({{"file", report->file.string()},
                               {"stacks", report->stacks},
                               {"frames", report->frames},
                               {"objects", report->instances},
                               {"undo_steps", report->steps},
                               {"audit_rows", report->auditRows},
                               {"losses", report->losses}});
    return {};
}

} // namespace

void addProjectCommand(CLI::App& app, Action& chosen)
{
    struct Options {
        std::string file;
        std::string out;
        bool json = false;
    };
    const auto options = std::make_shared<Options>();
    CLI::App* command = app.add_subcommand("project", "Look at or repair a project file");
    command->require_subcommand(1);
    CLI::App* info = command->add_subcommand("info", "Say what a project holds");
    info->add_option("FILE", options->file, "Project (.blasto)")->required();
    info->add_flag("--json", options->json, "Print one JSON object");
    info->callback([options, &chosen] {
        chosen = [options](Session& session) {
            session.console.setJson(options->json);
            return describeProject(options->file, session);
        };
    });
    CLI::App* repairs = command->add_subcommand("repair", "Save what is readable of a damaged project into a new one");
    repairs->add_option("FILE", options->file, "Damaged project; it is only read")->required();
    repairs->add_option("--out", options->out, "New project (default: NAME-repaired.blasto beside it)");
    repairs->add_flag("--json", options->json, "Print one JSON object");
    repairs->callback([options, &chosen] {
        chosen = [options](Session& session) {
            session.console.setJson(options->json);
            return repair(options->file, options->out, session);
        };
    });
}

} // namespace blastoscope::cli
