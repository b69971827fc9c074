// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "ui/tools/frame_editor.h"

namespace blastoscope::ui {

// What can be done to silhouettes without a tool. Each is one undo step and does nothing (but says why) when an object
// is locked or the command makes no sense for the selection.

/// All selected objects become larger (or smaller, when negative) by so many pixels on every side. One that would
/// vanish stays as it is.
void growSelected(FrameEditor& editor, double pixels);
void smoothSelected(FrameEditor& editor, double sigma);
void fillHolesOfSelected(FrameEditor& editor);
/// The first selected object becomes all of them together; what was known about their depth stays known.
void mergeSelected(FrameEditor& editor);
/// Copies of the selected objects in the next frame, with their depth order; returns them.
std::vector<annotation::InstanceId> duplicateToNextFrame(FrameEditor& editor);
void removeSelected(FrameEditor& editor);
/// Cuts one object; the largest part keeps its identity, the others become new objects of the same kind that are
/// nearer and farther as it was.
void splitObject(FrameEditor& editor, annotation::InstanceId id, std::span<const base::Point> line);
void setClassOfSelected(FrameEditor& editor, base::ObjectClass objectClass);

/// Flags that a lock does not protect; all selected objects get the opposite of what the first one has.
void toggleLocked(FrameEditor& editor);
void toggleHidden(FrameEditor& editor);
void toggleUncertain(FrameEditor& editor);

} // namespace blastoscope::ui
