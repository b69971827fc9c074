// SPDX-License-Identifier: Apache-2.0
#include "core/nn/io/safetensors_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

namespace blastoscope::nn {

namespace {

using nlohmann::json;

/// As in the reference implementation.
constexpr std::uint64_t kMaxHeaderBytes = 100'000'000;
constexpr std::size_t kMaxRank = 8;

constexpr std::array<std::pair<const char*, std::size_t>, 10> kTypes = {{{"F64", 8},
                                                                         {"F32", 4},
                                                                         {"F16", 2},
                                                                         {"BF16", 2},
                                                                         {"I64", 8},
                                                                         {"I32", 4},
                                                                         {"I16", 2},
                                                                         {"I8", 1},
                                                                         {"U8", 1},
                                                                         {"BOOL", 1}}};

/// One file while it is being checked; the messages name it.
class HeaderParser {
public:
    HeaderParser(std::string fileName, std::uint64_t fileBytes) : m_file(std::move(fileName)), m_fileBytes(fileBytes) {}

    base::Result<SafetensorsHeader> parse(std::istream& stream)
    {
        std::array<unsigned char, 8> prefix{};
        if (m_fileBytes < prefix.size() || !stream.read(reinterpret_cast<char*>(prefix.data()), prefix.size()))
            return truncated("it is only " + std::to_string(m_fileBytes) + " bytes long");
        std::uint64_t length = 0;
        for (std::size_t i = 0; i < prefix.size(); ++i)
            length |= std::uint64_t(prefix[i]) << (8 * i);
        if (length > kMaxHeaderBytes)
            return corrupt("its header claims " + std::to_string(length) + " bytes, so this is no safetensors file");
        if (length > m_fileBytes - prefix.size())
            return truncated("its header claims " + std::to_string(length) + " bytes");
        std::string text(std::size_t(length), '\0');
        if (!stream.read(text.data(), std::streamsize(length)))
            return base::fail(base::ErrorCode::Io, "Reading \"" + m_file + "\" failed.");
        m_dataBytes = m_fileBytes - prefix.size() - length;
        SafetensorsHeader header;
        header.dataStart = prefix.size() + length;
        if (auto parsed = parseText(text, header); !parsed)
            return tl::unexpected(parsed.error());
        return header;
    }

private:
    base::Status parseText(const std::string& text, SafetensorsHeader& header) const
    {
        std::string repeated;
        const json root = parseUnique(text, repeated);
        if (!repeated.empty())
            return corrupt("its header has \"" + repeated + "\" twice");
        if (!root.is_object())
            return corrupt("its header is not a JSON object");
        for (const auto& [name, value] : root.items()) {
            auto parsed = name == "__metadata__" ? parseMetadata(value, header) : parseEntry(name, value, header);
            if (!parsed)
                return parsed;
        }
        return checkCoverage(header);
    }

    /// JSON allows a key twice, and readers differ in which one they take; here it is an error.
    static json parseUnique(const std::string& text, std::string& repeated)
    {
        std::vector<std::set<std::string>> keys;
        const auto watch = [&](int, json::parse_event_t event, json& value) {
            if (event == json::parse_event_t::object_start)
                keys.emplace_back();
            else if (event == json::parse_event_t::object_end)
                keys.pop_back();
            else if (event == json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
                repeated = value.get<std::string>();
            return true;
        };
        return json::parse(text, watch, false);
    }

    base::Status parseMetadata(const json& value, SafetensorsHeader& header) const
    {
        if (!value.is_object())
            return corrupt("its metadata is not an object");
        for (const auto& [key, text] : value.items()) {
            if (!text.is_string())
                return corrupt("its metadata \"" + key + "\" is not a text");
            header.metadata[key] = text.get<std::string>();
        }
        return {};
    }

    base::Status parseEntry(const std::string& name, const json& value, SafetensorsHeader& header) const
    {
        const std::string tensor = "its tensor \"" + name + "\"";
        const auto has = [&value](const char* key) { return value.is_object() && value.contains(key); };
        if (!has("dtype") || !value["dtype"].is_string() || !has("shape") || !has("data_offsets"))
            return corrupt(tensor + " is not fully described");
        TensorEntry entry{name, value["dtype"].get<std::string>(), {}, 0, 0};
        if (elementBytes(entry.type) == 0) {
            return base::fail(base::ErrorCode::Unsupported, "\"" + m_file + "\" cannot be read: " + tensor +
                                                                " has the number format \"" + entry.type + "\".");
        }
        const auto bytes = parseShape(value["shape"], entry);
        if (!bytes)
            return corrupt(tensor + " has an impossible shape");
        const json& offsets = value["data_offsets"];
        if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
            !offsets[1].is_number_unsigned())
            return corrupt(tensor + " has no valid position");
        entry.begin = offsets[0].get<std::uint64_t>();
        entry.end = offsets[1].get<std::uint64_t>();
        if (entry.begin > entry.end || entry.end - entry.begin != *bytes)
            return corrupt(tensor + " has a shape and a size that contradict each other");
        if (entry.end > m_dataBytes)
            return truncated(tensor + " ends behind the end of the file");
        header.tensors.push_back(std::move(entry));
        return {};
    }

