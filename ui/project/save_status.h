// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

#include "core/base/error.h"

namespace blastoscope::ui {

enum class SaveState {
    NoProject,
    Saved,      ///< everything that was done is on the disk
    Saving,     ///< something is on its way there
    CannotSave, ///< it was tried; what waits is kept and tried again
    ReadOnly,   ///< the project is open for reading and nothing was changed
};

/// How the work of a person stands with the disk.
struct SaveStatus {
    SaveState state = SaveState::NoProject;
    int waiting = 0;        ///< changes that are not on the disk
    base::Error reason = {}; ///< why not, in state CannotSave
};

} // namespace blastoscope::ui
