// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/base/object_class.h"
#include "core/formats/coco.h"
#include "core/inference/segmenter.h"

namespace blastoscope::cli {

/// The category of a foreign COCO file for one of our classes: the one of that name; the only one, for blastomeres; our
/// own number when the file does not use it for something else; nothing otherwise.
std::optional<int> categoryFor(base::ObjectClass objectClass, const formats::CocoDataset& dataset);

/// The category of that name.
std::optional<int> categoryNamed(const std::string& name, const formats::CocoDataset& dataset);

/// A dataset of what a model found, in our own categories; or, for a model of another kind of object, with that as its
/// only category, under the number of our blastomeres.
formats::CocoDataset inCategoriesOf(const inference::ModelInfo& model, formats::CocoDataset dataset);

} // namespace blastoscope::cli
