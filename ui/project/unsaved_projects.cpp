// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/unsaved_projects.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "core/base/log.h"

namespace blastoscope::ui {

namespace {

/// Nothing when there is nothing to offer.
std::optional<UnsavedProject> lookAt(const QFileInfo& file, const project::ProjectOptions& options)
{
    UnsavedProject found{file.absoluteFilePath(), {}, 0, file.lastModified(), false};
    const std::filesystem::path path = found.file.toStdString();
    {
        const auto opened = project::Project::open(path, options);
        const auto summary = opened ? (*opened)->summary() : tl::unexpected(opened.error());
        if (!summary) {
            if (summary.error().code == base::ErrorCode::PermissionDenied)
                return std::nullopt; // another window has it open
            base::logWarning("project", "unsaved project: " + summary.error().message);
            found.damaged = true;
            return found;
        }
        int steps = 0;
        for (const project::StackSummary& stack : summary->stacks) {
            found.stacks.append(QString::fromStdString(stack.record.path.filename().string()));
            found.annotatedFrames += stack.annotatedFrames;
            steps += stack.steps;
        }
        if (found.annotatedFrames > 0 || steps > 0)
            return found;
    }
    deleteProject(path);
    return std::nullopt;
}

} // namespace

base::Result<std::vector<UnsavedProject>> findUnsavedProjects(const QString& folder,
                                                              const project::ProjectOptions& options)
{
    std::vector<UnsavedProject> found;
    for (const QFileInfo& file : QDir(folder).entryInfoList({QStringLiteral("*.blasto")}, QDir::Files))
        if (auto project = lookAt(file, options))
            found.push_back(std::move(*project));
    std::sort(found.begin(), found.end(),
              [](const UnsavedProject& a, const UnsavedProject& b) { return a.changed > b.changed; });
    return found;
}

void deleteProject(const std::filesystem::path& file)
{
    std::error_code ignored;
    for (const char* companion : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + companion, ignored);
    std::filesystem::remove(project::OwnerFile::pathFor(file), ignored);
}

project::ProjectOptions projectOptions(const QString& personName)
{
    project::ProjectOptions options;
    options.author = project::currentAccount();
    options.author.name = personName.toStdString();
    options.appVersion = QCoreApplication::applicationVersion().toStdString();
    return options;
}

} // namespace blastoscope::ui
