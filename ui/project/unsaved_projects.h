// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "core/base/error.h"
#include "core/project/project.h"

namespace blastoscope::ui {

/// A project that was never saved and whose program ended without closing it.
struct UnsavedProject {
    QString file;
    QStringList stacks; ///< names
    int annotatedFrames = 0;
    QDateTime changed;
    bool damaged = false; ///< it cannot be opened
};

/// Unsaved projects in that folder that nobody has open, the latest first. Those that hold nothing are deleted. Any
/// thread; blocks for the drive.
base::Result<std::vector<UnsavedProject>> findUnsavedProjects(const QString& folder,
                                                              const project::ProjectOptions& options);

/// Deletes a project that nobody has open, with everything SQLite keeps beside it. Any thread.
void deleteProject(const std::filesystem::path& file);

/// Who and what writes into projects. Any thread; may block for the system's table of accounts.
project::ProjectOptions projectOptions(const QString& personName);

} // namespace blastoscope::ui
