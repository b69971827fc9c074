// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tools/depth_commands.h"

#include <algorithm>

#include <QCoreApplication>

namespace blastoscope::ui {
namespace {

using annotation::DepthRelation;
using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::InstanceId;
using Instances = std::vector<const Instance*>;

bool relates(const DepthRelation& relation, InstanceId a, InstanceId b)
{
    return (relation.nearer == a && relation.farther == b) || (relation.nearer == b && relation.farther == a);
}

bool contains(const Instances& instances, const Instance& instance)
{
    return std::find(instances.begin(), instances.end(), &instance) != instances.end();
}

/// Null when it overlaps nothing.
const Instance* mostOverlapping(const FrameAnnotation& frame, const Instance& instance)
{
    const Instance* best = nullptr;
    std::int64_t most = 0;
    for (const Instance& other : frame.instances) {
        const std::int64_t common = &other == &instance ? 0 : masks::intersectionArea(other.amodal, instance.amodal);
        if (common > most) {
            most = common;
            best = &other;
        }
    }
    return best;
}

void refuseWithoutOverlap(FrameEditor& editor)
{
    editor.refuse(QCoreApplication::translate(
        "DepthCommands", "Only objects that overlap can be nearer or farther than one another."));
}

} // namespace

void moveSelectedInDepth(FrameEditor& editor, bool nearer)
{
    const Instances selection = editor.selection();
    if (selection.empty())
        return;
    const FrameAnnotation& frame = *editor.frame();
    std::vector<DepthRelation> order = frame.order;
    bool any = false;
    for (const Instance* instance : selection)
        for (const Instance& other : frame.instances) {
            if (contains(selection, other) || masks::intersectionArea(other.amodal, instance->amodal) == 0)
                continue;
            any = true;
            std::erase_if(order, [&](const DepthRelation& r) { return relates(r, instance->id, other.id); });
            order.push_back(nearer ? DepthRelation{instance->id, other.id} : DepthRelation{other.id, instance->id});
        }
    if (any)
        editor.report(editor.document().setOrder(editor.index(), std::move(order)));
    else
        refuseWithoutOverlap(editor);
}

void swapDepth(FrameEditor& editor)
{
    const Instances selection = editor.selection();
    if (selection.empty())
        return;
    const Instance& first = *selection[0];
    const Instance* second = selection.size() > 1 ? selection[1] : mostOverlapping(*editor.frame(), first);
    if (!second || masks::intersectionArea(first.amodal, second->amodal) == 0) {
        refuseWithoutOverlap(editor);
        return;
    }
    std::vector<DepthRelation> order = editor.frame()->order;
    const auto known = std::find_if(order.begin(), order.end(), [&](const DepthRelation& relation) {
        return relates(relation, first.id, second->id);
    });
    if (known != order.end())
        std::swap(known->nearer, known->farther);
    else
        order.push_back({first.id, second->id});
    editor.report(editor.document().setOrder(editor.index(), std::move(order)));
}

} // namespace blastoscope::ui
