// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace blastoscope::annotation {

/// Appends values in a form that is the same on every machine; ByteReader reads it back.
class ByteWriter {
public:
    void byte(std::uint8_t value) { m_bytes.push_back(char(value)); }
    void flag(bool value) { byte(value ? 1 : 0); }
    /// Seven bits per byte, lowest first; the eighth says that more follow.
    void number(std::uint64_t value);
    /// Small magnitudes of either sign take few bytes.
    void signedNumber(std::int64_t value);
    /// The eight bytes of an IEEE 754 number, lowest first: no bit is lost.
    void real(double value);
    void text(std::string_view value);

    const std::string& bytes() const { return m_bytes; }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

} // namespace blastoscope::annotation
