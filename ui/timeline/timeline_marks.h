// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QImage>
#include <QString>

#include "core/annotation/instance.h"

namespace blastoscope::ui {

/// What the strips of the timeline show for one frame.
struct FrameMark {
    bool segmented = false;
    std::optional<int> cells; ///< counted blastomeres; nothing = not segmented
    QString countText;        ///< "57 nuclei", where they are no cells
    annotation::ReviewState review = annotation::ReviewState::ToDo;
    bool flagged = false; ///< has qc flags
    bool broken = false;  ///< could not be read
    bool operator==(const FrameMark&) const = default;
};

FrameMark markOf(const annotation::FrameAnnotation& frame);

/// Asked for a small picture of a frame; answers at any later time by calling `deliver` on the window's thread, or
/// never. Asked again only for frames it has not answered.
using ThumbnailProvider = std::function<void(int frame, std::function<void(int frame, QImage)> deliver)>;

} // namespace blastoscope::ui
