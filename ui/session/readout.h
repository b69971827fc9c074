// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "core/measure/frame_metrics.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// One number with its meaning; all texts are translated.
struct Readout {
    QString label;
    QString value; ///< formatted; empty = not known
    QString unit;
    QString definition;
    QString formula;      ///< may be empty
    QString limits;       ///< what the number cannot say
    bool reviewed = true; ///< false: rests on masks that no person accepted, shown lighter
};

/// The numbers of a frame in the order of the panel; in µm when the pixel size is known, otherwise in px. `ownName`:
/// what is counted when it is no blastomeres (object_names.h); it has no numbers that are known of embryos alone.
QList<Readout> readoutsOf(const measure::FrameMetrics& metrics, std::optional<double> umPerPixel, bool reviewed,
                          const std::string& ownName = {});

/// The warnings of a frame in words; flags without a text of their own are shown by name.
QStringList notesOf(const measure::FrameMetrics& metrics);

} // namespace blastoscope::ui
