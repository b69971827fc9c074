// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/error.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

using TensorMap = std::map<std::string, torch::Tensor>;

/// The content of a safetensors file (huggingface.co/docs/safetensors): named tensors and metadata strings. Nothing in
/// such a file is ever executed.
struct TensorFile {
    TensorMap tensors; ///< contiguous, on the CPU, in the dtype of the file
    std::map<std::string, std::string> metadata;
};

/// Number format of floating-point tensors in the file; Half rounds float and double to fp16, bfloat16 is kept.
enum class FloatStorage { AsIs, Half };

/// Dtypes: F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL. Every size in the file is checked against the file's
/// length before memory is taken. Errors: NotFound, PermissionDenied, Truncated, Corrupt, Unsupported (dtype),
/// OutOfMemory.
base::Result<TensorFile> readTensorFile(const std::filesystem::path& path);

/// Only the metadata; the whole header is checked nevertheless.
base::Result<std::map<std::string, std::string>> readTensorFileMetadata(const std::filesystem::path& path);

/// Writes beside `path` and renames, so that a reader sees the old file or the whole new one. Tensors may lie on any
/// device. Equal content gives equal bytes.
base::Status writeTensorFile(const std::filesystem::path& path, const TensorFile& file,
                             FloatStorage storage = FloatStorage::AsIs);

/// Parameters and buffers of a module under `prefix` + their key; shared storage, not copies.
TensorMap stateOf(const torch::nn::Module& module, const std::string& prefix = {});

/// Rounds every floating-point parameter and buffer of a module to what FloatStorage::Half keeps of it, so that what is
/// measured is what is written.
void roundToHalf(torch::nn::Module& module);

/// Those whose names begin with `prefix`, without it; shared storage, not copies.
TensorMap tensorsUnder(const TensorMap& tensors, const std::string& prefix);

/// Copies the tensors under `prefix` into the module, converting dtypes. Every key must exist on both sides with the
/// same shape; otherwise nothing is changed and the error (Incompatible) names what is missing, unexpected or of
/// another shape. Tensors with a floating-point NaN or infinity are Corrupt.
base::Status loadState(torch::nn::Module& module, const TensorMap& tensors, const std::string& prefix = {});

} // namespace blastoscope::nn
