// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

namespace blastoscope::ui {

/// Words for objects that are no blastomeres (core/annotation/object_names.h). Models name them in English; the names
/// that the program knows are translated and have a plural, others stand as they are. An own name is never empty here.

/// "nucleus", as in a table.
QString objectWord(const std::string& ownName);
/// "Nucleus", as in a menu.
QString objectTitle(const std::string& ownName);
/// "Nuclei", or "Objects (spheroid)".
QString objectsTitle(const std::string& ownName);
/// "57 nuclei", or "57 objects (spheroid)".
QString countOfObjects(const std::string& ownName, int count);

} // namespace blastoscope::ui
