// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotation/byte_reader.h"
#include "core/annotation/byte_writer.h"
#include "core/annotation/instance.h"
#include "core/base/error.h"

namespace blastoscope::annotation {

/// The compact form of silhouettes and frames that the project file keeps. Lossless: what is read back is equal to
/// what was written, bit by bit, and equal values have equal bytes. Readers take any bytes; those that no writer made
/// leave the reader failed.

/// Size, then the run lengths, from the third on as the difference to the one two before: about one byte per run.
void write(ByteWriter& out, const masks::RleMask& mask);
void write(ByteWriter& out, const std::optional<masks::RleMask>& mask);
void write(ByteWriter& out, const Instance& instance);
void write(ByteWriter& out, const std::vector<DepthRelation>& order);
void write(ByteWriter& out, const FrameAnnotation& frame);

masks::RleMask readMask(ByteReader& in);
std::optional<masks::RleMask> readOptionalMask(ByteReader& in);
Instance readInstance(ByteReader& in);
std::vector<DepthRelation> readOrder(ByteReader& in);
/// A frame whose masks have its size.
FrameAnnotation readFrame(ByteReader& in);

/// One mask alone; decoding fails with Corrupt.
std::string encodeMask(const masks::RleMask& mask);
base::Result<masks::RleMask> decodeMask(std::string_view bytes);

/// Everything in a frame; the bytes differ when anything in it does.
std::string encodeFrame(const FrameAnnotation& frame);

} // namespace blastoscope::annotation
