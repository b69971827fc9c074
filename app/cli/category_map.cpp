// SPDX-License-Identifier: Apache-2.0
#include "app/cli/category_map.h"

namespace blastoscope::cli {

std::optional<int> categoryFor(base::ObjectClass objectClass, const formats::CocoDataset& dataset)
{
    for (const auto& [id, name] : dataset.categories)
        if (name == base::nameOf(objectClass))
            return id;
    if (dataset.categories.size() == 1 && objectClass == base::ObjectClass::Blastomere)
        return dataset.categories.begin()->first;
    if (!dataset.categories.contains(int(objectClass)))
        return int(objectClass);
    return std::nullopt;
}

} // namespace blastoscope::cli
