// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/shape_commands.h"

#include <algorithm>
#include <functional>

#include <QCoreApplication>

#include "core/masks/components.h"
#include "core/masks/morphology.h"
#include "core/masks/smoothing.h"
#include "core/masks/split.h"
#include "ui/canvas/canvas_view.h"

namespace blastoscope::ui {
namespace {

using annotation::DepthRelation;
using annotation::Instance;
using annotation::InstanceAttributes;
using annotation::InstanceId;
using annotation::JoinedChanges;
using annotation::StepKind;

QString text(const char* source)
{
    return QCoreApplication::translate("ShapeCommands", source);
}

/// Ids, because changing the document moves its instances.
std::vector<InstanceId> idsOf(const std::vector<const Instance*>& instances)
{
    std::vector<InstanceId> ids;
    for (const Instance* instance : instances)
        ids.push_back(instance->id);
    return ids;
}

void reshapeSelected(FrameEditor& editor, const std::function<masks::RleMask(const masks::RleMask&)>& change)
{
    const std::vector<InstanceId> ids = idsOf(editor.unlockedSelection());
    if (ids.empty())
        return;
    const JoinedChanges step(editor.document(), StepKind::ReshapeInstance);
    for (InstanceId id : ids) {
        masks::RleMask shape = change(editor.frame()->find(id)->amodal);
        if (shape.isEmpty())
            editor.refuse(text(QT_TRANSLATE_NOOP("ShapeCommands", "The object is too small for that.")));
        else
            editor.reshape(id, std::move(shape));
    }
}

void changeAttributes(FrameEditor& editor, const std::vector<InstanceId>& ids,
                      const std::function<void(InstanceAttributes&)>& change)
{
    if (ids.empty())
        return;
    const JoinedChanges step(editor.document(), StepKind::ChangeAttributes);
    for (InstanceId id : ids) {
        InstanceAttributes attributes = attributesOf(*editor.frame()->find(id));
        change(attributes);
        editor.report(editor.document().setAttributes(editor.index(), id, attributes));
    }
}

void toggle(FrameEditor& editor, bool InstanceAttributes::*flag)
{
    const auto selection = editor.selection();
    if (selection.empty())
        return;
    const bool on = !(attributesOf(*selection.front()).*flag);
    changeAttributes(editor, idsOf(selection), [&](InstanceAttributes& attributes) { attributes.*flag = on; });
}

bool contains(const std::vector<InstanceId>& ids, InstanceId id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool isStated(const std::vector<DepthRelation>& order, InstanceId a, InstanceId b)
{
    return std::any_of(order.begin(), order.end(), [&](const DepthRelation& r) {
        return (r.nearer == a && r.farther == b) || (r.nearer == b && r.farther == a);
    });
}

/// The order when all of `ids` are the first of them: contradictions among them are settled by who comes first.
std::vector<DepthRelation> mergedOrder(const std::vector<DepthRelation>& order, const std::vector<InstanceId>& ids)
{
    std::vector<DepthRelation> merged;
    for (InstanceId id : ids)
        for (const DepthRelation& relation : order) {
            if (relation.nearer != id && relation.farther != id)
                continue;
            const InstanceId other = relation.nearer == id ? relation.farther : relation.nearer;
            if (!contains(ids, other) && !isStated(merged, ids.front(), other))
                merged.push_back(relation.nearer == id ? DepthRelation{ids.front(), other}
                                                       : DepthRelation{other, ids.front()});
        }
    for (const DepthRelation& relation : order)
        if (!contains(ids, relation.nearer) && !contains(ids, relation.farther))
            merged.push_back(relation);
    return merged;
}

Instance copyFor(const Instance& original, masks::RleMask shape)
{
    Instance copy;
    copy.classId = original.classId;
    copy.ownName = original.ownName;
    copy.uncertain = original.uncertain;
    copy.origin = annotation::Origin::Drawn;
    copy.amodal = std::move(shape);
    return copy;
}

} // namespace

void growSelected(FrameEditor& editor, double pixels)
{
    reshapeSelected(editor, [pixels](const masks::RleMask& mask) {
        return pixels >= 0 ? masks::grown(mask, pixels) : masks::shrunk(mask, -pixels);
    });
}

void smoothSelected(FrameEditor& editor, double sigma)
{
    reshapeSelected(editor, [sigma](const masks::RleMask& mask) { return masks::smoothedMask(mask, sigma); });
}

void fillHolesOfSelected(FrameEditor& editor)
{
    reshapeSelected(editor, masks::withoutHoles);
}

void mergeSelected(FrameEditor& editor)
{
    const auto instances = editor.unlockedSelection();
    if (instances.size() < 2) {
        if (instances.size() == editor.selection().size())
            editor.refuse(text(QT_TRANSLATE_NOOP("ShapeCommands",
                                                 "Select the objects to merge first: Shift+click adds one.")));
        return;
    }
    const std::vector<InstanceId> ids = idsOf(instances);
    masks::RleMask shape = instances.front()->amodal;
    for (const Instance* instance : instances)
        shape = masks::united(shape, instance->amodal);
    std::vector<DepthRelation> order = mergedOrder(editor.frame()->order, ids);

    const JoinedChanges step(editor.document(), StepKind::MergeInstances);
    editor.report(editor.document().removeInstances(editor.index(), {ids.begin() + 1, ids.end()}));
    editor.reshape(ids.front(), std::move(shape));
    editor.report(editor.document().setOrder(editor.index(), std::move(order)));
    editor.canvas().select(ids.front());
}

std::vector<InstanceId> duplicateToNextFrame(FrameEditor& editor)
{
    const std::vector<const Instance*> instances = editor.selection();
    if (instances.empty())
        return {};
    const int next = editor.index() + 1;
    if (next >= editor.document().frameCount()) {
        editor.refuse(text(QT_TRANSLATE_NOOP("ShapeCommands", "This is the last frame.")));
        return {};
    }
    const JoinedChanges step(editor.document(), StepKind::DuplicateInstances);
    std::vector<std::pair<InstanceId, InstanceId>> copies; // old and new
    for (const Instance* instance : instances) {
        Instance copy = copyFor(*instance, instance->amodal);
        const auto& there = editor.document().frame(next).instances;
        const bool tracked = std::any_of(there.begin(), there.end(),
                                         [&](const Instance& other) { return other.trackId == instance->trackId; });
        if (!tracked)
            copy.trackId = instance->trackId;
        const auto id = editor.document().addInstance(next, std::move(copy));
        if (!editor.report(id ? base::Status() : base::Status(tl::unexpected(id.error()))))
            return {};
        copies.push_back({instance->id, *id});
    }
    const auto copyOf = [&](InstanceId id) {
        const auto it = std::find_if(copies.begin(), copies.end(), [id](const auto& copy) { return copy.first == id; });
        return it == copies.end() ? std::nullopt : std::optional(it->second);
    };
    std::vector<DepthRelation> order = editor.document().frame(next).order;
    for (const DepthRelation& relation : editor.frame()->order)
        if (copyOf(relation.nearer) && copyOf(relation.farther))
            order.push_back({*copyOf(relation.nearer), *copyOf(relation.farther)});
    editor.report(editor.document().setOrder(next, std::move(order)));
    std::vector<InstanceId> ids;
    for (const auto& [old, id] : copies)
        ids.push_back(id);
    return ids;
}

void removeSelected(FrameEditor& editor)
{
    const std::vector<InstanceId> ids = idsOf(editor.unlockedSelection());
    if (!ids.empty())
        editor.report(editor.document().removeInstances(editor.index(), ids));
}

void splitObject(FrameEditor& editor, InstanceId id, std::span<const base::Point> line)
{
    const Instance* instance = editor.unlocked(id);
    if (!instance)
        return;
    const std::vector<masks::RleMask> parts = masks::splitByLine(instance->amodal, line);
    if (parts.size() < 2) {
        editor.refuse(
            text(QT_TRANSLATE_NOOP("ShapeCommands", "The line does not cross the object from side to side.")));
        return;
    }
    const Instance original = *instance;
    std::vector<DepthRelation> order = editor.frame()->order;
    const JoinedChanges step(editor.document(), StepKind::SplitInstance);
    editor.reshape(id, parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto part = editor.document().addInstance(editor.index(), copyFor(original, parts[i]));
        if (!editor.report(part ? base::Status() : base::Status(tl::unexpected(part.error()))))
            return;
        for (const DepthRelation& relation : std::vector(order)) {
            if (relation.nearer == id)
                order.push_back({*part, relation.farther});
            else if (relation.farther == id)
                order.push_back({relation.nearer, *part});
        }
    }
    editor.report(editor.document().setOrder(editor.index(), std::move(order)));
}

void setClassOfSelected(FrameEditor& editor, base::ObjectClass objectClass)
{
    changeAttributes(editor, idsOf(editor.unlockedSelection()),
                     [objectClass](InstanceAttributes& attributes) { attributes.classId = int(objectClass); });
}

void toggleLocked(FrameEditor& editor)
{
    toggle(editor, &InstanceAttributes::locked);
}

void toggleHidden(FrameEditor& editor)
{
    toggle(editor, &InstanceAttributes::hidden);
}

void toggleUncertain(FrameEditor& editor)
{
    toggle(editor, &InstanceAttributes::uncertain);
}

} // namespace blastoscope::ui
