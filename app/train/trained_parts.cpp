// SPDX-License-Identifier: Apache-2.0
#include "app/train/trained_parts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/train/finder_stage.h"
#include "core/base/log.h"
#include "core/nn/io/model_description.h"

namespace blastoscope::train {
namespace {

/// Parts of the detector that a stage of their own trains.
constexpr std::array<std::pair<const char*, const char*>, 2> kOwnStages = {
    {{"relation_head", "relation"}, {"depth_order_head", "depth_order"}}};

} // namespace

base::Result<nn::EmbryoFinder> trainedFinder(const RunContext& context)
{
    auto finder = nn::makeEmbryoFinder(finderArchitecture(context));
    if (!finder)
        return finder;
    const auto status = context.recipe.includes("finder")
                            ? loadStage(context, "finder", **finder)
                            : loadAncestorPart(context.ancestor->file, nn::kFinderPrefix, **finder);
    if (!status)
        return tl::unexpected<base::Error>(status.error());
    return finder;
}

namespace {

/// A base whose detector is not trained any further may lack what a later stage adds to it; what has a stage of its own
/// in this run begins anew.
base::Status growUntrained(const RunContext& context, nn::AmodalDetector& detector)
{
    std::vector<std::string> renewed;
    for (const auto& [part, stage] : kOwnStages)
        if (context.recipe.includes(stage))
            renewed.emplace_back(part);
    const auto added = growFromAncestor(context.ancestor->file, *detector, renewed);
    if (!added)
        return tl::unexpected<base::Error>(added.error());
    for (const std::string& part : *added) {
        const auto own =
            std::find_if(kOwnStages.begin(), kOwnStages.end(), [&](const auto& pair) { return part == pair.first; });
        if (own == kOwnStages.end() || !context.recipe.includes(own->second))
            base::logWarning("train", "The base has no part \"" + part +
                                          "\" and no stage trains it; it keeps its random weights.");
        else if (!isStageDone(context, own->second))
            base::logInfo("train", "This run trains the part \"" + part + "\" anew.");
    }
    return {};
}

} // namespace

base::Result<nn::AmodalDetector> trainedDetector(const RunContext& context)
{
    const bool isNew = context.recipe.includes("detector");
    auto detector = nn::makeAmodalDetector(context.recipe.detector.architecture);
    if (!detector)
        return detector;
    const auto status =
        isNew ? loadStage(context, "detector", **detector) : growUntrained(context, *detector);
    if (!status)
        return tl::unexpected<base::Error>(status.error());
    const double share = context.recipe.fineTuning.blend;
    if (isNew && context.ancestor && share < 1) {
        if (auto blended = blendWithAncestor(context.ancestor->file, **detector, share); !blended)
            return tl::unexpected<base::Error>(blended.error());
    }
    for (const auto& [part, stage] : kOwnStages) {
        if (!isStageDone(context, stage))
            continue;
        if (auto loaded = loadStage(context, stage, *(*detector)->named_children()[part]); !loaded)
            return tl::unexpected<base::Error>(loaded.error());
    }
    return detector;
}

} // namespace blastoscope::train
