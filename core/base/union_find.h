// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace blastoscope::base {

/// Disjoint sets of the elements 0, 1, …, each named by one of its elements, its root (union-find with path halving,
/// Tarjan and van Leeuwen 1984). Elements must exist. Not thread-safe: looking up a root shortens paths.
class UnionFind {
public:
    /// `size` elements, each a set of its own.
    explicit UnionFind(std::size_t size = 0) : m_parents(size)
    {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t(0));
    }

    /// One more element, a set of its own; its number.
    std::size_t add()
    {
        m_parents.push_back(m_parents.size());
        return m_parents.back();
    }

    std::size_t rootOf(std::size_t i)
    {
        while (m_parents[i] != i)
            i = m_parents[i] = m_parents[m_parents[i]];
        return i;
    }

    /// Puts the set of `b` into that of `a`, which keeps its root.
    void join(std::size_t a, std::size_t b) { m_parents[rootOf(b)] = rootOf(a); }

private:
    std::vector<std::size_t> m_parents;
};

} // namespace blastoscope::base
