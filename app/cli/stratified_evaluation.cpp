// SPDX-License-Identifier: Apache-2.0
#include "app/cli/stratified_evaluation.h"

#include <array>
#include <limits>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "app/cli/category_map.h"

namespace blastoscope::cli {
namespace {

using evaluation::EvaluationImage;
using evaluation::IouKind;
using nlohmann::ordered_json;

struct Stratum {
    const char* name;
    double lowest;  ///< included
    double highest; ///< excluded
    bool contains(double value) const { return value >= lowest && value < highest; }
};

constexpr double kNoLimit = std::numeric_limits<double>::infinity();
constexpr std::array<Stratum, 4> kCounts = {{{"1", 1, 2}, {"2-4", 2, 5}, {"5-8", 5, 9}, {"9+", 9, kNoLimit}}};
constexpr std::array<Stratum, 3> kVisible = {{{">0.75", .75, kNoLimit}, {"0.5-0.75", .5, .75}, {"<0.5", 0, .5}}};

/// Visible fractions of the true objects of each image, in their order there.
std::unordered_map<std::int64_t, std::vector<double>> visibleFractions(const formats::CocoDataset& truth)
{
    std::unordered_map<std::int64_t, std::vector<double>> fractions;
    for (const formats::CocoAnnotation& a : truth.annotations) {
        const bool known = a.visibleMask && a.segmentation && !a.segmentation->isEmpty();
        fractions[a.imageId].push_back(known ? double(a.visibleMask->area()) / double(a.segmentation->area()) : -1);
    }
    return fractions;
}

} // namespace

ordered_json evaluateByCellCount(const formats::CocoDataset& truth, const std::vector<EvaluationImage>& images,
                                 IouKind kind)
{
    const auto blastomere = categoryFor(base::ObjectClass::Blastomere, truth);
    ordered_json out;
    for (const Stratum& stratum : kCounts) {
        std::vector<EvaluationImage> chosen;
        for (const EvaluationImage& image : images) {
            int cells = 0;
            for (const auto& g : image.groundTruths)
                cells += blastomere && g.categoryId == *blastomere && !g.isCrowd;
            if (stratum.contains(cells))
                chosen.push_back(image);
        }
        const auto metrics = evaluation::evaluateCoco(chosen, kind);
        out[stratum.name] = {
            {"images", chosen.size()}, {"AP", metrics.ap}, {"AP50", metrics.ap50}, {"AR100", metrics.ar100}};
    }
    return out;
}

ordered_json evaluateByVisibleFraction(const formats::CocoDataset& truth, const std::vector<EvaluationImage>& images,
                                       IouKind kind)
{
    const auto fractions = visibleFractions(truth);
    ordered_json out;
    int objectsInAll = 0;
    for (const Stratum& stratum : kVisible) {
        std::vector<EvaluationImage> chosen = images;
        int objects = 0;
        for (EvaluationImage& image : chosen)
            for (std::size_t i = 0; i < image.groundTruths.size(); ++i) {
                auto& g = image.groundTruths[i];
                g.isIgnored = !stratum.contains(fractions.at(image.id)[i]);
                objects += !g.isIgnored && !g.isCrowd;
            }
        objectsInAll += objects;
        const auto metrics = evaluation::evaluateCoco(chosen, kind);
        out[stratum.name] = {{"objects", objects}, {"AP", metrics.ap}, {"AR100", metrics.ar100}};
    }
    return objectsInAll > 0 ? out : ordered_json(nullptr);
}

} // namespace blastoscope::cli
