// SPDX-License-Identifier: Apache-2.0
#include "core/nn/io/checkpoint.h"

namespace blastoscope::nn {

namespace {

constexpr const char* kFormatKey = "format";
constexpr const char* kFormat = "blastoscope-checkpoint-1";
constexpr const char* kInfoKey = "info";

} // namespace

base::Status writeCheckpoint(const std::filesystem::path& path, const Checkpoint& checkpoint)
{
    TensorFile file{checkpoint.tensors, {{kFormatKey, kFormat}}};
    try {
        file.metadata[kInfoKey] = checkpoint.info.dump();
    } catch (const nlohmann::json::exception& exception) {
        return base::fail(base::ErrorCode::InvalidArgument, "The checkpoint's description is not valid UTF-8.",
                          exception.what());
    }
    return writeTensorFile(path, file);
}

base::Result<Checkpoint> readCheckpoint(const std::filesystem::path& path)
{
    auto file = readTensorFile(path);
    if (!file)
        return tl::unexpected(file.error());
    const auto format = file->metadata.find(kFormatKey);
    const auto info = file->metadata.find(kInfoKey);
    if (format == file->metadata.end() || format->second != kFormat || info == file->metadata.end()) {
        return base::fail(base::ErrorCode::Incompatible,
                          "\"" + path.filename().string() + "\" is not a checkpoint of this program.");
    }
    Checkpoint checkpoint{std::move(file->tensors), nlohmann::json::parse(info->second, nullptr, false)};
    if (checkpoint.info.is_discarded()) {
        return base::fail(base::ErrorCode::Corrupt,
                          "The description in \"" + path.filename().string() + "\" is damaged.");
    }
    return checkpoint;
}

} // namespace blastoscope::nn
