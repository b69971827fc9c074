// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace blastoscope::inference {

/// Whether the text of /proc/cpuinfo names a processor that multiplies bfloat16 matrices itself (amx_bf16 or
/// avx512_bf16); others emulate it, slower than float.
bool hasBf16Instructions(std::string_view cpuinfo);

/// Whether convolutions in bfloat16 are faster than in float on this computer. Processors with the instructions differ:
/// with AMX bf16 is several times faster, with avx512_bf16 alone it may be slower. So one layer like those of the
/// models is timed in both formats, once per process (about a tenth of a second); without the instructions nothing is
/// timed. Thread-safe.
bool isBf16Faster();

} // namespace blastoscope::inference
