// SPDX-License-Identifier: Apache-2.0
#include "app/cli/category_map.h"

#include "core/inference/segmented_frame.h"

namespace blastoscope::cli {

std::optional<int> categoryNamed(const std::string& name, const formats::CocoDataset& dataset)
{
    for (const auto& [id, known] : dataset.categories)
        if (known == name)
            return id;
    return std::nullopt;
}

formats::CocoDataset inCategoriesOf(const inference::ModelInfo& model, formats::CocoDataset dataset)
{
    if (const std::string own = inference::ownObjectName(model.classNames); !own.empty()) {
        dataset.categories = {{int(base::ObjectClass::Blastomere), own}};
        dataset.ownNames = {int(base::ObjectClass::Blastomere)};
    }
    return dataset;
}

std::optional<int> categoryFor(base::ObjectClass objectClass, const formats::CocoDataset& dataset)
{
    if (const auto named = categoryNamed(std::string(base::nameOf(objectClass)), dataset))
        return named;
    if (dataset.categories.size() == 1 && objectClass == base::ObjectClass::Blastomere)
        return dataset.categories.begin()->first;
    if (!dataset.categories.contains(int(objectClass)))
        return int(objectClass);
    return std::nullopt;
}

} // namespace blastoscope::cli
