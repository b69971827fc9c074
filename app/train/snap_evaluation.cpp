// SPDX-License-Identifier: Apache-2.0
#include "app/train/snap_evaluation.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "core/base/object_class.h"
#include "core/base/random.h"
#include "core/masks/damage.h"
#include "core/masks/ellipse_fit.h"
#include "core/simulation/embryo_simulator.h"

namespace blastoscope::train {
namespace {

constexpr int kShapesPerFrame = 3;

bool isWholeBlastomere(const simulation::SimulatedInstance& instance)
{
    const base::Box box = instance.amodal.boundingBox();
    return instance.objectClass == base::ObjectClass::Blastomere && !instance.ignore && box.x1 > 0 && box.y1 > 0 &&
           box.x2 < instance.amodal.width() && box.y2 < instance.amodal.height();
}

masks::RleMask bittenMask(const masks::RleMask& mask, double share, base::Random& random)
{
    const base::Box box = mask.boundingBox();
    const masks::Bitmap shape = mask.crop(int(box.x1), int(box.y1), int(box.width()), int(box.height()));
    return masks::RleMask::fromCrop(masks::bitten(shape, share, random), int(box.x1), int(box.y1), mask.width(),
                                    mask.height());
}

masks::RleMask drawn(const std::optional<masks::Ellipse>& ellipse, const masks::RleMask& canvas)
{
    return ellipse ? masks::ellipseMask(canvas.width(), canvas.height(), *ellipse) : canvas;
}

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (double value : values)
        sum += value;
    return values.empty() ? 0 : sum / double(values.size());
}

double tenthPercentile(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 10);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

SnapEvaluation::SnapEvaluation(const SnapEvaluationOptions& options) : m_options(options)
{
    const base::Random root(options.seed);
    simulation::SimulationOptions frames;
    frames.size = options.frameSize;
    frames.emptyFraction = frames.compactedFraction = frames.cavitatedFraction = 0;
    for (std::uint64_t i = 0; int(m_shapes.size()) < options.shapes; ++i) {
        base::Random random = root.split(i);
        const int cells = 1 + int(i % std::uint64_t(options.maxCells));
        frames.minCells = frames.maxCells = cells;
        const auto frame = simulation::simulateFrame(frames, random.next());
        int taken = 0;
        for (const simulation::SimulatedInstance& instance : frame.instances) {
            if (!isWholeBlastomere(instance) || taken == kShapesPerFrame || int(m_shapes.size()) == options.shapes)
                continue;
            m_shapes.push_back({cells, instance.amodal, bittenMask(instance.amodal, options.bite, random)});
            ++taken;
        }
    }
}

nlohmann::json SnapEvaluation::measure(const Mend& mend) const
{
    std::vector<double> mended, damaged, moments, outlines, undamaged;
    std::map<int, std::vector<double>> byCells;
    for (const Shape& shape : m_shapes) {
        mended.push_back(masks::iou(mend(shape.damaged), shape.whole));
        byCells[shape.cells].push_back(mended.back());
        damaged.push_back(masks::iou(shape.damaged, shape.whole));
        moments.push_back(masks::iou(drawn(masks::momentEllipse(shape.damaged), shape.whole), shape.whole));
        outlines.push_back(masks::iou(drawn(masks::outlineEllipse(shape.damaged), shape.damaged), shape.whole));
        undamaged.push_back(masks::iou(mend(shape.whole), shape.whole));
    }
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& [cells, ious] : byCells)
        rows.push_back({{"cells", cells}, {"shapes", ious.size()}, {"iou", mean(ious)}});
    return {{"iou", mean(mended)},
            {"iou_p10", tenthPercentile(mended)},
            {"damaged_iou", mean(damaged)},
            {"moment_ellipse_iou", mean(moments)},
            {"outline_ellipse_iou", mean(outlines)},
            {"undamaged_iou", mean(undamaged)},
            {"by_cells", rows},
            {"shapes", m_shapes.size()},
            {"bite", m_options.bite},
            {"seed", m_options.seed}};
}

std::string snapTable(const nlohmann::json& numbers)
{
    std::string text;
    const auto line = [&](const char* name, const char* key) {
        char buffer[96];
        std::snprintf(buffer, sizeof buffer, "  %-34s %.3f\n", name, numbers.at(key).get<double>());
        text += buffer;
    };
    text += "mean IoU with the whole silhouette, " + numbers.at("shapes").dump() + " shapes, bite " +
            numbers.at("bite").dump() + ", seed " + numbers.at("seed").dump() + "\n";
    line("snap", "iou");
    line("snap, worst tenth below", "iou_p10");
    line("ellipse through the outline", "outline_ellipse_iou");
    line("ellipse of the same moments", "moment_ellipse_iou");
    line("as bitten", "damaged_iou");
    line("snap of whole silhouettes", "undamaged_iou");
    for (const auto& row : numbers.at("by_cells")) {
        char buffer[96];
        std::snprintf(buffer, sizeof buffer, "  snap, frames with %2d cells (%3d)     %.3f\n",
                      row.at("cells").get<int>(), row.at("shapes").get<int>(), row.at("iou").get<double>());
        text += buffer;
    }
    return text;
}

} // namespace blastoscope::train
