// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/inference/model_card.h"

namespace blastoscope::inference {

/// Where weight files are looked for.
struct ModelPlaces {
    std::vector<std::filesystem::path> shipped; ///< files, the default first
    std::vector<std::filesystem::path> files;   ///< others, e.g. one that a person chose
    std::filesystem::path runs;                 ///< folder whose subfolders may each hold model.safetensors
};

/// A weight file that was found.
struct ShelvedModel {
    std::filesystem::path file;
    bool shipped = false;
    base::Result<ModelCard> card; ///< or why it cannot be used
};

using CardReader = std::function<base::Result<ModelCard>(const std::filesystem::path&)>;

/// Every weight file of these places once: shipped ones in their order, then the others by file time, the newest first.
/// A shipped file that is missing is listed with its error; another one is left out. Reads every file: on a worker
/// thread. What was not read when `cancel` fired is not in the list.
std::vector<ShelvedModel> findModels(const ModelPlaces& places, const CardReader& read,
                                     const base::CancellationToken& cancel);

/// Copies a weight file; the copy appears whole or not at all and replaces what is there. Fails with InvalidArgument
/// when both are the same file, and with Io. On a worker thread.
base::Status copyModel(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace blastoscope::inference
