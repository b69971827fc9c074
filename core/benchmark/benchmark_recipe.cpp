// SPDX-License-Identifier: Apache-2.0
#include "core/benchmark/benchmark_recipe.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <set>

#include "core/base/file_io.h"

namespace blastoscope::benchmark {
namespace {

using nlohmann::json;

/// What is wrong with a recipe; caught where it was read.
struct Mistake {
    std::string message;
};

void onlyKeys(const json& object, std::initializer_list<const char*> known, const std::string& where)
{
    if (!object.is_object())
        throw Mistake{where + " must be an object."};
    for (const auto& [key, value] : object.items()) {
        if (std::none_of(known.begin(), known.end(), [&](const char* k) { return key == k; }))
            throw Mistake{"\"" + key + "\" in " + where + " is not a known option."};
    }
}

template<typename T>
T required(const json& object, const char* key, const std::string& where)
{
    if (!object.contains(key))
        throw Mistake{std::string("\"") + key + "\" is missing in " + where + "."};
    try {
        return object.at(key).get<T>();
    } catch (const json::exception&) {
        throw Mistake{std::string("\"") + key + "\" in " + where + " is of the wrong type."};
    }
}

template<typename T>
T optional(const json& object, const char* key, T fallback, const std::string& where)
{
    return object.contains(key) ? required<T>(object, key, where) : fallback;
}

void checkName(const std::string& name)
{
    const auto plain = [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; };
    if (name.empty() || !std::all_of(name.begin(), name.end(), plain))
        throw Mistake{"The name \"" + name + "\" may have letters, digits, '-' and '_' only: it names a folder."};
}

std::vector<Metric> readMetrics(const json& recipe)
{
    if (!recipe.contains("metrics"))
        return {{"ap", "AP"}, {"ap50", "AP50"}, {"ap75", "AP75"}, {"ap_hidden", "hidden-part AP"}};
    std::vector<Metric> metrics;
    for (const json& item : required<std::vector<json>>(recipe, "metrics", "the recipe")) {
        onlyKeys(item, {"key", "label"}, "a metric");
        const auto key = required<std::string>(item, "key", "a metric");
        metrics.push_back({key, optional(item, "label", key, "a metric")});
    }
    if (metrics.empty())
        throw Mistake{"\"metrics\" is empty."};
    return metrics;
}

std::vector<Setting> readSettings(const json& recipe)
{
    const auto common = required<json>(recipe, "training", "the recipe");
    if (!common.is_object() || common.contains("seed"))
        throw Mistake{"\"training\" must be a training recipe without \"seed\"; \"seeds\" says them."};
    std::vector<Setting> settings;
    std::set<std::string> names;
    for (const json& item : required<std::vector<json>>(recipe, "settings", "the recipe")) {
        onlyKeys(item, {"name", "label", "changes"}, "a setting");
        Setting setting;
        setting.name = required<std::string>(item, "name", "a setting");
        checkName(setting.name);
        if (!names.insert(setting.name).second)
            throw Mistake{"There are two settings called \"" + setting.name + "\"."};
        setting.label = optional(item, "label", setting.name, "a setting");
        setting.recipe = common;
        setting.recipe.merge_patch(optional(item, "changes", json::object(), "a setting"));
        settings.push_back(std::move(setting));
    }
    if (settings.empty())
        throw Mistake{"\"settings\" is empty."};
    return settings;
}

template<typename Items, typename Name>
void checkKnown(const Items& items, Name nameOf, const std::string& wanted, const char* what)
{
    if (std::none_of(items.begin(), items.end(), [&](const auto& item) { return nameOf(item) == wanted; }))
        throw Mistake{std::string("There is no ") + what + " \"" + wanted + "\"."};
}

std::vector<Expectation> readOrders(const json& recipe, const BenchmarkRecipe& known)
{
    std::vector<Expectation> orders;
    for (const json& item : optional(recipe, "orders", std::vector<json>(), "the recipe")) {
        onlyKeys(item, {"better", "than", "metric", "above", "source"}, "an order");
        Expectation order;
        order.better = required<std::string>(item, "better", "an order");
        order.than = required<std::string>(item, "than", "an order");
        order.metric = optional<std::string>(item, "metric", known.metrics.front().key, "an order");
        order.above = optional(item, "above", 0.0, "an order");
        order.source = optional<std::string>(item, "source", "", "an order");
        for (const std::string& setting : {order.better, order.than})
            checkKnown(known.settings, [](const Setting& s) { return s.name; }, setting, "setting");
        checkKnown(known.metrics, [](const Metric& m) { return m.key; }, order.metric, "metric");
        orders.push_back(std::move(order));
    }
    return orders;
}

BenchmarkRecipe parsed(const json& recipe)
{
    onlyKeys(recipe,
             {"name", "title", "note", "seeds", "baseline", "metrics", "training", "settings", "orders"},
             "the recipe");
    BenchmarkRecipe result;
    result.name = required<std::string>(recipe, "name", "the recipe");
    checkName(result.name);
    result.title = optional(recipe, "title", result.name, "the recipe");
    result.note = optional<std::string>(recipe, "note", "", "the recipe");
    result.seeds = required<std::vector<std::uint64_t>>(recipe, "seeds", "the recipe");
    if (result.seeds.empty() || std::set(result.seeds.begin(), result.seeds.end()).size() != result.seeds.size())
        throw Mistake{"\"seeds\" must name at least one seed, and none twice."};
    result.metrics = readMetrics(recipe);
    result.settings = readSettings(recipe);
    result.baseline = optional(recipe, "baseline", result.settings.front().name, "the recipe");
    checkKnown(result.settings, [](const Setting& s) { return s.name; }, result.baseline, "setting");
    result.orders = readOrders(recipe, result);
    return result;
}

} // namespace

base::Result<BenchmarkRecipe> parseBenchmarkRecipe(const nlohmann::json& json)
{
    try {
        return parsed(json);
    } catch (const Mistake& mistake) {
        return base::fail(base::ErrorCode::InvalidArgument, mistake.message);
    }
}

base::Result<BenchmarkRecipe> readBenchmarkRecipe(const std::filesystem::path& file)
{
    const auto text = base::readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (json.is_discarded())
        return base::fail(base::ErrorCode::Corrupt,
                          "The recipe " + file.filename().string() + " is not valid JSON.");
    return parseBenchmarkRecipe(json);
}

} // namespace blastoscope::benchmark
