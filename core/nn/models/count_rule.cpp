// SPDX-License-Identifier: Apache-2.0
#include "core/nn/models/count_rule.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::nn {
namespace {

constexpr double kLeastProbability = 1e-6;

double logOdds(double probability)
{
    const double p = std::clamp(probability, kLeastProbability, 1 - kLeastProbability);
    return std::log(p / (1 - p));
}

/// Log of the probability of `count` cells out of at most `most` that can be chosen: what lies beyond is lumped
/// together.
double logProbability(std::span<const double> probabilities, std::size_t count, std::size_t most)
{
    double p = count < probabilities.size() ? probabilities[count] : 0;
    for (std::size_t n = most + 1; count == most && n < probabilities.size(); ++n)
        p += probabilities[n];
    if (count >= probabilities.size()) // the last entry stands for every larger count
        p = probabilities.back() / double(count - probabilities.size() + 2);
    return std::log(std::max(p, kLeastProbability));
}

} // namespace

int mostProbableCount(std::span<const double> scores, std::span<const double> countProbabilities,
                      const CountRule& rule)
{
    const bool informed = rule.countWeight > 0 && !countProbabilities.empty();
    const double zero = logOdds(rule.threshold);
    int best = 0;
    double evidence = 0, bestEvidence = 0;
    for (std::size_t n = 0; n <= scores.size(); ++n) {
        if (n > 0)
            evidence += logOdds(scores[n - 1]) - zero;
        const double prior =
            informed ? rule.countWeight * logProbability(countProbabilities, n, scores.size()) : 0;
        if (n == 0 || evidence + prior > bestEvidence || (!informed && evidence >= bestEvidence)) {
            best = int(n);
            bestEvidence = evidence + prior;
        }
    }
    return best;
}

} // namespace blastoscope::nn
