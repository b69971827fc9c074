// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/config_reader.h"

#include <cmath>
#include <sstream>
#include <utility>

namespace blastoscope::nn {

ConfigReader::ConfigReader(const nlohmann::json& json, std::string path) : m_json(json), m_path(std::move(path))
{
    if (!m_json.is_object()) {
        const std::string where = m_path.empty() ? "The configuration" : m_path;
        fail({base::ErrorCode::InvalidArgument, where + " must be an object { ... }.", {}});
    }
}

double ConfigReader::number(const std::string& key, double fallback, double lo, double hi)
{
    const double value = optional<double>(key, fallback);
    if (!(value >= lo && value <= hi)) {
        std::ostringstream message;
        message << quoted(key) << " is " << value << " but must lie between " << lo << " and " << hi << ".";
        fail({base::ErrorCode::InvalidArgument, message.str(), {}});
        return fallback;
    }
    return value;
}

std::int64_t ConfigReader::integer(const std::string& key, std::int64_t fallback, std::int64_t lo, std::int64_t hi)
{
    const auto value = optional<std::int64_t>(key, fallback);
    if (value < lo || value > hi) {
        fail({base::ErrorCode::InvalidArgument,
              quoted(key) + " is " + std::to_string(value) + " but must lie between " + std::to_string(lo) +
                  " and " + std::to_string(hi) + ".",
              {}});
        return fallback;
    }
    return value;
}

const nlohmann::json& ConfigReader::object(const std::string& key)
{
    static const nlohmann::json empty = nlohmann::json::object();
    m_known.insert(key);
    return has(key) ? m_json.at(key) : empty;
}

void ConfigReader::fail(base::Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

base::Status ConfigReader::finish()
{
    if (!m_error) {
        for (const auto& [key, value] : m_json.items()) {
            if (!m_known.contains(key)) {
                fail({base::ErrorCode::InvalidArgument,
                      quoted(key) + " is not a known option; check its spelling.", {}});
                break;
            }
        }
    }
    if (m_error)
        return tl::unexpected<base::Error>(*m_error);
    return {};
}

std::string ConfigReader::quoted(const std::string& key) const
{
    std::string text = "\"";
    text += pathOf(key);
    text += '"';
    return text;
}

void ConfigReader::missing(const std::string& key)
{
    fail({base::ErrorCode::InvalidArgument, quoted(key) + " is missing from the configuration.", {}});
}

void ConfigReader::wrongType(const std::string& key, const std::string& expected)
{
    fail({base::ErrorCode::InvalidArgument, quoted(key) + " must be " + expected + ".", {}});
}

} // namespace blastoscope::nn
