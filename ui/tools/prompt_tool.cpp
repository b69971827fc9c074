// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/prompt_tool.h"

#include <algorithm>

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QPainter>

#include "ui/canvas/canvas_view.h"
#include "ui/tools/handle_painter.h"
#include "ui/tools/prompt_source.h"

namespace blastoscope::ui {
namespace {

constexpr double kSameObject = 0.7; ///< IoU from which a proposal is a new outline of an object that is there
constexpr double kMarkRadius = 5;   ///< logical pixels

base::Box boxOf(const QPointF& a, const QPointF& b)
{
    const QRectF r = QRectF(a, b).normalized();
    return {r.left(), r.top(), r.right(), r.bottom()};
}

/// A dot with a plus or a minus in it, as one can see on light and dark.
void paintMark(QPainter& painter, const QPointF& center, bool inside)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(inside ? QColor(0, 114, 178) : QColor(213, 94, 0));
    painter.drawEllipse(center, kMarkRadius, kMarkRadius);
    const double arm = kMarkRadius * .55;
    painter.drawLine(center - QPointF(arm, 0), center + QPointF(arm, 0));
    if (inside)
        painter.drawLine(center - QPointF(0, arm), center + QPointF(0, arm));
    painter.restore();
}

} // namespace

PromptTool::PromptTool(CanvasView& view, FrameEditor& editor, PromptSource& source)
    : EditTool(view, editor), m_source(source)
{
    connect(&source, &PromptSource::answered, this, [this](int number, const auto& answers) {
        if (m_waiting && number == m_number)
            showAnswers(answers);
    });
    connect(&source, &PromptSource::failed, this, [this](int number, const base::Error& error) {
        if (!m_waiting || number != m_number)
            return;
        cancel();
        this->editor().report(tl::unexpected(error));
    });
    source.prepare();
}

PromptTool::~PromptTool()
{
    m_source.forget();
}

const annotation::Instance* PromptTool::proposal() const
{
    return m_shown < m_answers.size() ? &m_answers[m_shown] : nullptr;
}

QString PromptTool::hint() const
{
    if (m_waiting)
        return tr("The model is looking… Esc gives up.");
    if (m_nothingFound)
        return tr("The model sees nothing there. Click elsewhere, or draw a box around it.");
    if (!proposal())
        return tr("Click into an object or drag a box around it; the model proposes its outline.");
    const QString keys = m_answers.size() > 1 ? tr("Click adds, right click takes away, N: next proposal. ")
                                              : tr("Click adds, right click takes away. ");
    return keys + (preview().id() ? tr("Enter gives the object this outline, Esc gives up.")
                                  : tr("Enter takes it, Esc gives up."));
}

void PromptTool::say()
{
    view().update();
    emit hintChanged(hint());
}

void PromptTool::press(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (!editor().frame())
        return;
    if (event.button() == Qt::LeftButton)
        m_pressed = imagePoint;
    else if (event.button() == Qt::RightButton && isBusy() && !m_pressed)
        addPoint(imagePoint, false);
}

void PromptTool::move(const QPointF& imagePoint, const QMouseEvent&)
{
    if (!m_pressed)
        return;
    const double length = QLineF(*m_pressed, imagePoint).length() * view().viewTransform().zoom();
    if (m_corner || length >= kDragDistance) {
        m_corner = imagePoint;
        view().update();
    }
}

void PromptTool::release(const QPointF& imagePoint, const QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !m_pressed)
        return;
    const QPointF pressed = *m_pressed;
    m_pressed.reset();
    if (!m_corner) {
        addPoint(pressed, true);
        return;
    }
    m_corner.reset();
    m_prompt = {};
    m_prompt.box = base::intersected(boxOf(pressed, imagePoint),
                                     {0, 0, double(editor().frame()->width), double(editor().frame()->height)});
    if (m_prompt.box->isEmpty())
        cancel();
    else
        ask();
}

void PromptTool::addPoint(const QPointF& point, bool inside)
{
    const QRectF picture(0, 0, editor().frame()->width, editor().frame()->height);
    if (!picture.contains(point))
        return;
    (inside ? m_prompt.inside : m_prompt.outside).push_back(toPoint(point));
    ask();
}

