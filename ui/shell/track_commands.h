// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_group.h"

namespace blastoscope::ui {

class TrackingRuns;
struct TrackingSummary;

/// Following cells through time: its part of the Segment menu, and what came of it.
class TrackCommands : public CommandGroup {
    Q_OBJECT
public:
    TrackCommands(const ShellContext& context, QMenu& menu, TrackingRuns& runs, QObject* parent);

private:
    void track(OpenStack& stack);
    void showSummary(const TrackingSummary& summary);
    void offerTracking(OpenStack* stack);
    void updateEnabled();

    TrackingRuns& m_runs;
    QAction* m_track = nullptr;
};

} // namespace blastoscope::ui
