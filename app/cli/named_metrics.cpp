// SPDX-License-Identifier: Apache-2.0
#include "app/cli/named_metrics.h"

#include <algorithm>
#include <cstdio>
#include <unordered_map>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/cli/stratified_evaluation.h"
#include "core/evaluation/hidden_parts.h"
#include "core/evaluation/label_metrics.h"

namespace blastoscope::cli {
namespace {

using evaluation::EvaluationImage;
using evaluation::IouKind;
using evaluation::LabelledImage;
using Metrics = std::vector<NamedMetric>;

/// An object that is compared without its score.
struct Labelled {
    int categoryId = 1;
    masks::RleMask mask;
};

/// One image's objects, true and predicted.
struct LabelledObjects {
    std::vector<Labelled> truth;
    std::vector<Labelled> predicted;
};

/// Whether an object lies mostly in a crowd, which neither has to be found nor punishes what lies in it, and is no
/// better match of an ordinary one.
bool belongsToCrowd(const masks::RleMask& mask, const EvaluationImage& image)
{
    double share = 0, crowdIou = 0, objectIou = 0;
    for (const auto& g : image.groundTruths) {
        double& best = g.isCrowd ? crowdIou : objectIou;
        best = std::max(best, masks::iou(mask, g.mask));
        if (g.isCrowd && !mask.isEmpty())
            share = std::max(share, double(masks::intersectionArea(mask, g.mask)) / double(mask.area()));
    }
    return share >= 0.5 && (crowdIou > objectIou || objectIou < 0.5);
}

base::Status addCounted(const NamedMetricsInput& input, std::vector<LabelledObjects>& images)
{
    std::unordered_map<std::int64_t, std::size_t> indexOf;
    for (std::size_t i = 0; i < input.images.size(); ++i)
        indexOf.emplace(input.images[i].id, i);
    for (const formats::CocoAnnotation& annotation : input.counted->annotations) {
        const auto image = indexOf.find(annotation.imageId);
        if (image == indexOf.end() || annotation.isCrowd || !annotation.segmentation)
            continue;
        const formats::CocoImage& size = input.truth.images[image->second];
        if (annotation.segmentation->width() != size.width || annotation.segmentation->height() != size.height)
            return base::fail(base::ErrorCode::Incompatible,
                              "Image " + std::to_string(annotation.imageId) +
                                  " of the counted cells has another size than in the ground truth.");
        if (!belongsToCrowd(*annotation.segmentation, input.images[image->second]))
            images[image->second].predicted.push_back({annotation.categoryId, *annotation.segmentation});
    }
    return {};
}

base::Result<std::vector<LabelledObjects>> labelledObjects(const NamedMetricsInput& input)
{
    std::vector<LabelledObjects> images;
    for (const EvaluationImage& image : input.images) {
        LabelledObjects& objects = images.emplace_back();
        for (const auto& g : image.groundTruths)
            if (!g.isCrowd)
                objects.truth.push_back({g.categoryId, g.mask});
        for (const auto& d : image.detections)
            if (!input.counted && d.score >= input.minScore && !belongsToCrowd(d.mask, image))
                objects.predicted.push_back({d.categoryId, d.mask});
    }
    if (input.counted)
        if (auto status = addCounted(input, images); !status)
            return tl::unexpected<base::Error>(status.error());
    return images;
}

std::vector<LabelledImage> withoutClasses(const std::vector<LabelledObjects>& images)
{
    std::vector<LabelledImage> plain;
    for (const LabelledObjects& image : images) {
        LabelledImage& labelled = plain.emplace_back();
        for (const Labelled& object : image.truth)
            labelled.truth.push_back(object.mask);
        for (const Labelled& object : image.predicted)
            labelled.predicted.push_back(object.mask);
    }
    return plain;
}

Metrics cocoMetrics(const evaluation::CocoMetrics& metrics, const std::string& prefix = {})
{
    Metrics out;
    const auto values = metrics.values();
    for (std::size_t i = 0; i < values.size(); ++i)
        out.push_back({prefix + evaluation::kCocoMetricNames[i], values[i]});
    return out;
}

Metrics countMetrics(const std::vector<LabelledImage>& images)
{
    const auto difference = evaluation::countDifference(images);
    return {{"DiC_abs", difference.meanAbsolute}, {"DiC", difference.mean}, {"DiC_sd", difference.deviation}};
}

Metrics labelApMetrics(const std::vector<LabelledImage>& images)
{
    const auto ap = evaluation::labelAp(images);
    Metrics out = {{"label_AP", ap.mean}};
    for (std::size_t i = 0; i < ap.at.size(); ++i)
        out.push_back({"label_AP" + std::to_string(50 + 5 * i), ap.at[i]});
    return out;
}

base::Result<Metrics> hiddenMetrics(const NamedMetricsInput& input)
{
    std::vector<evaluation::OccludedImage> images;
    std::unordered_map<std::int64_t, std::size_t> indexOf;
    for (const EvaluationImage& image : input.images) {
        indexOf.emplace(image.id, images.size());
        images.push_back({image, {}});
    }
    bool known = false;
    for (const formats::CocoAnnotation& annotation : input.truth.annotations) {
        images[indexOf.at(annotation.imageId)].visible.push_back(annotation.visibleMask);
        known = known || annotation.visibleMask;
    }
    if (!known)
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The ground truth has no visible masks, so that hidden parts are not known.");
    const auto metrics = evaluation::evaluateHiddenParts(images);
    return Metrics{{"hidden_objects", double(evaluation::countHiddenParts(images))},
                   {"hidden_AP", metrics.ap},
                   {"hidden_AP50", metrics.ap50},
                   {"hidden_AP75", metrics.ap75},
                   {"hidden_AR", metrics.ar100}};
}

Metrics classMetrics(const NamedMetricsInput& input, const std::vector<LabelledObjects>& images)
{
    const auto unite = [](std::map<int, masks::RleMask>& regions, const std::vector<Labelled>& objects) {
        for (const Labelled& object : objects) {
            const auto [region, isNew] = regions.emplace(object.categoryId + 1, object.mask); // 0 is the background
            if (!isNew)
                region->second = masks::united(region->second, object.mask);
        }
    };
    std::vector<evaluation::ClassRegions> regions;
    for (std::size_t i = 0; i < images.size(); ++i) {
        auto& region = regions.emplace_back();
        region.width = input.truth.images[i].width;
        region.height = input.truth.images[i].height;
        unite(region.truth, images[i].truth);
        unite(region.predicted, images[i].predicted);
    }
    return {{"mIoU", evaluation::meanClassIou(regions)}};
}

/// One AP per stratum.
Metrics stratumMetrics(const nlohmann::ordered_json& strata, const std::string& prefix)
{
    Metrics out;
    for (const auto& [name, values] : strata.items()) {
        std::string readable = name;
        if (readable.starts_with('>'))
            readable.replace(0, 1, "over_");
        else if (readable.starts_with('<'))
            readable.replace(0, 1, "below_");
        out.push_back({prefix + readable, values.at("AP").get<double>()});
    }
    return out;
}

base::Result<Metrics> visibleMetrics(const NamedMetricsInput& input)
{
    const auto strata = evaluateByVisibleFraction(input.truth, input.images, input.kind);
    if (strata.is_null())
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The ground truth has no visible masks, so that visible fractions are not known.");
    return stratumMetrics(strata, "AP_visible_");
}

/// Computes one group; what several of them need is made once.
class Groups {
public:
    explicit Groups(const NamedMetricsInput& input) : m_input(input) {}

