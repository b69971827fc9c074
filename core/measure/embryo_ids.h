// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "core/base/error.h"

namespace blastoscope::measure {

/// The random ids under which embryos leave this machine, so that one stack keeps its id from export to export. The
/// table never holds a path or name: stacks are known by a salted hash. Deleting the file forgets all ties.
class EmbryoIds {
public:
    /// `table` is created on first use, with its folder.
    explicit EmbryoIds(std::filesystem::path table) : m_table(std::move(table)) {}

    /// The id of the stack at `source`; a new one is drawn and stored when there is none. Fails with Corrupt when the
    /// table cannot be understood (it is left alone) and as writeTextFile() does.
    base::Result<std::string> idOf(const std::filesystem::path& source) const;

private:
    std::filesystem::path m_table;
};

} // namespace blastoscope::measure
