// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/snap_tool.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <QWheelEvent>

#include "ui/canvas/canvas_view.h"
#include "ui/jobs/shape_mender.h"
#include "ui/tools/snap_settings.h"

namespace blastoscope::ui {
namespace {

/// -1 weaker, +1 stronger, 0 another key. The same keys as for the size of the brush.
int strengthStep(const QKeyEvent& event)
{
    switch (event.key()) {
    case Qt::Key_BracketLeft:
    case Qt::Key_Comma: return -1;
    case Qt::Key_BracketRight:
    case Qt::Key_Period: return 1;
    default: return 0;
    }
}

} // namespace

SnapTool::SnapTool(CanvasView& view, FrameEditor& editor, ShapeMender& mender, SnapSettings& settings)
    : EditTool(view, editor), m_mender(mender), m_settings(settings)
{
    connect(&mender, &ShapeMender::mended, this, [this](int number, const auto& shapes) {
        if (m_state == State::Mending && number == m_number)
            showShapes(shapes);
    });
    connect(&mender, &ShapeMender::failed, this, [this](int number, const base::Error& error) {
        if (m_state != State::Mending || number != m_number)
            return;
        cancel();
        this->editor().report(tl::unexpected(error));
    });
    connect(&settings, &SnapSettings::strengthChanged, this, &SnapTool::showStrength);
    connect(&view, &CanvasView::selected, this, [this](std::optional<annotation::InstanceId> id) {
        if (id != m_id && m_state != State::Idle)
            cancel();
        if (id && m_state == State::Idle)
            begin(*id);
    });
    // Once the canvas has taken the tool over.
    QTimer::singleShot(0, this, &SnapTool::beginSelected);
}

SnapTool::~SnapTool()
{
    m_mender.forget();
}

QString SnapTool::hint() const
{
    switch (m_state) {
    case State::Idle: return tr("Click an object to snap its outline to the shape of a cell.");
    case State::Mending: return tr("Looking for the shape… Esc gives up.");
    case State::Shown:
        return tr("Snapped by %1 %. Enter takes it, Esc gives it up; Alt+wheel: strength.").arg(m_settings.strength());
    }
    return {};
}

void SnapTool::setState(State state)
{
    m_state = state;
    emit hintChanged(hint());
}

void SnapTool::beginSelected()
{
    const annotation::Instance* instance = editor().selected();
    if (instance && m_state == State::Idle)
        begin(instance->id);
}

void SnapTool::begin(annotation::InstanceId id)
{
    const annotation::Instance* instance = editor().changeable(id);
    if (!instance)
        return;
    m_id = id;
    m_number = m_mender.mend(instance->amodal);
    setState(State::Mending);
}

void SnapTool::showShapes(std::shared_ptr<const masks::ShapeBlend> shapes)
{
    const annotation::Instance* instance = m_id && editor().frame() ? editor().frame()->find(*m_id) : nullptr;
    if (!instance || instance->amodal != shapes->from()) {
        cancel();
        return;
    }
    m_shapes = std::move(shapes);
    preview().begin(m_id, m_shapes->at(m_settings.strength() / 100.));
    setState(State::Shown);
}

void SnapTool::showStrength()
{
    if (m_state != State::Shown)
        return;
    preview().change(m_shapes->at(m_settings.strength() / 100.));
    emit hintChanged(hint());
}

void SnapTool::accept()
{
    m_state = State::Idle; // no longer busy
    m_id.reset();
    m_shapes.reset();
    commit(annotation::Origin::Snapped);
    setState(State::Idle);
}

void SnapTool::cancel()
{
    m_mender.forget();
    m_id.reset();
    m_shapes.reset();
    preview().clear();
    setState(State::Idle);
}

void SnapTool::frameChanged()
{
    EditTool::frameChanged();
    beginSelected();
}

void SnapTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !editor().frame())
        return;
    const auto before = view().selectedId();
    pick(imagePoint);
    if (view().selectedId() == before) // no signal came
        beginSelected();
}

void SnapTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    const Silhouette* under = view().overlay() ? view().overlay()->at(imagePoint) : nullptr;
    view().setHovered(under ? std::optional(under->id) : std::nullopt);
}

bool SnapTool::wheel(const QWheelEvent& event)
{
    if (!(event.modifiers() & Qt::AltModifier) || m_state != State::Shown)
        return false;
    const QPoint angle = event.angleDelta(); // Alt makes some systems scroll sideways
    const int delta = angle.y() != 0 ? angle.y() : angle.x();
    if (delta != 0)
        m_settings.step(delta > 0 ? 1 : -1);
    return true;
}

bool SnapTool::wantsKey(const QKeyEvent& event) const
{
    return EditTool::wantsKey(event) || (m_state == State::Shown && (isEnter(event) || strengthStep(event) != 0));
}

bool SnapTool::keyPress(const QKeyEvent& event)
{
    if (m_state == State::Shown && isEnter(event)) {
        accept();
        return true;
    }
    if (const int step = strengthStep(event); m_state == State::Shown && step != 0) {
        m_settings.step(step);
        return true;
    }
    return EditTool::keyPress(event);
}

} // namespace blastoscope::ui
