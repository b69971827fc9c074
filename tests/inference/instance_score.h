// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/evaluation/count_accuracy.h"
#include "core/evaluation/hidden_parts.h"
#include "core/masks/rle_mask.h"
#include "core/simulation/simulated_frame.h"

namespace blastoscope::tests {

struct InstanceNumbers {
    double ap = 0; ///< COCO mask AP of blastomeres; larger silhouettes rank first
    double ap50 = 0;
    double exact = 0; ///< share of frames with the right number of cells
    double withinOne = 0;
    double iou = 0;       ///< mean over the true cells, each with its partner in the best assignment, 0 without one
    double hiddenIou = 0; ///< the same of hidden parts: what is hidden of a cell against what its partner has beyond
                          ///< the cell's visible part; cells that hide 5 per cent or more
    double hiddenAp = 0; ///< evaluation::evaluateHiddenParts
};

/// Silhouettes that were found in simulated frames, against the truth. Cells that nobody can see neither help nor hurt.
class InstanceScore {
public:
    void add(const simulation::SimulatedFrame& frame, const std::vector<masks::RleMask>& found);
    InstanceNumbers numbers() const;

private:
    void addPartners(const simulation::SimulatedFrame& frame, const std::vector<masks::RleMask>& found);

    std::vector<evaluation::OccludedImage> m_images;
    std::vector<evaluation::CountPair> m_counts;
    double m_iou = 0, m_hiddenIou = 0;
    int m_cells = 0, m_hidden = 0;
};

/// A frame's blastomeres that can be seen.
std::vector<const simulation::SimulatedInstance*> visibleCells(const simulation::SimulatedFrame& frame);

} // namespace blastoscope::tests
