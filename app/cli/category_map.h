// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "core/base/object_class.h"
#include "core/formats/coco.h"

namespace blastoscope::cli {

/// The category of a foreign COCO file for one of our classes: the one of that name; the only one, for blastomeres; our
/// own number when the file does not use it for something else; nothing otherwise.
std::optional<int> categoryFor(base::ObjectClass objectClass, const formats::CocoDataset& dataset);

} // namespace blastoscope::cli
