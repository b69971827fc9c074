// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

namespace blastoscope::ui {

/// What is painted over the picture.
struct CanvasLayers {
    bool fills = true; ///< translucent bodies and the hatching of hidden parts
    bool outlines = true;
    bool occlusion = false; ///< the picture of who covers whom instead of the bodies
    bool labels = true;     ///< number and, for a model's instances, confidence
    bool operator==(const CanvasLayers&) const = default;
};

} // namespace blastoscope::ui

Q_DECLARE_METATYPE(blastoscope::ui::CanvasLayers)
