// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "core/annotation/document.h"
#include "core/project/project.h"
#include "tests/annotation/random_edits.h"

namespace fixtures {

/// Options of a person of this workstation.
blastoscope::project::ProjectOptions options(const std::string& name = "Reader One");

/// A record for images that need not exist.
blastoscope::project::StackRecord stackOf(int frames, int side, const std::filesystem::path& path = "/nowhere/E-014");

/// SHA-256 of what all frames say.
std::string contentHashOf(const blastoscope::annotation::StackDocument& document);

std::string readBytes(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const std::string& bytes);

/// A document that writes every edit into a project at once.
class Session {
public:
    /// A new document for a new stack.
    Session(std::unique_ptr<blastoscope::project::Project> project, int frames, int side);
    /// The document of the first stack of a project; null when it cannot be read.
    static std::unique_ptr<Session> reopen(const std::filesystem::path& file);

    blastoscope::annotation::StackDocument& document() { return *m_document; }
    blastoscope::project::Project& project() { return *m_project; }
    blastoscope::project::StackKey stack() const { return m_stack; }
    /// The first failure of a commit.
    const blastoscope::base::Status& status() const { return m_status; }

    /// Reads the step from the project when it is not in memory. False when there is none or it cannot be read.
    bool undo();
    bool redo();

private:
    Session() = default;
    bool supply(std::optional<blastoscope::annotation::StepId> missing);
    blastoscope::annotation::EditRecorder recorder();

    std::unique_ptr<blastoscope::project::Project> m_project;
    std::unique_ptr<blastoscope::annotation::StackDocument> m_document;
    blastoscope::project::StackKey m_stack = 0;
    blastoscope::base::Status m_status;
};

} // namespace fixtures
