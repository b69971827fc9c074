// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/frame_editor.h"

#include "core/annotation/object_names.h"
#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {

FrameEditor::FrameEditor(CanvasView& canvas, QObject* parent) : QObject(parent), m_canvas(canvas)
{
    connect(&canvas, &CanvasView::selected, this, [this](std::optional<annotation::InstanceId> id) {
        if (!id || !m_newObject)
            return;
        m_newObject = false;
        emit newObjectChanged(false);
    });
}

void FrameEditor::setFrame(annotation::StackDocument* document, int index)
{
    if (m_document == document && m_index == index)
        return;
    if (m_document)
        emit frameLeft();
    m_connection.disconnect();
    m_document = document;
    m_index = index;
    if (document)
        m_connection = document->subscribe([this](const annotation::ChangeEvent& event) {
            if (event.frame == m_index || event.kind == annotation::ChangeKind::Reset)
                emit edited(event);
        });
    emit frameChanged();
}

const annotation::FrameAnnotation* FrameEditor::frame() const
{
    return m_document ? &m_document->frame(m_index) : nullptr;
}

std::vector<const annotation::Instance*> FrameEditor::selection() const
{
    std::vector<const annotation::Instance*> instances;
    if (const annotation::FrameAnnotation* frame = this->frame())
        for (annotation::InstanceId id : m_canvas.selectedIds())
            if (const annotation::Instance* instance = frame->find(id))
                instances.push_back(instance);
    return instances;
}

const annotation::Instance* FrameEditor::selected() const
{
    const auto instances = selection();
    return instances.empty() ? nullptr : instances.front();
}

const annotation::Instance* FrameEditor::unlocked(annotation::InstanceId id)
{
    const annotation::Instance* instance = frame() ? frame()->find(id) : nullptr;
    if (!instance || !instance->locked)
        return instance;
    emit refused(tr("This object is locked."));
    return nullptr;
}

const annotation::Instance* FrameEditor::changeable(annotation::InstanceId id)
{
    const annotation::Instance* instance = unlocked(id);
    if (!instance || !instance->hidden)
        return instance;
    emit refused(tr("This object is hidden. Show it first."));
    return nullptr;
}

std::vector<const annotation::Instance*> FrameEditor::unlockedSelection()
{
    const auto instances = selection();
    for (const annotation::Instance* instance : instances)
        if (!unlocked(instance->id))
            return {};
    return instances;
}

bool FrameEditor::reshape(annotation::InstanceId id, masks::RleMask shape, std::optional<annotation::Origin> origin)
{
    if (!unlocked(id))
        return false;
    if (shape.isEmpty())
        return report(m_document->removeInstances(m_index, {id}));
    return report(m_document->setShape(m_index, id, std::move(shape), std::nullopt, origin));
}

std::optional<annotation::InstanceId> FrameEditor::add(masks::RleMask shape)
{
    annotation::Instance instance;
    instance.amodal = std::move(shape);
    instance.origin = annotation::Origin::Drawn;
    if (m_document)
        instance.ownName = annotation::sharedNameAt(*m_document, m_index);
    return add(std::move(instance));
}

std::optional<annotation::InstanceId> FrameEditor::add(annotation::Instance instance)
{
    if (!m_document || instance.amodal.isEmpty())
        return std::nullopt;
    const auto id = m_document->addInstance(m_index, std::move(instance));
    if (!id) {
        emit failed(id.error());
        return std::nullopt;
    }
    m_canvas.select(*id);
    return *id;
}

bool FrameEditor::report(const base::Status& status)
{
    if (!status)
        emit failed(status.error());
    return status.has_value();
}

void FrameEditor::beginNewObject()
{
    m_canvas.select(std::nullopt);
    if (m_newObject)
        return;
    m_newObject = true;
    emit newObjectChanged(true);
}

} // namespace blastoscope::ui
