// SPDX-License-Identifier: Apache-2.0
#include "tests/inference/instance_score.h"

#include <algorithm>

#include "core/evaluation/assignment.h"

namespace blastoscope::tests {

using masks::RleMask;
using simulation::SimulatedFrame;
using simulation::SimulatedInstance;

std::vector<const SimulatedInstance*> visibleCells(const SimulatedFrame& frame)
{
    std::vector<const SimulatedInstance*> cells;
    for (const SimulatedInstance& instance : frame.instances)
        if (instance.objectClass == base::ObjectClass::Blastomere && !instance.ignore)
            cells.push_back(&instance);
    return cells;
}

void InstanceScore::add(const SimulatedFrame& frame, const std::vector<RleMask>& found)
{
    evaluation::OccludedImage image;
    image.image.id = std::int64_t(m_images.size());
    for (const SimulatedInstance& instance : frame.instances) {
        if (instance.objectClass != base::ObjectClass::Blastomere)
            continue;
        evaluation::GroundTruth truth;
        truth.mask = instance.amodal;
        truth.area = double(instance.amodal.area());
        truth.isCrowd = instance.ignore;
        image.image.groundTruths.push_back(std::move(truth));
        image.visible.push_back(instance.visible);
    }
    for (const RleMask& mask : found) {
        evaluation::Detection detection;
        detection.mask = mask;
        detection.score = double(mask.area()) / (double(mask.width()) * mask.height());
        image.image.detections.push_back(std::move(detection));
    }
    m_images.push_back(std::move(image));
    m_counts.push_back({int(visibleCells(frame).size()), int(found.size())});
    addPartners(frame, found);
}

void InstanceScore::addPartners(const SimulatedFrame& frame, const std::vector<RleMask>& found)
{
    const auto cells = visibleCells(frame);
    std::vector<evaluation::WeightedPair> pairs;
    for (std::size_t i = 0; i < cells.size(); ++i)
        for (std::size_t j = 0; j < found.size(); ++j)
            if (const double iou = masks::iou(cells[i]->amodal, found[j]); iou > 0)
                pairs.push_back({i, j, iou});
    const auto partners = evaluation::heaviestAssignment(pairs, cells.size(), found.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        ++m_cells;
        if (partners[i])
            m_iou += masks::iou(cells[i]->amodal, found[*partners[i]]);
        const RleMask hidden = masks::subtracted(cells[i]->amodal, cells[i]->visible);
        if (double(hidden.area()) < evaluation::kSmallestHiddenShare * double(cells[i]->amodal.area()))
            continue;
        ++m_hidden;
        if (partners[i])
            m_hiddenIou += masks::iou(hidden, masks::subtracted(found[*partners[i]], cells[i]->visible));
    }
}

InstanceNumbers InstanceScore::numbers() const
{
    std::vector<evaluation::EvaluationImage> images;
    for (const auto& image : m_images)
        images.push_back(image.image);
    const auto whole = evaluation::evaluateCoco(images, evaluation::IouKind::Segmentation);
    const auto counts = evaluation::countAccuracy(m_counts);
    return {whole.ap,
            whole.ap50,
            counts.exact,
            counts.withinOne,
            m_iou / std::max(1, m_cells),
            m_hiddenIou / std::max(1, m_hidden),
            evaluation::evaluateHiddenParts(m_images).ap};
}

} // namespace blastoscope::tests
