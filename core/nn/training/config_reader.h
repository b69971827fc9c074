// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace blastoscope::nn {

/// Reads one JSON object strictly: every key that is asked for is checked for its type, and finish() refuses keys that
/// nobody asked for, so that a misspelt option cannot pass unnoticed. The first error is kept; later reads return
/// defaults. Error messages name the key by its full path, e.g. "detector.steps".
class ConfigReader {
public:
    /// `path` prefixes the keys in messages; empty at the top. `json` must outlive the reader.
    ConfigReader(const nlohmann::json& json, std::string path);

    template<typename T>
    T required(const std::string& key)
    {
        return read<T>(key).value_or(T{});
    }

    template<typename T>
    T optional(const std::string& key, T fallback)
    {
        return has(key) ? read<T>(key).value_or(fallback) : fallback;
    }

    /// A number that must lie in [lo, hi].
    double number(const std::string& key, double fallback, double lo, double hi);
    std::int64_t integer(const std::string& key, std::int64_t fallback, std::int64_t lo, std::int64_t hi);

    bool has(const std::string& key) const { return m_json.is_object() && m_json.contains(key); }
    /// The object under `key` for a reader of its own; an empty object when absent.
    const nlohmann::json& object(const std::string& key);
    std::string pathOf(const std::string& key) const { return m_path.empty() ? key : m_path + "." + key; }
    /// The key's path in quotes, for messages.
    std::string quoted(const std::string& key) const;
    /// Records an error of the caller's own, e.g. from a nested reader.
    void fail(base::Error error);

    /// The first error (InvalidArgument unless fail() brought another), one about a key that nobody asked for, or
    /// success.
    base::Status finish();

private:
    template<typename T>
    std::optional<T> read(const std::string& key)
    {
        m_known.insert(key);
        if (!has(key)) {
            missing(key);
            return std::nullopt;
        }
        const nlohmann::json& value = m_json.at(key);
        if (!matches<T>(value)) {
            wrongType(key, typeName<T>());
            return std::nullopt;
        }
        return value.get<T>();
    }

    template<typename T>
    static bool matches(const nlohmann::json& value)
    {
        if constexpr (std::is_same_v<T, bool>)
            return value.is_boolean();
        else if constexpr (std::is_integral_v<T>)
            return value.is_number_integer();
        else if constexpr (std::is_floating_point_v<T>)
            return value.is_number();
        else if constexpr (std::is_same_v<T, std::string>)
            return value.is_string();
        else if constexpr (std::is_same_v<T, std::vector<std::string>>)
            return value.is_array() && allOf(value, [](const nlohmann::json& item) { return item.is_string(); });
        else
            return value.is_array() && allOf(value, [](const nlohmann::json& item) { return item.is_number(); });
    }

    template<typename Predicate>
    static bool allOf(const nlohmann::json& array, Predicate predicate)
    {
        for (const nlohmann::json& item : array) {
            if (!predicate(item))
                return false;
        }
        return true;
    }

    template<typename T>
    static const char* typeName()
    {
        if constexpr (std::is_same_v<T, bool>)
            return "true or false";
        else if constexpr (std::is_integral_v<T>)
            return "a whole number";
        else if constexpr (std::is_floating_point_v<T>)
            return "a number";
        else if constexpr (std::is_same_v<T, std::string>)
            return "a text";
        else if constexpr (std::is_same_v<T, std::vector<std::string>>)
            return "a list of texts";
        else
            return "a list of numbers";
    }

    void missing(const std::string& key);
    void wrongType(const std::string& key, const std::string& expected);

    const nlohmann::json& m_json;
    std::string m_path;
    std::set<std::string> m_known;
    std::optional<base::Error> m_error;
};

} // namespace blastoscope::nn
