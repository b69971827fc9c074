// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace blastoscope::base {

/// xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64. Unlike the standard distributions it gives the same
/// numbers with every standard library, so a seed names one simulated embryo everywhere. Not thread-safe.
class Random {
public:
    explicit Random(std::uint64_t seed);

    /// Any 64 bits.
    std::uint64_t next();
    /// [0, 1)
    double uniform();
    /// [lo, hi)
    double uniform(double lo, double hi) { return lo + (hi - lo) * uniform(); }
    /// {lo, ..., hi}, both included; lo <= hi
    int integer(int lo, int hi);
    /// Normal deviate of mean 0 and standard deviation 1 (Box and Muller 1958).
    double normal();
    double normal(double mean, double sd) { return mean + sd * normal(); }
    /// Poisson deviate (Knuth's product of uniforms); takes about `mean` steps, mean in [0, 700].
    int poisson(double mean);
    /// True with that probability, [0, 1].
    bool chance(double probability) { return uniform() < probability; }

    /// An independent stream, e.g. one per frame: derived from this seed and `stream` only.
    Random split(std::uint64_t stream) const;

    using State = std::array<std::uint64_t, 4>;
    State state() const { return m_state; }
    void setState(const State& state) { m_state = state; }

private:
    State m_state{};
    std::uint64_t m_seed = 0;
};

} // namespace blastoscope::base
