// SPDX-License-Identifier: Apache-2.0
#include "core/measure/embryo_ids.h"

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/ids.h"
#include "core/base/sha256.h"

namespace blastoscope::measure {
namespace {

using nlohmann::json;

base::Result<json> readTable(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path))
        return json{{"salt", base::randomId()}, {"ids", json::object()}};
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    json table = json::parse(*text, nullptr, false);
    const bool valid = table.is_object() && table.contains("salt") && table["salt"].is_string() &&
                       table.contains("ids") && table["ids"].is_object();
    if (!valid)
        return base::fail(base::ErrorCode::Corrupt,
                          "The table of embryo ids is damaged. Move it away to begin a new one.", path.string());
    return table;
}

} // namespace

base::Result<std::string> EmbryoIds::idOf(const std::filesystem::path& source) const
{
    auto table = readTable(m_table);
    if (!table)
        return tl::unexpected(table.error());
    std::error_code error;
    const auto absolute = std::filesystem::weakly_canonical(source, error);
    const std::string name = (*table)["salt"].get<std::string>() + (error ? source : absolute).string();
    const std::string key = base::sha256Hex(name.data(), name.size());
    json& ids = (*table)["ids"];
    if (ids.contains(key) && ids[key].is_string())
        return ids[key].get<std::string>();
    const std::string id = base::randomId();
    ids[key] = id;
    if (const auto ok = base::makeFolder(m_table.parent_path()); !ok)
        return tl::unexpected(ok.error());
    if (const auto ok = base::writeTextFile(m_table, table->dump(1) + "\n"); !ok)
        return tl::unexpected(ok.error());
    return id;
}

} // namespace blastoscope::measure
