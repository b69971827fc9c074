// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "core/simulation/division.h"
#include "core/simulation/embryo_builder.h"

namespace blastoscope::simulation {

/// The life of one embryo, frame by frame: cell cycles (first division at N(27, 2) h, then N(15.8, 2) h per cycle,
/// after Edwards 1981), drift, rotation, rare direct and reverse cleavages, fragments, compaction and cavitation.
class Development {
public:
    Development(const SimulationOptions& options, const base::Random& random);

    /// State at frame `index` >= 0; computes and keeps all frames up to it.
    const EmbryoState& at(int index);
    const Constitution& constitution() const { return m_constitution; }

private:
    void begin(base::Random& random);
    void advance(base::Random& random);
    void divideDueCells(base::Random& random);
    void fuseDueSisters(base::Random& random);
    void planDivision(const Cell& cell, double afterHours, base::Random& random);
    void move(base::Random& random);
    void becomeLump();
    float contactNow() const;
    double frameHours() const { return m_options.minutesPerFrame / 60; }

    SimulationOptions m_options;
    base::Random m_random;
    Constitution m_constitution;
    double m_compactionHours = 0;
    double m_cavitationHours = 0;
    int m_nextId = 1;
    std::map<int, DivisionPlan> m_plans; ///< by cell id
    std::map<int, double> m_fusions;     ///< first of two sisters -> hour at which they flow together again
    EmbryoState m_now;
    std::vector<EmbryoState> m_frames;
};

} // namespace blastoscope::simulation
