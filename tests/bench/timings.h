// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <benchmark/benchmark.h>

/// Single timings, for the bars that are set on the slow ones among them. Google Benchmark itself reports the mean.
class Timings {
public:
    /// Also counts as the time of this iteration of a benchmark with manual time.
    void add(benchmark::State& state, double milliseconds)
    {
        m_all.push_back(milliseconds);
        state.SetIterationTime(milliseconds / 1000);
    }

    /// Writes median, 95th percentile and worst into the counters, and a label when `judged` is over the bar.
    enum class Judged { Median, P95 };
    void report(benchmark::State& state, double barMs, Judged judged = Judged::P95)
    {
        std::sort(m_all.begin(), m_all.end());
        state.counters["median_ms"] = percentile(50);
        state.counters["p95_ms"] = percentile(95);
        state.counters["worst_ms"] = m_all.empty() ? 0 : m_all.back();
        state.counters["bar_ms"] = barMs;
        if (percentile(judged == Judged::P95 ? 95 : 50) > barMs)
            state.SetLabel("MISSES ITS BAR");
    }

private:
    double percentile(double percent) const
    {
        if (m_all.empty())
            return 0;
        const double rank = std::ceil(percent / 100 * double(m_all.size()));
        return m_all[std::size_t(std::max(rank, 1.0)) - 1];
    }

    std::vector<double> m_all;
};
