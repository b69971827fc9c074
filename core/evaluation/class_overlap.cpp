// SPDX-License-Identifier: Apache-2.0
#include "core/evaluation/class_overlap.h"

#include <algorithm>
#include <string>

#include "core/masks/semantic/semantic_map.h"

namespace blastoscope::evaluation {

base::Status ClassOverlap::add(std::span<const std::uint8_t> found, std::span<const std::uint8_t> truth)
{
    const auto isClass = [this](std::uint8_t c) { return c < classes(); };
    const auto isTruth = [&](std::uint8_t c) { return isClass(c) || c == masks::kUnknownClass; };
    if (found.size() != truth.size())
        return base::fail(base::ErrorCode::InvalidArgument, "The maps of classes differ in size.");
    if (!std::all_of(found.begin(), found.end(), isClass) || !std::all_of(truth.begin(), truth.end(), isTruth))
        return base::fail(base::ErrorCode::InvalidArgument,
                          "A map of classes holds a number above " + std::to_string(classes() - 1) + ".");
    for (std::size_t i = 0; i < truth.size(); ++i) {
        if (truth[i] == masks::kUnknownClass)
            continue;
        ++m_either[truth[i]];
        if (found[i] == truth[i])
            ++m_both[truth[i]];
        else
            ++m_either[found[i]];
    }
    return {};
}

std::optional<double> ClassOverlap::of(std::size_t classNumber) const
{
    if (m_either.at(classNumber) == 0)
        return {};
    return double(m_both[classNumber]) / double(m_either[classNumber]);
}

double ClassOverlap::mean() const
{
    double sum = 0;
    int occurring = 0;
    for (std::size_t c = 0; c < classes(); ++c) {
        if (const auto iou = of(c))
            sum += *iou, ++occurring;
    }
    return occurring > 0 ? sum / occurring : 0;
}

} // namespace blastoscope::evaluation
