// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame_panels.h"

#include <algorithm>

#include "core/annotation/object_names.h"
#include "core/annotation/persons_work.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/measurement_tables.h"
#include "ui/settings/action_catalog.h"
#include "ui/shell/instances_panel.h"
#include "ui/shell/readout_panel.h"
#include "ui/shell/stack_view.h"

namespace blastoscope::ui {

FramePanels::FramePanels(StackView& view, InstancesPanel& instances, ReadoutPanel& readouts,
                         const ActionCatalog& actions, QObject* parent)
    : QObject(parent), m_view(view), m_instances(instances), m_readouts(readouts), m_actions(actions)
{
    connectSelection();
    connect(&view, &StackView::frameShown, this, &FramePanels::refresh);
    refresh();
}

void FramePanels::connectSelection()
{
    CanvasView& canvas = m_view.canvas();
    connect(&canvas, &CanvasView::selectionChanged, &m_instances, &InstancesPanel::select);
    connect(&canvas, &CanvasView::hovered, this,
            [this](std::optional<annotation::InstanceId> id) { m_instances.model().setHighlighted(id); });
    connect(&m_instances, &InstancesPanel::selectionChanged, &canvas, &CanvasView::setSelection);
    connect(&m_instances, &InstancesPanel::hovered, &canvas, &CanvasView::setHovered);
}

void FramePanels::setMetrics(const StackMetrics* metrics)
{
    if (m_metrics) {
        m_metrics->disconnect(this);
        m_metrics->stack().disconnect(this);
    }
    m_metrics = metrics;
    if (metrics) {
        connect(metrics, &StackMetrics::measured, this, [this](const std::vector<int>& times) {
            if (std::find(times.begin(), times.end(), m_metrics->stack().index().time) != times.end())
                refresh();
        });
        connect(&metrics->stack(), &OpenStack::propertiesChanged, this, &FramePanels::refresh);
    }
    refresh();
}

void FramePanels::refresh()
{
    const auto umPerPixel = m_metrics ? m_metrics->stack().properties().umPerPixel : std::nullopt;
    m_readouts.setCalibrateOffered(m_metrics && !umPerPixel);
    m_instances.model().setUmPerPixel(umPerPixel);
    const int time = m_metrics ? m_metrics->stack().index().time : 0;
    const MeasuredFrame* measured = m_metrics ? m_metrics->at(time) : nullptr;
    if (!measured) {
        showNothing(m_metrics && m_metrics->stack().document().frame(time).segmented);
        return;
    }
    const annotation::FrameAnnotation& frame = m_metrics->stack().document().frame(time);
    m_instances.setHint(tr("The model found nothing in this frame."));
    m_instances.setRows(instanceRows(frame, *measured));
    m_instances.select(m_view.canvas().selectedIds());
    const bool reviewed = std::all_of(frame.instances.begin(), frame.instances.end(),
                                      [&](const auto& instance) { return isReviewed(frame, instance); });
    const std::string ownName = annotation::sharedNameAt(m_metrics->stack().document(), time);
    m_readouts.setReadouts(readoutsOf(measured->metrics, umPerPixel, reviewed, ownName));
    m_readouts.setNotes(notesOf(measured->metrics));
    emit cellCountChanged(measured->metrics.cells, ownName);
}

void FramePanels::showNothing(bool segmented)
{
    const QString text = hint(segmented);
    m_instances.setHint(text);
    m_instances.setRows({});
    m_readouts.setHint(text);
    m_readouts.setNotes({});
    emit cellCountChanged(-1, m_metrics ? annotation::sharedNameOf(m_metrics->stack().document()) : std::string());
}

QString FramePanels::hint(bool segmented) const
{
    if (!m_metrics)
        return tr("Open a stack first.");
    if (segmented)
        return tr("Being measured…");
    const auto keyOf = [this](const char* id) {
        return m_actions.action(QString::fromLatin1(id))->shortcut().toString(QKeySequence::NativeText);
    };
    return tr("This frame is not segmented yet. Press %1 for this frame or %2 for the whole stack.")
        .arg(keyOf("segment.frame"), keyOf("segment.stack"));
}

} // namespace blastoscope::ui
