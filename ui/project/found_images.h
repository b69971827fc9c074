// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include "core/base/cancellation.h"
#include "core/imaging/image_stack.h"
#include "core/project/project_types.h"
#include "core/project/stack_finder.h"

namespace blastoscope::ui {

/// The images of a stack of a project, wherever they are now.
struct FoundImages {
    std::shared_ptr<const imaging::ImageStack> images; ///< MissingImages when they cannot be found or used
    std::optional<project::FoundStack> place;          ///< nothing: missing
};

/// Looks where the project says and around there (see project::findStack), but never takes the images of one of the
/// `others` for those of this stack: a copy of it. Any thread; blocks for the drive. When the images are not there, so
/// is the reason.
FoundImages findImages(const project::StackRecord& record, const QString& projectFile,
                       const std::vector<project::StackRecord>& others, const base::CancellationToken& cancel = {});

/// Looks for the images in a folder that a person picked, which may also be the stack itself. Then other images of the
/// same size and length are taken as well, and called changed. Nothing when there are none. Any thread.
std::optional<FoundImages> findImagesIn(const QString& folder, const project::StackRecord& record,
                                        const QString& projectFile, const base::CancellationToken& cancel);

} // namespace blastoscope::ui
