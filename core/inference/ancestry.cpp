// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "core/inference/model_card.h"

namespace blastoscope::inference {

std::string ModelCard::title() const
{
    return version.empty() ? name : name + " " + version;
}

std::vector<Ancestor> ancestryOf(const ModelCard& card, const std::vector<ModelCard>& known)
{
    std::vector<Ancestor> chain;
    std::set<std::string> seen = {card.sha256};
    const ModelCard* child = &card;
    while (!child->ancestor.empty() && seen.insert(child->ancestor).second) {
        const auto found = std::find_if(known.begin(), known.end(), [&](const ModelCard& candidate) {
            return candidate.sha256 == child->ancestor;
        });
        if (found == known.end()) {
            chain.push_back({child->ancestorName, child->ancestor, {}});
            break;
        }
        chain.push_back({found->title(), found->sha256, found->file});
        child = &*found;
    }
    return chain;
}

} // namespace blastoscope::inference