    base::Result<Metrics> compute(const std::string& group)
    {
        if (group == "coco")
            return cocoMetrics(evaluation::evaluateCoco(m_input.images, m_input.kind));
        if (group == "cell-count")
            return stratumMetrics(evaluateByCellCount(m_input.truth, m_input.images, m_input.kind), "AP_cells_");
        if (group == "visible")
            return visibleMetrics(m_input);
        if (m_input.kind != IouKind::Segmentation)
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The metrics \"" + group + "\" compare masks; leave out --iou bbox.");
        if (group == "hidden")
            return hiddenMetrics(m_input);
        if (auto status = label(); !status)
            return tl::unexpected<base::Error>(status.error());
        if (group == "sbd")
            return Metrics{{"SBD", evaluation::meanSymmetricBestDice(m_plain)}};
        if (group == "dic")
            return countMetrics(m_plain);
        if (group == "label-ap")
            return labelApMetrics(m_plain);
        return classMetrics(m_input, m_objects);
    }

private:
    base::Status label()
    {
        if (m_labelled)
            return {};
        auto objects = labelledObjects(m_input);
        if (!objects)
            return tl::unexpected<base::Error>(objects.error());
        m_objects = std::move(*objects);
        m_plain = withoutClasses(m_objects);
        m_labelled = true;
        return {};
    }

    const NamedMetricsInput& m_input;
    bool m_labelled = false;
    std::vector<LabelledObjects> m_objects;
    std::vector<LabelledImage> m_plain;
};

} // namespace

const std::vector<std::string>& metricGroups()
{
    static const std::vector<std::string> groups = {"coco",   "sbd",  "dic",        "label-ap",
                                                    "hidden", "miou", "cell-count", "visible"};
    return groups;
}

base::Result<std::vector<NamedMetric>> namedMetrics(const std::vector<std::string>& groups,
                                                    const NamedMetricsInput& input)
{
    Groups all(input);
    std::vector<NamedMetric> metrics;
    for (const std::string& group : groups) {
        auto some = all.compute(group);
        if (!some)
            return some;
        metrics.insert(metrics.end(), some->begin(), some->end());
    }
    return metrics;
}

std::string toText(const std::vector<NamedMetric>& metrics)
{
    std::string text;
    for (const NamedMetric& metric : metrics) {
        char line[120];
        std::snprintf(line, sizeof line, "%s = %.6g\n", metric.name.c_str(), metric.value);
        text += line;
    }
    return text;
}

} // namespace blastoscope::cli
