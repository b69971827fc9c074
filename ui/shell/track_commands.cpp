// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/track_commands.h"

#include <QAction>
#include <QPointer>

#include "ui/session/tracking_runs.h"
#include "ui/shell/message_bar.h"

namespace blastoscope::ui {

TrackCommands::TrackCommands(const ShellContext& context, QMenu& menu, TrackingRuns& runs, QObject* parent)
    : CommandGroup(context, QStringLiteral("segment"), tr("&Segment"), menu, parent), m_runs(runs)
{
    m_track = add("trackCells", tr("&Track cells"), [this] { track(*current()); }, {Qt::CTRL | Qt::Key_T});
    m_track->setStatusTip(tr("Follow the cells of all frames through time: who stays, who divides"));
    connect(&runs, &TrackingRuns::finished, this,
            [this](OpenStack*, const TrackingSummary& summary) { showSummary(summary); });
    connect(&runs, &TrackingRuns::keptTracks, this, &TrackCommands::offerTracking);
    connect(&runs, &TrackingRuns::failed, this,
            [this](const base::Error& error) { shell().messages.showError(error); });
    connect(&shell().workspace, &Workspace::currentChanged, this, &TrackCommands::updateEnabled);
    updateEnabled();
}

void TrackCommands::track(OpenStack& stack)
{
    m_runs.track(stack);
}

void TrackCommands::showSummary(const TrackingSummary& summary)
{
    if (!summary.asked || summary.cancelled)
        return;
    QString text;
    if (summary.frames < 2)
        text = tr("Cells are followed from frame to frame. Segment two frames or more first.");
    else if (summary.tracks == 0)
        text = tr("There are no cells that could be followed.");
    else if (summary.changed == 0)
        text =
            tr("%n cell(s) followed from division to division; all tracks stay as they were.", nullptr, summary.tracks);
    else
        text = tr("%n cell(s) followed from division to division.", nullptr, summary.tracks);
    shell().messages.show({.text = text, .key = QStringLiteral("tracking")});
}

void TrackCommands::offerTracking(OpenStack* stack)
{
    shell().messages.show({.text = tr("Some cells of %1 have tracks already, so the new ones were not followed through "
                                      "time. Tracking the cells anew replaces all tracks.")
                                       .arg(stack->name()),
                           .actionText = tr("Track cells"),
                           .action =
                               [this, stack = QPointer<OpenStack>(stack)] {
                                   if (stack)
                                       track(*stack);
                               },
                           .key = QStringLiteral("tracking")});
}

void TrackCommands::updateEnabled()
{
    m_track->setEnabled(current() != nullptr);
}

} // namespace blastoscope::ui
