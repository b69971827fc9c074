// SPDX-License-Identifier: Apache-2.0
#include "core/review/shape_checks.h"

#include <algorithm>

#include "core/annotation/object_names.h"
#include "core/masks/components.h"
#include "core/measure/cell_metrics.h"

namespace blastoscope::review {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;

constexpr double kRaggedSolidity = 0.92; ///< a cell's silhouette is convex but for what was painted wrongly
constexpr double kLongAspect = 1.7;
constexpr double kMainPiece = 0.98; ///< share of the largest piece: the rest is more than stray pixels
constexpr double kTinyCell = 0.55;  ///< of the median diameter; one division makes a cell smaller by 0.79
constexpr double kGiantCell = 1.6;
constexpr std::size_t kEnoughCells = 2; ///< for a median of the others

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

bool isFarFromRound(const measure::CellMetrics& shape)
{
    return shape.solidity < kRaggedSolidity || shape.ellipseMajor > kLongAspect * shape.ellipseMinor;
}

bool isOddlyShaped(const Instance& instance, const measure::CellMetrics& shape)
{
    if (shape.touchesBorder)
        return false;
    const bool mayHaveAnyForm = !annotation::ownNameOf(instance).empty(); // a worm is neither round nor convex
    if (!mayHaveAnyForm && isFarFromRound(shape))
        return true;
    return double(masks::largestComponent(instance.amodal).area()) < kMainPiece * shape.area;
}

void judgeSizes(const std::vector<CellSize>& cells, std::vector<Reason>& reasons)
{
    if (cells.size() <= kEnoughCells)
        return;
    for (const CellSize& cell : cells) {
        std::vector<double> others;
        for (const CellSize& other : cells)
            if (other.id != cell.id)
                others.push_back(other.diameter);
        const double ratio = cell.diameter / median(std::move(others));
        if (ratio < kTinyCell || ratio > kGiantCell)
            reasons.push_back({ReasonKind::ImplausibleSize, .6, ratio, {cell.id}});
    }
}

} // namespace

CheckedShapes checkShapes(const FrameAnnotation& frame)
{
    CheckedShapes checked;
    std::vector<CellSize> whole;
    for (const Instance& instance : frame.instances) {
        if (instance.classId != int(base::ObjectClass::Blastomere) || instance.uncertain)
            continue;
        const measure::CellMetrics shape = measure::measureCell(instance.amodal);
        if (shape.area == 0)
            continue;
        checked.cells.push_back({instance.id, shape.equivalentDiameter});
        if (!shape.touchesBorder)
            whole.push_back(checked.cells.back());
        if (isOddlyShaped(instance, shape))
            checked.reasons.push_back({ReasonKind::ImplausibleShape, .6, shape.solidity, {instance.id}});
    }
    judgeSizes(whole, checked.reasons);
    return checked;
}

} // namespace blastoscope::review
