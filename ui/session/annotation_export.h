// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "core/formats/registry.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// What a person decides about an export of annotations.
struct AnnotationExportChoices {
    formats::AnnotationFormat format = formats::AnnotationFormat::Coco;
    bool onlyAccepted = false; ///< accepted and corrected frames
    bool allStacks = false;    ///< else the current one
    bool keepNames = false;    ///< names of files and embryos
    QString folder = {};
};

/// The current stack, if there is one, or all that are open.
std::vector<const OpenStack*> stacksToExport(const Workspace& workspace, bool all);

/// The frames that an export takes, as they are now. On the thread of the stacks.
std::vector<formats::AnnotatedFrame> framesToExport(const Workspace& workspace, const AnnotationExportChoices& choices);

/// How many that are, without copying them.
int countFramesToExport(const Workspace& workspace, const AnnotationExportChoices& choices);

} // namespace blastoscope::ui
