// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/tracking/track_correction.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

/// Correcting tracks by hand: which cell of the frame before the selected one continues, and that it begins a track.
class TrackCorrection : public CommandGroup {
    Q_OBJECT
public:
    TrackCorrection(const ShellContext& context, QMenu& menu, QObject* parent);

private:
    void watchCurrent(OpenStack* stack);
    /// A list of the cells it may continue; the outline of the one under the cursor is on the canvas.
    void offerPredecessors();
    void addPredecessor(QMenu& menu, const tracking::Predecessor& cell, annotation::InstanceId selected);
    /// In global coordinates.
    QPoint beside(annotation::InstanceId id) const;
    void startTracks();
    void report(const base::Result<int>& changed, const QString& nothingChanged);
    void updateEnabled();

    QAction* m_continue = nullptr;
    QAction* m_start = nullptr;
};

} // namespace blastoscope::ui
