// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

/// Writes a TIFF of `frames` uncompressed 16-bit pages of `side` x `side` pixels, each with a disc on noisy ground; the
/// file takes 2 * side * side * frames bytes. Throws std::runtime_error when it cannot be written.
void writeLongTiff(const std::filesystem::path& path, int frames, int side);
