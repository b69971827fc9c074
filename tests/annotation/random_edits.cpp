// SPDX-License-Identifier: Apache-2.0
#include "tests/annotation/random_edits.h"

#include <algorithm>

#include "core/annotation/annotation_binary.h"
#include "tests/support/shapes.h"

namespace edits {

using namespace blastoscope;
using namespace blastoscope::annotation;

std::string contentOf(const StackDocument& document)
{
    std::string bytes;
    for (int frame = 0; frame < document.frameCount(); ++frame)
        bytes += encodeFrame(document.frame(frame));
    return bytes;
}

void RandomEdits::make(StackDocument& document)
{
    int changes = 0;
    const Connection connection = document.subscribe([&](const ChangeEvent& event) {
        changes += event.kind != ChangeKind::HistoryChanged;
    });
    while (changes == 0)
        tryOne(document);
}

void RandomEdits::tryOne(Document& document)
{
    const int frame = m_random.integer(0, document.frameCount() - 1);
    const auto& instances = document.frame(frame).instances;
    const int what = m_random.integer(0, 19);
    if (what == 0)
        (void)document.applySegmentation(frame, found(document), ReplacePolicy::KeepReviewed, document.newRun());
    else if (what == 1 && m_random.chance(0.2))
        (void)document.clearFrame(frame);
    else if (what == 2)
        (void)document.setReview(frame, ReviewState(m_random.integer(0, 3)));
    else if (what < 6 || instances.empty())
        (void)document.addInstance(frame, cell(document));
    else
        changeObject(document, frame);
}

void RandomEdits::changeObject(Document& document, int frame)
{
    const auto& instances = document.frame(frame).instances;
    const Instance& instance = instances[std::size_t(m_random.integer(0, int(instances.size()) - 1))];
    const Instance& other = instances[std::size_t(m_random.integer(0, int(instances.size()) - 1))];
    const masks::RleMask stroke = cell(document).amodal;
    InstanceAttributes attributes = attributesOf(instance);
    switch (m_random.integer(0, 5)) {
    case 0: {
        std::vector<InstanceId> ids = {instance.id};
        if (other.id != instance.id)
            ids.push_back(other.id);
        (void)document.removeInstances(frame, ids);
        break;
    }
    case 1:
        attributes.classId = m_random.integer(1, 3);
        attributes.trackId = m_random.chance(0.5) ? std::optional(m_random.integer(-3, 900)) : std::nullopt;
        attributes.locked = m_random.chance(0.5);
        attributes.uncertain = m_random.chance(0.5);
        (void)document.setAttributes(frame, instance.id, attributes);
        break;
    case 2:
        if (instance.id != other.id)
            (void)document.setOrder(frame, {{instance.id, other.id}});
        break;
    case 3: (void)document.setShape(frame, instance.id, masks::subtracted(instance.amodal, stroke)); break;
    case 4: {
        std::vector<TrackOfInstance> tracks;
        for (const Instance& one : instances)
            if (m_random.chance(0.7))
                tracks.push_back(
                    {one.id, m_random.chance(0.7) ? std::optional(m_random.integer(-3, 900)) : std::nullopt});
        (void)document.setTracks(frame, tracks);
        break;
    }
    default:
        (void)document.setShape(frame, instance.id, masks::united(instance.amodal, stroke),
                                m_random.chance(0.3) ? std::optional(stroke) : std::nullopt);
    }
}

Instance RandomEdits::cell(const Document& document)
{
    Instance instance;
    const double side = std::min(document.width(), document.height());
    instance.amodal = tests::disc(document.width(), document.height(), m_random.uniform(0, document.width()),
                                  m_random.uniform(0, document.height()), m_random.uniform(1, side / 4));
    instance.origin = Origin(m_random.integer(0, 4));
    if (m_random.chance(0.5))
        instance.visible = instance.amodal;
    if (instance.origin == Origin::Model) {
        instance.score = m_random.uniform();
        instance.modelHash = m_random.chance(0.5) ? std::string(64, 'a') : std::string(64, 'b');
        instance.ownName = instance.modelHash.front() == 'b' ? "nucleus" : "";
    }
    return instance;
}

SegmentedFrame RandomEdits::found(const Document& document)
{
    SegmentedFrame found;
    for (int id = 1; id <= m_random.integer(1, 4); ++id) {
        found.instances.push_back(cell(document));
        found.instances.back().id = id;
    }
    if (found.instances.size() > 1)
        found.order = {{1, 2}};
    if (m_random.chance(0.3))
        found.qcFlags = {"count changed", "touches border"};
    return found;
}

} // namespace edits
