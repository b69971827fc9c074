// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/order_accuracy.h"

#include <algorithm>
#include <optional>

namespace blastoscope::evaluation {
namespace {

using Matches = std::vector<std::optional<std::size_t>>; ///< predicted index of each true silhouette

Matches matchSilhouettes(const std::vector<masks::RleMask>& truth, const std::vector<masks::RleMask>& predicted)
{
    struct Candidate {
        double iou;
        std::size_t truth;
        std::size_t predicted;
    };
    std::vector<Candidate> candidates;
    for (std::size_t t = 0; t < truth.size(); ++t)
        for (std::size_t p = 0; p < predicted.size(); ++p)
            if (const double overlap = masks::iou(truth[t], predicted[p]); overlap >= .5)
                candidates.push_back({overlap, t, p});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.iou > b.iou; });
    Matches matches(truth.size());
    std::vector<bool> taken(predicted.size(), false);
    for (const Candidate& c : candidates) {
        if (matches[c.truth] || taken[c.predicted])
            continue;
        matches[c.truth] = c.predicted;
        taken[c.predicted] = true;
    }
    return matches;
}

bool contains(const std::vector<masks::Cover>& covers, std::size_t nearer, std::size_t farther)
{
    return std::find(covers.begin(), covers.end(), masks::Cover{nearer, farther}) != covers.end();
}

} // namespace

OrderAccuracy& OrderAccuracy::operator+=(const OrderAccuracy& other)
{
    pairs += other.pairs;
    found += other.found;
    known += other.known;
    right += other.right;
    return *this;
}

OrderAccuracy orderAccuracy(const OrderedSilhouettes& truth, const OrderedSilhouettes& predicted)
{
    OrderAccuracy result;
    const Matches matches = matchSilhouettes(truth.silhouettes, predicted.silhouettes);
    for (const masks::SilhouettePair& pair : masks::overlappingPairs(truth.silhouettes)) {
        const bool forward = contains(truth.covers, pair.first, pair.second);
        if (!forward && !contains(truth.covers, pair.second, pair.first))
            continue;
        ++result.pairs;
        const auto& nearer = matches[forward ? pair.first : pair.second];
        const auto& farther = matches[forward ? pair.second : pair.first];
        if (!nearer || !farther)
            continue;
        ++result.found;
        const bool right = contains(predicted.covers, *nearer, *farther);
        const bool wrong = contains(predicted.covers, *farther, *nearer);
        result.known += right || wrong;
        result.right += right && !wrong;
    }
    return result;
}

} // namespace blastoscope::evaluation
