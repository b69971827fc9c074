// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/error.h"

namespace blastoscope::formats {

/// Parses JSON text; fails with Corrupt and the position of the mistake, and for lists and objects nested more than 100
/// deep, so that later work on the values may recurse. `fileName` is for the message.
base::Result<nlohmann::json> parseJson(const std::string& text, const std::string& fileName);

/// Reads the members of one JSON object. The first thing that is wrong is kept and every later call returns a neutral
/// value, so that a caller reads all members first and asks once.
class JsonReader {
public:
    /// `where` begins the messages, e.g. `labels.json, annotation 17`. `object` must outlive the reader.
    JsonReader(const nlohmann::json& object, std::string where);

    std::int64_t integer(const char* key);
    std::optional<std::int64_t> optionalInteger(const char* key);
    /// An integer that fits into int and lies in [lowest, highest].
    int integerIn(const char* key, int lowest, int highest);
    std::optional<int> optionalInt(const char* key);
    double number(const char* key);
    std::optional<double> optionalNumber(const char* key);
    /// Empty when absent.
    std::string optionalText(const char* key);
    /// true, false, 0 or 1; false when absent.
    bool optionalFlag(const char* key);
    /// Exactly `count` finite numbers when `count` is not 0; empty when absent.
    std::vector<double> optionalNumbers(const char* key, std::size_t count = 0);
    std::vector<std::string> optionalTexts(const char* key);
    /// The text of a member that is an object; empty when absent.
    std::string optionalObjectText(const char* key);
    /// The member, or null when absent or JSON null.
    const nlohmann::json* optionalMember(const char* key) const;
    /// The member as a list; a list without elements when absent and not required.
    const nlohmann::json& list(const char* key, bool required);

    void fail(const std::string& what);
    bool hasFailed() const { return m_error.has_value(); }
    const base::Error& error() const { return *m_error; }
    const std::string& where() const { return m_where; }

private:
    const nlohmann::json* required(const char* key);

    const nlohmann::json& m_object;
    std::string m_where;
    std::optional<base::Error> m_error;
};

} // namespace blastoscope::formats
