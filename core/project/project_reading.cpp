// SPDX-License-Identifier: Apache-2.0
// The members of Project that only read.
#include <algorithm>
#include <utility>

#include "core/project/audit_trail.h"
#include "core/project/document_store.h"
#include "core/project/project.h"
#include "core/project/project_file.h"
#include "core/project/schema.h"
#include "core/project/stack_table.h"

namespace blastoscope::project {
namespace fs = std::filesystem;

namespace {

constexpr int kMostFrames = 1'000'000;

base::Error unknownStack(const fs::path& file)
{
    return {base::ErrorCode::NotFound,
            "The project \"" + file.filename().string() + "\" does not hold these images any more.",
            {}};
}

} // namespace

base::Result<std::vector<StackRecord>> Project::stacks()
{
    return guard(m_database->fileName(),
                 [&]() -> base::Result<std::vector<StackRecord>> { return readStacks(*m_database, m_file); });
}

base::Result<StackRecord> Project::record(StackKey key)
{
    const auto all = stacks();
    if (!all)
        return tl::unexpected(all.error());
    const auto it = std::find_if(all->begin(), all->end(), [key](const StackRecord& s) { return s.key == key; });
    if (it == all->end())
        return tl::unexpected(unknownStack(m_file));
    return *it;
}

base::Result<annotation::StoredDocument> Project::readDocument(StackKey key)
{
    const auto stack = record(key);
    if (!stack)
        return tl::unexpected(stack.error());
    return guard(m_database->fileName(), [&]() -> base::Result<annotation::StoredDocument> {
        if (stack->frames < 0 || stack->frames > kMostFrames)
            return base::fail(base::ErrorCode::Corrupt,
                              "The project \"" + m_database->fileName() + "\" holds a stack of an impossible length.");
        auto frames = readFrames(*m_database, key);
        if (!frames)
            return tl::unexpected(frames.error());
        auto steps = readSteps(*m_database, key);
        if (!steps)
            return tl::unexpected(steps.error());
        annotation::StoredDocument document;
        document.frames.resize(std::size_t(stack->frames));
        document.nextIds.resize(document.frames.size(), 1);
        document.steps = std::move(*steps);
        for (auto& [number, frame] : *frames) {
            if (number < 0 || number >= stack->frames)
                return base::fail(base::ErrorCode::Corrupt, "The project \"" + m_database->fileName() +
                                                                "\" holds a frame that its images don't have.");
            document.frames[std::size_t(number)] = std::move(frame.content);
            document.nextIds[std::size_t(number)] = frame.nextId;
        }
        return document;
    });
}

base::Result<std::vector<std::string>> Project::readStep(StackKey key, annotation::StepId id)
{
    return guard(m_database->fileName(), [&] { return readChanges(*m_database, key, id); });
}

base::Result<ProjectSummary> Project::summary()
{
    return guard(m_database->fileName(), [&]() -> base::Result<ProjectSummary> {
        ProjectSummary summary;
        summary.version = versionOf(*m_database);
        summary.uid = m_database->text("SELECT value FROM meta WHERE key = 'uid'");
        summary.created = m_database->text("SELECT value FROM meta WHERE key = 'created'");
        for (const StackRecord& stack : readStacks(*m_database, m_file))
            summary.stacks.push_back(summaryOf(*m_database, stack));
        summary.models = readModels(*m_database);
        if (m_database->hasTable("audit"))
            summary.auditRows = m_database->number("SELECT count(*) FROM audit");
        std::error_code ignored;
        summary.bytes = fs::file_size(m_file, ignored);
        return summary;
    });
}

base::Result<AuditReport> Project::verifyAudit()
{
    return guard(m_database->fileName(), [&]() -> base::Result<AuditReport> {
        if (!m_database->hasTable("audit"))
            return AuditReport{.problems = {"The project was made before there was an audit trail."}};
        return AuditTrail::verify(*m_database);
    });
}

base::Result<std::vector<AuditRow>> Project::auditRows()
{
    return guard(m_database->fileName(), [&]() -> base::Result<std::vector<AuditRow>> {
        return m_database->hasTable("audit") ? AuditTrail::rows(*m_database) : std::vector<AuditRow>();
    });
}

base::Result<std::string> Project::auditCsv()
{
    return guard(m_database->fileName(), [&]() -> base::Result<std::string> { return AuditTrail::toCsv(*m_database); });
}

} // namespace blastoscope::project
