// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "ui/models/import_preview_model.h"
#include "ui/session/annotation_import.h"

namespace blastoscope::ui {

/// The table of what an import will do; what is left alone comes after what is imported.
std::vector<ImportPreviewRow> importRows(const AnnotationImport& import);

/// One line about the whole plan.
QString importHeadline(const AnnotationImport& import);

/// One line about what was done.
QString textOf(const ImportSummary& summary);

} // namespace blastoscope::ui
