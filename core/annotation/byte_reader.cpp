// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/byte_reader.h"

#include <bit>
#include <limits>

namespace blastoscope::annotation {

std::uint8_t ByteReader::byte()
{
    if (!m_ok || atEnd()) {
        m_ok = false;
        return 0;
    }
    return std::uint8_t(m_bytes[m_position++]);
}

bool ByteReader::flag()
{
    return below(2) == 1;
}

std::uint64_t ByteReader::number()
{
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::uint8_t next = byte();
        if (shift == 63 && next > 1)
            break;
        value |= std::uint64_t(next & 0x7f) << shift;
        if (!(next & 0x80))
            return m_ok ? value : 0;
    }
    m_ok = false;
    return 0;
}

std::int64_t ByteReader::signedNumber()
{
    const std::uint64_t value = number();
    return std::int64_t(value >> 1) ^ -std::int64_t(value & 1);
}

int ByteReader::integer()
{
    const std::int64_t value = signedNumber();
    if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
        m_ok = false;
        return 0;
    }
    return int(value);
}

std::size_t ByteReader::below(std::size_t limit)
{
    const std::uint64_t value = number();
    if (value >= limit) {
        m_ok = false;
        return 0;
    }
    return std::size_t(value);
}

double ByteReader::real()
{
    std::uint64_t bits = 0;
    for (int shift = 0; shift < 64; shift += 8)
        bits |= std::uint64_t(byte()) << shift;
    return m_ok ? std::bit_cast<double>(bits) : 0;
}

std::string ByteReader::text()
{
    const std::size_t size = count();
    if (!m_ok)
        return {};
    const std::string_view value = m_bytes.substr(m_position, size);
    m_position += size;
    return std::string(value);
}

} // namespace blastoscope::annotation
