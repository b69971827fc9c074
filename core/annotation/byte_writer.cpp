// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/byte_writer.h"

#include <bit>

namespace blastoscope::annotation {

void ByteWriter::number(std::uint64_t value)
{
    while (value >= 0x80) {
        byte(std::uint8_t(value | 0x80));
        value >>= 7;
    }
    byte(std::uint8_t(value));
}

void ByteWriter::signedNumber(std::int64_t value)
{
    number((std::uint64_t(value) << 1) ^ std::uint64_t(value >> 63));
}

void ByteWriter::real(double value)
{
    const auto bits = std::bit_cast<std::uint64_t>(value);
    for (int shift = 0; shift < 64; shift += 8)
        byte(std::uint8_t(bits >> shift));
}

void ByteWriter::text(std::string_view value)
{
    number(value.size());
    m_bytes.append(value);
}

} // namespace blastoscope::annotation
