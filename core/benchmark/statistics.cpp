// SPDX-License-Identifier: Apache-2.0
#include "core/benchmark/statistics.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace blastoscope::benchmark {
namespace {

/// 97.5 % quantile of Student's t with 1 ... 30 degrees of freedom; beyond, the normal distribution's is near enough.
constexpr std::array<double, 30> kStudent = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
                                             2.201,  2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
                                             2.080,  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
constexpr double kNormal = 1.960;

} // namespace

Spread spreadOf(std::span<const double> values)
{
    Spread spread;
    spread.count = int(values.size());
    if (values.empty())
        return spread;
    spread.mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    if (values.size() < 2)
        return spread;
    double squares = 0;
    for (const double value : values)
        squares += (value - spread.mean) * (value - spread.mean);
    spread.deviation = std::sqrt(squares / double(values.size() - 1));
    return spread;
}

PairedDifference pairedDifference(std::span<const double> a, std::span<const double> b)
{
    assert(a.size() == b.size());
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i)
        differences.push_back(a[i] - b[i]);
    PairedDifference result;
    result.spread = spreadOf(differences);
    result.above = int(std::count_if(differences.begin(), differences.end(), [](double d) { return d > 0; }));
    result.margin = std::numeric_limits<double>::infinity();
    if (differences.size() >= 2) {
        const auto freedom = differences.size() - 1;
        const double t = freedom <= kStudent.size() ? kStudent[freedom - 1] : kNormal;
        result.margin = t * result.spread.deviation / std::sqrt(double(differences.size()));
    }
    return result;
}

} // namespace blastoscope::benchmark
