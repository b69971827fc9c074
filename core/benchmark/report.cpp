// SPDX-License-Identifier: Apache-2.0
#include "core/benchmark/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <sstream>

#include "core/base/csv_text.h"

namespace blastoscope::benchmark {
namespace {

constexpr double kPoints = 100; ///< AP is talked of in hundredths

std::string number(double value, int decimals, bool sign = false)
{
    char text[64];
    std::snprintf(text, sizeof text, sign ? "%+.*f" : "%.*f", decimals, value);
    return text;
}

std::string meanAndSd(const Spread& spread, bool sign = false)
{
    if (spread.count == 0)
        return "–";
    const std::string mean = number(kPoints * spread.mean, 2, sign);
    return spread.count < 2 ? mean : mean + " ± " + number(kPoints * spread.deviation, 2);
}

std::string differenceText(const PairedDifference& difference)
{
    if (difference.spread.count == 0)
        return "–";
    std::string text = meanAndSd(difference.spread, true);
    text += " (" + std::to_string(difference.above) + "/" + std::to_string(difference.spread.count) + ")";
    return text;
}

std::optional<double> valueOf(const std::vector<RunResult>& results, const std::string& setting, std::uint64_t seed,
                              const std::string& metric)
{
    const auto found = std::find_if(results.begin(), results.end(), [&](const RunResult& result) {
        return result.setting == setting && result.seed == seed && result.metrics.contains(metric);
    });
    return found == results.end() ? std::nullopt : std::optional(found->metrics.at(metric));
}

const std::string& labelOf(const BenchmarkRecipe& recipe, const std::string& setting)
{
    return std::find_if(recipe.settings.begin(), recipe.settings.end(),
                        [&](const Setting& s) { return s.name == setting; })
        ->label;
}

const std::string& metricLabel(const BenchmarkRecipe& recipe, const std::string& key)
{
    return std::find_if(recipe.metrics.begin(), recipe.metrics.end(), [&](const Metric& m) { return m.key == key; })
        ->label;
}

std::string metricHeader(const BenchmarkRecipe& recipe, const std::string& first, const std::string& last)
{
    std::string header = "| " + first + " |", rule = "|---|";
    for (const Metric& metric : recipe.metrics) {
        header += " " + metric.label + " |";
        rule += "---|";
    }
    return header + " " + last + " |\n" + rule + "---|\n";
}

std::string meanTable(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results)
{
    std::string table = metricHeader(recipe, "setting", "s/run");
    for (const Setting& setting : recipe.settings) {
        table += "| " + setting.label + " |";
        for (const Metric& metric : recipe.metrics)
            table += " " + meanAndSd(metricOf(results, setting.name, metric.key)) + " |";
        double seconds = 0;
        int runs = 0;
        for (const RunResult& result : results) {
            seconds += result.setting == setting.name ? result.seconds : 0;
            runs += result.setting == setting.name;
        }
        table += " " + (runs > 0 ? number(seconds / runs, 0) : "–") + " |\n";
    }
    return table;
}

std::string differenceTable(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results)
{
    std::string table = metricHeader(recipe, "minus " + labelOf(recipe, recipe.baseline),
                                     "95 % of " + recipe.metrics.front().label);
    for (const Setting& setting : recipe.settings) {
        if (setting.name == recipe.baseline)
            continue;
        table += "| " + setting.label + " |";
        for (const Metric& metric : recipe.metrics)
            table += " " + differenceText(differenceOf(results, setting.name, recipe.baseline, metric.key)) + " |";
        const auto first = differenceOf(results, setting.name, recipe.baseline, recipe.metrics.front().key);
        table += std::isfinite(first.margin) ? " ± " + number(kPoints * first.margin, 2) + " |\n" : " – |\n";
    }
    return table;
}

/// The sign decides; how sure it is stands beside it.
std::string verdictOf(const PairedDifference& difference, double above)
{
    if (difference.spread.count == 0)
        return "not run";
    const double excess = difference.spread.mean - above;
    const std::string verdict = excess > 0 ? "**reproduced**" : "**not reproduced**";
    return std::abs(excess) > difference.margin ? verdict : verdict + ", within the noise of the seeds";
}

std::string orderTable(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results)
{
    std::string table = "| expected | metric | difference | 95 % | verdict | source |\n|---|---|---|---|---|---|\n";
    for (const Expectation& order : recipe.orders) {
        const auto difference = differenceOf(results, order.better, order.than, order.metric);
        table += "| " + labelOf(recipe, order.better) + " − " + labelOf(recipe, order.than) + " > "
                 + number(kPoints * order.above, 1) + " | " + metricLabel(recipe, order.metric) + " | "
                 + differenceText(difference) + " | "
                 + (std::isfinite(difference.margin) ? "± " + number(kPoints * difference.margin, 2) : "–") + " | "
                 + verdictOf(difference, order.above) + " | " + order.source + " |\n";
    }
    return table;
}

} // namespace

Spread metricOf(const std::vector<RunResult>& results, const std::string& setting, const std::string& metric)
{
    std::vector<double> values;
    for (const RunResult& result : results)
        if (result.setting == setting && result.metrics.contains(metric))
            values.push_back(result.metrics.at(metric));
    return spreadOf(values);
}

PairedDifference differenceOf(const std::vector<RunResult>& results, const std::string& setting,
                              const std::string& other, const std::string& metric)
{
    std::vector<double> a, b;
    for (const RunResult& result : results) {
        const auto own = result.setting == setting ? valueOf(results, setting, result.seed, metric) : std::nullopt;
        const auto its = valueOf(results, other, result.seed, metric);
        if (!own || !its)
            continue;
        a.push_back(*own);
        b.push_back(*its);
    }
    return pairedDifference(a, b);
}

std::string markdownReport(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results)
{
    const std::size_t planned = recipe.settings.size() * recipe.seeds.size();
    std::ostringstream text;
    text << "# " << recipe.title << "\n\n";
    if (!recipe.note.empty())
        text << recipe.note << "\n\n";
    text
        << results.size() << " of " << planned << " runs (" << recipe.settings.size() << " settings, "
        << recipe.seeds.size()
        << " seeds) are finished. Numbers are points (hundredths), mean ± standard deviation over"
        << " seeds. Differences are paired: runs of one seed saw the same frames in the same order; in brackets, in how"
        << " many seeds the difference was above zero. 95 %: half the confidence interval of the mean difference"
        << " (Student's t).\n\n";
    text << "## Settings\n\n" << meanTable(recipe, results) << '\n';
    if (recipe.settings.size() > 1)
        text << "## Paired differences\n\n" << differenceTable(recipe, results) << '\n';
    if (!recipe.orders.empty())
        text << "## Orders\n\n" << orderTable(recipe, results) << '\n';
    text << "![Every run, and the mean of each setting](report.png)\n";
    return text.str();
}

std::string csvReport(const BenchmarkRecipe& recipe, const std::vector<RunResult>& results)
{
    std::string text = "setting,seed";
    for (const Metric& metric : recipe.metrics)
        text += "," + base::csvText(metric.key);
    text += ",seconds\n";
    for (const RunResult& result : results) {
        text += base::csvText(result.setting) + "," + std::to_string(result.seed);
        for (const Metric& metric : recipe.metrics)
            text += "," + (result.metrics.contains(metric.key) ? number(result.metrics.at(metric.key), 6) : "");
        text += "," + number(result.seconds, 1) + "\n";
    }
    return text;
}

} // namespace blastoscope::benchmark
