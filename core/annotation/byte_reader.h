// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace blastoscope::annotation {

/// Reads what ByteWriter wrote, whatever the bytes are: the first value that is not there or not possible ends the
/// reading, and from then on every value is zero or empty and ok() is false. Reads never leave the given bytes.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_position == m_bytes.size(); }
    std::size_t left() const { return m_bytes.size() - m_position; }
    void fail() { m_ok = false; }

    std::uint8_t byte();
    /// Only 0 and 1 are possible.
    bool flag();
    std::uint64_t number();
    std::int64_t signedNumber();
    /// A signed number in the range of int.
    int integer();
    /// A number in [0, limit); e.g. that of an enumeration or how many things follow.
    std::size_t below(std::size_t limit);
    /// How many things follow, when each of them takes at least one byte.
    std::size_t count() { return below(left() + 1); }
    double real();
    std::string text();

private:
    std::string_view m_bytes;
    std::size_t m_position = 0;
    bool m_ok = true;
};

} // namespace blastoscope::annotation