void PromptTool::ask()
{
    m_nothingFound = false;
    m_waiting = true;
    m_number = m_source.ask(m_prompt);
    say();
}

void PromptTool::showAnswers(const std::vector<annotation::Instance>& answers)
{
    m_waiting = false;
    m_answers = answers;
    std::erase_if(m_answers, [](const annotation::Instance& answer) { return answer.amodal.isEmpty(); });
    if (m_answers.empty()) {
        cancel();
        m_nothingFound = true;
        say();
        return;
    }
    showAnswer(0);
}

void PromptTool::showAnswer(std::size_t index)
{
    m_shown = index;
    const masks::RleMask& shape = m_answers[index].amodal;
    preview().begin(outlinedAlready(shape), shape);
    say();
}

std::optional<annotation::InstanceId> PromptTool::outlinedAlready(const masks::RleMask& shape) const
{
    std::optional<annotation::InstanceId> best;
    double overlap = kSameObject;
    for (const annotation::Instance& instance : editor().frame()->instances) {
        const double iou = instance.hidden || instance.locked ? 0 : masks::iou(instance.amodal, shape);
        if (iou >= overlap) {
            overlap = iou;
            best = instance.id;
        }
    }
    return best;
}

void PromptTool::accept()
{
    annotation::Instance answer = m_answers[m_shown];
    const std::optional<annotation::InstanceId> id = preview().id();
    m_answers.clear(); // no longer busy
    m_prompt = {};
    if (id) {
        const annotation::Instance* old = editor().frame()->find(*id);
        // The outline is the model's, but only one model can be named.
        const bool sameModel = old->modelHash == answer.modelHash;
        view().select(*id);
        commit(sameModel ? annotation::Origin::Model : annotation::Origin::Edited);
    } else {
        commitNew(std::move(answer));
    }
    say();
}

bool PromptTool::isBusy() const
{
    return m_pressed || m_waiting || !m_answers.empty();
}

void PromptTool::cancel()
{
    if (m_waiting)
        m_source.forget();
    m_waiting = m_nothingFound = false;
    m_pressed.reset();
    m_corner.reset();
    m_prompt = {};
    m_answers.clear();
    preview().clear();
    say();
}

void PromptTool::frameLeft()
{
    if (m_prompt.box || !m_prompt.inside.empty())
        editor().keepDraft(m_prompt);
}

void PromptTool::frameChanged()
{
    EditTool::frameChanged();
    cancel();
    if (!editor().frame())
        return;
    m_source.prepare();
    if (auto prompt = editor().takeDraft<inference::Prompt>()) {
        m_prompt = std::move(*prompt);
        ask();
    }
}

void PromptTool::editedElsewhere(const annotation::ChangeEvent& event)
{
    if (proposal())
        showAnswer(m_shown); // whether it is an object that is there may have changed
    else
        EditTool::editedElsewhere(event);
}

bool PromptTool::wantsKey(const QKeyEvent& event) const
{
    if (EditTool::wantsKey(event))
        return true;
    return !m_answers.empty() && !m_waiting && (isEnter(event) || (event.key() == Qt::Key_N && !event.modifiers()));
}

bool PromptTool::keyPress(const QKeyEvent& event)
{
    if (EditTool::wantsKey(event) || !wantsKey(event))
        return EditTool::keyPress(event);
    if (isEnter(event))
        accept();
    else
        showAnswer((m_shown + 1) % m_answers.size());
    return true;
}

void PromptTool::paint(QPainter& painter) const
{
    EditTool::paint(painter);
    const ViewTransform& transform = view().viewTransform();
    const auto paintBox = [&](const QPointF& a, const QPointF& b) {
        const QRectF r = QRectF(transform.toView(a), transform.toView(b)).normalized();
        paintGuide(painter, QPolygonF(r), true);
    };
    if (m_pressed && m_corner)
        paintBox(*m_pressed, *m_corner);
    else if (m_prompt.box)
        paintBox({m_prompt.box->x1, m_prompt.box->y1}, {m_prompt.box->x2, m_prompt.box->y2});
    for (const base::Point& point : m_prompt.inside)
        paintMark(painter, transform.toView(toQPoint(point)), true);
    for (const base::Point& point : m_prompt.outside)
        paintMark(painter, transform.toView(toQPoint(point)), false);
}

} // namespace blastoscope::ui
