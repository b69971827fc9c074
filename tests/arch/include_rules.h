// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace blastoscope::tests {

/// "core/masks" of "core/masks/semantic/semantic_map.h"; empty for what is not below core, ui or app.
QString folderOf(const QString& path);

/// Folders of the tree that have rules.
QStringList knownFolders();

/// Whether a folder may use another one.
bool arrowAllows(const QString& from, const QString& to);

/// The rules of ARCHITECTURE.md that `file` (relative to the source root) breaks by including `target` (what stands
/// between the quotes or brackets); empty when it may.
QStringList brokenRules(const QString& file, const QString& target);

} // namespace blastoscope::tests
