// SPDX-License-Identifier: Apache-2.0
#include "core/formats/json_reader.h"

#include <cmath>
#include <limits>

namespace blastoscope::formats {

using nlohmann::json;

namespace {

constexpr int kDeepest = 100;

/// Whether brackets outside of strings nest deeper than that.
bool isTooDeep(const std::string& text)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\')
            ++i;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '[' || c == '{') && ++depth > kDeepest)
            return true;
        else if (!inString && (c == ']' || c == '}'))
            --depth;
    }
    return false;
}

} // namespace

base::Result<json> parseJson(const std::string& text, const std::string& fileName)
{
    if (isTooDeep(text))
        return base::fail(base::ErrorCode::Corrupt, "\"" + fileName + "\" is nested deeper than any annotation file.");
    try {
        return json::parse(text);
    } catch (const json::exception& e) {
        return base::fail(base::ErrorCode::Corrupt, "\"" + fileName + "\" is not valid JSON.", e.what());
    }
}

JsonReader::JsonReader(const json& object, std::string where) : m_object(object), m_where(std::move(where))
{
    if (!object.is_object())
        fail("is not a JSON object");
}

void JsonReader::fail(const std::string& what)
{
    const char* end = what.ends_with('.') ? "" : ".";
    if (!m_error)
        m_error = base::Error{base::ErrorCode::Corrupt, m_where + ": " + what + end, {}};
}

const json* JsonReader::optionalMember(const char* key) const
{
    if (m_error || !m_object.is_object())
        return nullptr;
    const auto it = m_object.find(key);
    return it == m_object.end() || it->is_null() ? nullptr : &*it;
}

const json* JsonReader::required(const char* key)
{
    const json* member = optionalMember(key);
    if (!member)
        fail(std::string("\"") + key + "\" is missing");
    return member;
}

std::optional<std::int64_t> JsonReader::optionalInteger(const char* key)
{
    const json* member = optionalMember(key);
    if (!member)
        return std::nullopt;
    const bool tooLarge = member->is_number_unsigned() &&
                          member->get<std::uint64_t>() > std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (!member->is_number_integer() || tooLarge) {
        fail(std::string("\"") + key + "\" is not a whole number");
        return std::nullopt;
    }
    return member->get<std::int64_t>();
}

std::int64_t JsonReader::integer(const char* key)
{
    return required(key) ? optionalInteger(key).value_or(0) : 0;
}

int JsonReader::integerIn(const char* key, int lowest, int highest)
{
    const std::int64_t value = integer(key);
    if (!m_error && (value < lowest || value > highest))
        fail(std::string("\"") + key + "\" is " + std::to_string(value) + ", outside " + std::to_string(lowest) +
             " to " + std::to_string(highest));
    return m_error ? lowest : int(value);
}

std::optional<int> JsonReader::optionalInt(const char* key)
{
    if (!optionalMember(key))
        return std::nullopt;
    return integerIn(key, std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
}

std::optional<double> JsonReader::optionalNumber(const char* key)
{
    const json* member = optionalMember(key);
    if (!member)
        return std::nullopt;
    if (!member->is_number() || !std::isfinite(member->get<double>())) {
        fail(std::string("\"") + key + "\" is not a number");
        return std::nullopt;
    }
    return member->get<double>();
}

double JsonReader::number(const char* key)
{
    return required(key) ? optionalNumber(key).value_or(0) : 0;
}

std::string JsonReader::optionalText(const char* key)
{
    const json* member = optionalMember(key);
    if (!member)
        return {};
    if (!member->is_string()) {
        fail(std::string("\"") + key + "\" is not a text");
        return {};
    }
    return member->get<std::string>();
}

bool JsonReader::optionalFlag(const char* key)
{
    const json* member = optionalMember(key);
    if (!member)
        return false;
    if (member->is_boolean())
        return member->get<bool>();
    if (member->is_number_integer() && (*member == 0 || *member == 1))
        return *member == 1;
    fail(std::string("\"") + key + "\" is neither 0 nor 1");
    return false;
}

const json& JsonReader::list(const char* key, bool isRequired)
{
    static const json kEmpty = json::array();
    const json* member = isRequired ? required(key) : optionalMember(key);
    if (member && !member->is_array())
        fail(std::string("\"") + key + "\" is not a list");
    return member && !m_error ? *member : kEmpty;
}

std::vector<double> JsonReader::optionalNumbers(const char* key, std::size_t count)
{
    std::vector<double> values;
    for (const json& element : list(key, false)) {
        if (!element.is_number() || !std::isfinite(element.get<double>())) {
            fail(std::string("\"") + key + "\" contains something that is not a number");
            return {};
        }
        values.push_back(element.get<double>());
    }
    if (count != 0 && !values.empty() && values.size() != count)
        fail(std::string("\"") + key + "\" does not have " + std::to_string(count) + " numbers");
    return values;
}

std::string JsonReader::optionalObjectText(const char* key)
{
    const json* member = optionalMember(key);
    if (!member)
        return {};
    if (!member->is_object()) {
        fail(std::string("\"") + key + "\" is not an object");
        return {};
    }
    return member->dump(-1, ' ', false, json::error_handler_t::replace);
}

std::vector<std::string> JsonReader::optionalTexts(const char* key)
{
    std::vector<std::string> values;
    for (const json& element : list(key, false)) {
        if (!element.is_string()) {
            fail(std::string("\"") + key + "\" contains something that is not a text");
            return {};
        }
        values.push_back(element.get<std::string>());
    }
    return values;
}

} // namespace blastoscope::formats
