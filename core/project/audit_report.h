// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace blastoscope::project {

/// What a look at the whole audit trail found.
struct AuditReport {
    std::int64_t rows = 0;
    std::string head = {};                  ///< hash of the last row; names the whole trail
    std::vector<std::string> problems = {}; ///< sentences for people; empty when everything fits
    bool isIntact() const { return problems.empty(); }
};

} // namespace blastoscope::project
