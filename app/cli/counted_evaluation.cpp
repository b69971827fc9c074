// SPDX-License-Identifier: Apache-2.0
#include "app/cli/counted_evaluation.h"

#include <algorithm>
#include <cstdio>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/object_class.h"
#include "core/formats/coco_annotation.h"

namespace blastoscope::cli {
namespace {

using evaluation::CountAccuracy;
using evaluation::CountPair;
using evaluation::OrderedSilhouettes;
using nlohmann::ordered_json;

/// The blastomeres of a frame that count, and the order among them.
OrderedSilhouettes blastomeresOf(const annotation::FrameAnnotation& frame)
{
    OrderedSilhouettes out;
    std::unordered_map<annotation::InstanceId, std::size_t> indexOf;
    for (const annotation::Instance& instance : frame.instances) {
        if (instance.classId != int(base::ObjectClass::Blastomere) || instance.uncertain)
            continue;
        indexOf[instance.id] = out.silhouettes.size();
        out.silhouettes.push_back(instance.amodal);
    }
    for (const annotation::DepthRelation& relation : frame.order)
        if (indexOf.contains(relation.nearer) && indexOf.contains(relation.farther))
            out.covers.push_back({indexOf[relation.nearer], indexOf[relation.farther]});
    return out;
}

std::vector<masks::RleMask> uncertainBlastomeresOf(const annotation::FrameAnnotation& frame)
{
    std::vector<masks::RleMask> out;
    for (const annotation::Instance& instance : frame.instances) {
        if (instance.classId == int(base::ObjectClass::Blastomere) && instance.uncertain)
            out.push_back(instance.amodal);
    }
    return out;
}

double bestIou(const masks::RleMask& mask, const std::vector<masks::RleMask>& others)
{
    double best = 0;
    for (const masks::RleMask& other : others)
        best = std::max(best, masks::iou(mask, other));
    return best;
}

/// The blastomeres of one image.
struct Blastomeres {
    OrderedSilhouettes sure;
    std::vector<masks::RleMask> uncertain; ///< crowds: found or not found, both is right
};

/// How many of `found` count: those that are no uncertain blastomere of the truth.
int countOf(const std::vector<masks::RleMask>& found, const Blastomeres& truth)
{
    constexpr double kSame = 0.5;
    return int(std::count_if(found.begin(), found.end(), [&](const masks::RleMask& mask) {
        const double doubtful = bestIou(mask, truth.uncertain);
        return doubtful < kSame || doubtful <= bestIou(mask, truth.sure.silhouettes);
    }));
}

base::Result<std::unordered_map<std::int64_t, Blastomeres>>
blastomeresByImage(const formats::CocoDataset& dataset)
{
    const auto frames = formats::fromCoco(dataset, formats::CrowdMeaning::Uncertain);
    if (!frames)
        return tl::unexpected(frames.error());
    std::unordered_map<std::int64_t, Blastomeres> byImage;
    for (std::size_t i = 0; i < frames->size(); ++i) {
        const annotation::FrameAnnotation& frame = (*frames)[i].annotation;
        byImage.emplace(dataset.images[i].id, Blastomeres{blastomeresOf(frame), uncertainBlastomeresOf(frame)});
    }
    return byImage;
}

std::string line(const char* what, const CountAccuracy& a)
{
    char text[200];
    std::snprintf(text, sizeof text,
                  " Cell count, %-9s: exact %5.1f %%, within one %5.1f %%, mean error %.3f, bias %+.3f (%d pictures)\n",
                  what, 100 * a.exact, 100 * a.withinOne, a.meanAbsoluteError, a.bias, a.images);
    return text;
}

ordered_json toJson(const CountAccuracy& a)
{
    return {{"images", a.images},
            {"exact", a.exact},
            {"within_one", a.withinOne},
            {"mean_absolute_error", a.meanAbsoluteError},
            {"bias", a.bias}};
}

} // namespace

base::Result<CountedEvaluation> evaluateCounted(const formats::CocoDataset& truth, const formats::CocoDataset& counted)
{
    const auto expected = blastomeresByImage(truth);
    if (!expected)
        return tl::unexpected(expected.error());
    const auto predicted = blastomeresByImage(counted);
    if (!predicted)
        return tl::unexpected(predicted.error());
    CountedEvaluation result;
    std::vector<CountPair> all, twoToEight;
    int falseAlarms = 0;
    for (const auto& [id, cells] : *expected) {
        const auto found = predicted->find(id);
        if (found == predicted->end())
            return base::fail(base::ErrorCode::Incompatible,
                              "The counted cells lack image " + std::to_string(id) + " of the ground truth.");
        const CountPair pair{int(cells.sure.silhouettes.size()), countOf(found->second.sure.silhouettes, cells)};
        all.push_back(pair);
        if (pair.expected >= 2 && pair.expected <= 8)
            twoToEight.push_back(pair);
        if (pair.expected == 0) {
            ++result.emptyImages;
            falseAlarms += pair.predicted;
        }
        result.order += evaluation::orderAccuracy(cells.sure, found->second.sure);
    }
    result.all = evaluation::countAccuracy(all);
    result.twoToEight = evaluation::countAccuracy(twoToEight);
    result.detectionsPerEmptyImage = result.emptyImages ? double(falseAlarms) / result.emptyImages : 0;
    return result;
}

std::string toText(const CountedEvaluation& evaluation)
{
    std::string text = line("all", evaluation.all) + line("2-8 cells", evaluation.twoToEight);
    char buffer[200];
    std::snprintf(buffer, sizeof buffer, " Detections per picture without countable cells: %.3f (%d pictures)\n",
                  evaluation.detectionsPerEmptyImage, evaluation.emptyImages);
    text += buffer;
    const auto& order = evaluation.order;
    std::snprintf(buffer, sizeof buffer,
                  " Depth order of overlapping pairs: right %.1f %% (%d of %d found pairs; %d pairs in all), "
                  "%.1f %% of the %d that are told\n",
                  100 * order.accuracy(), order.right, order.found, order.pairs, 100 * order.precision(), order.known);
    return text + buffer;
}

ordered_json toJson(const CountedEvaluation& evaluation)
{
    const auto& order = evaluation.order;
    return {{"count", toJson(evaluation.all)},
            {"count_2_to_8", toJson(evaluation.twoToEight)},
            {"empty_images", evaluation.emptyImages},
            {"detections_per_empty_image", evaluation.detectionsPerEmptyImage},
            {"order",
             {{"pairs", order.pairs},
              {"found", order.found},
              {"known", order.known},
              {"right", order.right},
              {"accuracy", order.accuracy()},
              {"precision", order.precision()}}}};
}

} // namespace blastoscope::cli
