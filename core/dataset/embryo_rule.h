// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <regex>
#include <string>

#include "core/base/error.h"
#include "core/formats/coco_annotation.h"

namespace blastoscope::dataset {

/// How to tell which embryo a frame shows. Written as text:
///   id              the key "embryo_id" of the annotations
///   folder          the folder that the picture lies in
///   pattern:REGEX   what the first group of the expression (ECMAScript) matches in the file name
///   file:LIST.csv   a list with lines FILE_NAME,EMBRYO
/// An empty text takes "embryo_id" where there is one and the folder otherwise.
class EmbryoRule {
public:
    /// Fails with InvalidArgument for another text or a bad expression, and as readTextFile does for a list.
    static base::Result<EmbryoRule> parse(const std::string& text);

    /// Fails with InvalidArgument when the rule says nothing about this frame; the message names it.
    base::Result<std::string> embryoOf(const formats::AnnotatedFrame& frame) const;

private:
    enum class Kind { IdOrFolder, Id, Folder, Pattern, List };

    base::Status readList(const std::filesystem::path& file);

    Kind m_kind = Kind::IdOrFolder;
    std::regex m_pattern;
    std::map<std::string, std::string> m_list; ///< file name to embryo
};

} // namespace blastoscope::dataset
