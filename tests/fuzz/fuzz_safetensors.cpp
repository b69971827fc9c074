// SPDX-License-Identifier: Apache-2.0
// The header of a weight file; its data are read by offsets that were checked here.
#include <fstream>

#include "core/nn/io/safetensors_header.h"
#include "tests/fuzz/harness.h"
#include "tests/fuzz/scratch_file.h"

using namespace blastoscope;
using blastoscope::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::ifstream stream;
    const auto header = nn::openSafetensors(tests::scratchFile(data, size), stream);
    if (!header)
        return 0;
    require(header->dataStart <= size, "the data begin inside the file");
    for (const nn::TensorEntry& tensor : header->tensors) {
        require(tensor.begin <= tensor.end && tensor.end <= size - header->dataStart, "tensors lie inside the file");
        std::uint64_t bytes = nn::elementBytes(tensor.type);
        for (const auto extent : tensor.shape)
            bytes *= std::uint64_t(extent);
        require(bytes == tensor.end - tensor.begin, "shape and size agree");
    }
    return 0;
}