    /// The number of bytes that the shape takes; none when it is invalid or more than the file holds.
    std::optional<std::uint64_t> parseShape(const json& shape, TensorEntry& entry) const
    {
        if (!shape.is_array() || shape.size() > kMaxRank)
            return std::nullopt;
        std::uint64_t nonZero =
            elementBytes(entry.type); // keeps growing also behind a zero, so that no product overflows
        bool empty = false;
        for (const json& extent : shape) {
            if (!extent.is_number_unsigned())
                return std::nullopt;
            const auto n = extent.get<std::uint64_t>();
            empty = empty || n == 0;
            if (n > 1 && nonZero > std::uint64_t(INT64_MAX) / n)
                return std::nullopt;
            nonZero *= std::max<std::uint64_t>(n, 1);
            entry.shape.push_back(int64_t(n));
        }
        return empty ? 0 : nonZero;
    }

    base::Status checkCoverage(SafetensorsHeader& header) const
    {
        std::sort(header.tensors.begin(), header.tensors.end(), [](const TensorEntry& a, const TensorEntry& b) {
            return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
        });
        std::uint64_t position = 0;
        for (const TensorEntry& entry : header.tensors) {
            if (entry.begin < position)
                return corrupt("its tensor \"" + entry.name + "\" overlaps another");
            if (entry.begin > position)
                return corrupt("there is a gap before its tensor \"" + entry.name + "\"");
            position = entry.end;
        }
        if (position != m_dataBytes) {
            return corrupt(std::to_string(m_dataBytes - position) + " bytes at its end belong to no tensor");
        }
        return {};
    }

    tl::unexpected<base::Error> corrupt(const std::string& what) const
    {
        return base::fail(base::ErrorCode::Corrupt, "\"" + m_file + "\" is damaged: " + what + ".");
    }

    tl::unexpected<base::Error> truncated(const std::string& what) const
    {
        return base::fail(base::ErrorCode::Truncated,
                          "\"" + m_file + "\" is cut off: " + what + ". Copy or download the file again.");
    }

    std::string m_file;
    std::uint64_t m_fileBytes;
    std::uint64_t m_dataBytes = 0;
};

} // namespace

std::size_t elementBytes(const std::string& type)
{
    const auto found =
        std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& known) { return type == known.first; });
    return found == kTypes.end() ? 0 : found->second;
}

base::Result<SafetensorsHeader> openSafetensors(const std::filesystem::path& path, std::ifstream& stream)
{
    const std::string name = path.filename().string();
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return base::fail(base::ErrorCode::NotFound, "There is no file \"" + name + "\".");
    if (!std::filesystem::is_regular_file(status))
        return base::fail(base::ErrorCode::InvalidArgument, "\"" + name + "\" is not a file.");
    const auto bytes = std::filesystem::file_size(path, error);
    stream.open(path, std::ios::binary);
    if (error || !stream)
        return base::fail(base::ErrorCode::PermissionDenied, "\"" + name + "\" cannot be opened for reading.");
    return HeaderParser(name, bytes).parse(stream);
}

} // namespace blastoscope::nn
