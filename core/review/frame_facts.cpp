// SPDX-License-Identifier: Apache-2.0
#include "core/review/frame_facts.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

#include "core/annotation/object_names.h"
#include "core/review/overlap_checks.h"
#include "core/review/shape_checks.h"

namespace blastoscope::review {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::Origin;

constexpr double kSure = 0.8;     ///< a confidence above says nothing
constexpr double kDoubtful = 0.4; ///< a confidence below weighs fully

/// The least sure of the masks that nobody touched.
std::optional<Reason> lowConfidence(const FrameAnnotation& frame)
{
    const Instance* lowest = nullptr;
    for (const Instance& instance : frame.instances)
        if (instance.origin == Origin::Model && instance.score && (!lowest || *instance.score < *lowest->score))
            lowest = &instance;
    if (!lowest || *lowest->score >= kSure)
        return std::nullopt;
    const double doubt = std::min(1.0, (kSure - *lowest->score) / (kSure - kDoubtful));
    return Reason{ReasonKind::LowConfidence, .15 + .6 * doubt, *lowest->score, {lowest->id}};
}

} // namespace

FrameFacts factsOf(const FrameAnnotation& frame)
{
    FrameFacts facts;
    facts.known = frame.segmented || !frame.instances.empty();
    facts.review = frame.review;
    facts.ofEmbryo = annotation::sharedNameOf(frame).value_or(std::string()).empty();
    facts.reasons = overlapConflicts(frame);
    CheckedShapes shapes = checkShapes(frame);
    facts.cells = int(shapes.cells.size());
    for (const CellSize& cell : shapes.cells)
        facts.volume += std::numbers::pi / 6 * std::pow(cell.diameter, 3);
    std::move(shapes.reasons.begin(), shapes.reasons.end(), std::back_inserter(facts.reasons));
    if (auto reason = lowConfidence(frame))
        facts.reasons.push_back(std::move(*reason));
    if (facts.known && facts.cells == 0)
        facts.reasons.push_back({ReasonKind::FoundNothing, .5, 0, {}});
    return facts;
}

} // namespace blastoscope::review
