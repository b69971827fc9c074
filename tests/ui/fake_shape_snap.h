// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

#include "core/inference/shape_snap.h"
#include "core/masks/morphology.h"

/// Mends every silhouette by making it larger by ten pixels, or fails.
class FakeShapeSnap : public blastoscope::inference::ShapeSnap {
public:
    struct Behaviour {
        std::atomic<int> calls{0};
        std::atomic<bool> fails{false};
    };
    static constexpr double kGrowth = 10;

    explicit FakeShapeSnap(std::shared_ptr<Behaviour> behaviour) : m_behaviour(std::move(behaviour)) {}

    const blastoscope::inference::ShapeSnapInfo& model() const override { return m_model; }
    blastoscope::base::Result<blastoscope::masks::RleMask> snap(const blastoscope::masks::RleMask& damaged) override
    {
        ++m_behaviour->calls;
        if (m_behaviour->fails)
            return blastoscope::base::fail(blastoscope::base::ErrorCode::Unsupported, "No cell looks like that.");
        return blastoscope::masks::grown(damaged, kGrowth);
    }

private:
    std::shared_ptr<Behaviour> m_behaviour;
    blastoscope::inference::ShapeSnapInfo m_model{"fake", "1", "Grows", "none", {}};
};
