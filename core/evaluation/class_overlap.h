// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/error.h"

namespace blastoscope::evaluation {

/// Intersections and unions of the classes of semantic maps, summed over pictures (mean IoU: Long et al. 2015, sec. 5).
class ClassOverlap {
public:
    explicit ClassOverlap(std::size_t classes) : m_both(classes), m_either(classes) {}

    /// Class numbers of the pixels of one picture; pixels of unknown truth (masks::kUnknownClass) count for nothing.
    /// Fails with InvalidArgument, counting nothing, for maps of different size and for a class beyond those there are.
    base::Status add(std::span<const std::uint8_t> found, std::span<const std::uint8_t> truth);

    /// Nothing for a class that occurs neither in a truth nor in what was found.
    std::optional<double> of(std::size_t classNumber) const;
    /// Over the classes that occur; 0 without any.
    double mean() const;
    std::size_t classes() const { return m_both.size(); }

private:
    std::vector<std::int64_t> m_both, m_either;
};

} // namespace blastoscope::evaluation
