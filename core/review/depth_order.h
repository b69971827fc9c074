// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::review {

/// The instances that lie on a circle of the depth order (A covers B, B covers C, C covers A), ascending; empty when
/// the order can be true.
std::vector<annotation::InstanceId> instancesOnCircles(const std::vector<annotation::DepthRelation>& order);

} // namespace blastoscope::review
