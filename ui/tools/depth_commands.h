// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/tools/frame_editor.h"

namespace blastoscope::ui {

/// Puts the selected objects before (or behind) everything they overlap. One undo step.
void moveSelectedInDepth(FrameEditor& editor, bool nearer);

/// Two selected objects change their order; with one, it and the object with which it shares most pixels. Where nothing
/// is known about the two, the first selected one becomes the nearer.
void swapDepth(FrameEditor& editor);

} // namespace blastoscope::ui
