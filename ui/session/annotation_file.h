// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "core/base/error.h"
#include "core/formats/coco_annotation.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// The annotated frames of a stack at one moment, to be written or measured on another thread.
using AnnotationSnapshot = std::vector<formats::AnnotatedFrame>;

/// One frame as it is now. On the thread of the stack.
formats::AnnotatedFrame annotatedFrameOf(const OpenStack& stack, int time);

/// Whether there is anything to say about a frame: it is segmented, reviewed or has instances.
bool holdsSomething(const annotation::FrameAnnotation& frame);

/// All frames that hold something. On the thread of the stack.
AnnotationSnapshot snapshotOf(const OpenStack& stack);

/// What a file says about a stack.
struct LoadedAnnotations {
    std::vector<annotation::FrameAnnotation> frames; ///< one per time index
    std::optional<double> umPerPixel;
    std::string embryoId;
    int skipped = 0; ///< frames of the file that the stack doesn't have
};

/// Writes COCO. The file is replaced only when everything is written; the one before stays beside it as ".bak".
/// Any thread.
base::Status writeAnnotations(const AnnotationSnapshot& snapshot, const QString& file);

/// Reads COCO; pictures are matched by name, or by "frame_index" where all frames come from one file. Fails with
/// InvalidArgument when nothing in the file belongs to the stack. Any thread.
base::Result<LoadedAnnotations> readAnnotations(const QString& file, const imaging::ImageStack& images);

} // namespace blastoscope::ui
