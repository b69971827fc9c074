// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/embryo_rule.h"

#include <sstream>

#include "core/base/file_io.h"

namespace blastoscope::dataset {
namespace {

std::string folderOf(const std::string& fileName)
{
    const auto folder = std::filesystem::path(fileName).parent_path().generic_string();
    return folder.empty() ? "." : folder;
}

} // namespace

base::Result<EmbryoRule> EmbryoRule::parse(const std::string& text)
{
    EmbryoRule rule;
    const std::string kind = text.substr(0, text.find(':'));
    const std::string value = kind.size() < text.size() ? text.substr(kind.size() + 1) : "";
    if (text.empty()) {
        rule.m_kind = Kind::IdOrFolder;
    } else if (text == "id") {
        rule.m_kind = Kind::Id;
    } else if (text == "folder") {
        rule.m_kind = Kind::Folder;
    } else if (kind == "pattern" && !value.empty()) {
        rule.m_kind = Kind::Pattern;
        try {
            rule.m_pattern = std::regex(value);
        } catch (const std::regex_error& error) {
            return base::fail(base::ErrorCode::InvalidArgument, "\"" + value + "\" is no regular expression.",
                              error.what());
        }
        if (rule.m_pattern.mark_count() < 1)
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The expression \"" + value + "\" needs a group ( ... ) around the embryo's name.");
    } else if (kind == "file" && !value.empty()) {
        rule.m_kind = Kind::List;
        if (auto status = rule.readList(value); !status)
            return tl::unexpected<base::Error>(status.error());
    } else {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "\"" + text + "\" is no way to tell embryos apart; there are id, folder, pattern:REGEX and "
                                        "file:LIST.csv.");
    }
    return rule;
}

base::Status EmbryoRule::readList(const std::filesystem::path& file)
{
    const auto text = base::readTextFile(file);
    if (!text)
        return tl::unexpected<base::Error>(text.error());
    std::istringstream lines(*text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (!line.empty() && line.back() == '\r')
            line.pop_back();
        if (line.empty())
            continue;
        const auto comma = line.rfind(',');
        if (comma == std::string::npos || comma == 0 || comma + 1 == line.size())
            return base::fail(base::ErrorCode::Corrupt, file.filename().string() + ", line " + std::to_string(number) +
                                                            ": expected FILE_NAME,EMBRYO.");
        m_list[line.substr(0, comma)] = line.substr(comma + 1);
    }
    return {};
}

base::Result<std::string> EmbryoRule::embryoOf(const formats::AnnotatedFrame& frame) const
{
    const auto unknown = [&](const char* why) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "It is not known which embryo \"" + frame.fileName + "\" shows: " + why);
    };
    switch (m_kind) {
    case Kind::IdOrFolder:
        return frame.embryoId.empty() ? folderOf(frame.fileName) : frame.embryoId;
    case Kind::Id:
        if (frame.embryoId.empty())
            return unknown("the annotations have no \"embryo_id\" for it.");
        return frame.embryoId;
    case Kind::Folder:
        return folderOf(frame.fileName);
    case Kind::Pattern: {
        std::smatch match;
        if (!std::regex_search(frame.fileName, match, m_pattern) || match[1].length() == 0)
            return unknown("the expression does not match its name.");
        return match[1].str();
    }
    case Kind::List:
        break;
    }
    const auto found = m_list.find(frame.fileName);
    if (found == m_list.end())
        return unknown("the list of embryos does not name it.");
    return found->second;
}

} // namespace blastoscope::dataset
