// SPDX-License-Identifier: Apache-2.0
#include "core/formats/object_mask_names.h"

#include <regex>

namespace blastoscope::formats {

bool isObjectEnding(const std::string& rest)
{
    static const std::regex pattern("[-_. ]+([A-Za-z]+[-_. ]*)?[0-9]+");
    return std::regex_match(rest, pattern);
}

std::optional<ObjectMaskName> splitObjectMaskName(const std::string& stem)
{
    static const std::regex pattern("(.*?[^-_. ])[-_. ]+((?:masks?|cells?|obj|objects?|inst|instances?|nucleus|nuclei|"
                                    "blastomeres?|worms?|roi|seg)[-_. ]*)?[0-9]+",
                                    std::regex::icase);
    std::smatch match;
    if (!std::regex_match(stem, match, pattern))
        return std::nullopt;
    return ObjectMaskName{match[1].str(), match[2].matched};
}

} // namespace blastoscope::formats
