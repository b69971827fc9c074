// SPDX-License-Identifier: Apache-2.0
#include "tests/project/project_fixtures.h"

#include <fstream>
#include <iterator>

#include "core/base/sha256.h"

namespace fixtures {

using namespace blastoscope;

project::ProjectOptions options(const std::string& name)
{
    project::ProjectOptions options;
    options.author = {"reader", name, "lab-1"};
    options.appVersion = "0.1.0";
    return options;
}

project::StackRecord stackOf(int frames, int side, const std::filesystem::path& path)
{
    project::StackRecord record;
    record.path = path;
    record.fingerprint = {frames, 1000, 1'700'000'000, "edges"};
    record.frames = frames;
    record.width = record.height = side;
    return record;
}

std::string contentHashOf(const annotation::StackDocument& document)
{
    const std::string content = edits::contentOf(document);
    return base::sha256Hex(content.data(), content.size());
}

std::string readBytes(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), std::streamsize(bytes.size()));
}

Session::Session(std::unique_ptr<project::Project> project, int frames, int side) : m_project(std::move(project))
{
    m_document = std::make_unique<annotation::StackDocument>(frames, side, side);
    const auto stack = m_project->addStack(stackOf(frames, side));
    if (!stack) {
        m_status = tl::unexpected(stack.error());
        return;
    }
    m_stack = *stack;
    m_document->setRecorder(recorder());
}

std::unique_ptr<Session> Session::reopen(const std::filesystem::path& file)
{
    auto project = project::Project::open(file, options());
    if (!project)
        return nullptr;
    const auto stacks = (*project)->stacks();
    if (!stacks || stacks->empty())
        return nullptr;
    auto stored = (*project)->readDocument(stacks->front().key);
    if (!stored)
        return nullptr;
    std::unique_ptr<Session> session(new Session);
    const project::StackRecord& record = stacks->front();
    session->m_project = std::move(*project);
    session->m_stack = record.key;
    session->m_document = std::make_unique<annotation::StackDocument>(record.frames, record.width, record.height);
    if (!session->m_document->restore(std::move(*stored)))
        return nullptr;
    session->m_document->resumeRecorder(session->recorder());
    return session;
}

annotation::EditRecorder Session::recorder()
{
    return [this](annotation::Edit edit) {
        const auto written = m_project->commit(m_stack, edit);
        if (!written && m_status)
            m_status = written;
    };
}

bool Session::supply(std::optional<annotation::StepId> missing)
{
    if (!missing)
        return true;
    const auto changes = m_project->readStep(m_stack, *missing);
    return changes && m_document->supplyStep(*missing, *changes);
}

bool Session::undo()
{
    return supply(m_document->missingForUndo()) && m_document->undo();
}

bool Session::redo()
{
    return supply(m_document->missingForRedo()) && m_document->redo();
}

} // namespace fixtures
