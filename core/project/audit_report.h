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

/// One row of the trail, for people.
struct AuditRow {
    std::int64_t number = 0; ///< from 1
    std::string time;        ///< UTC: "2026-11-21T09:30:05.120Z"
    std::string account;
    std::string name; ///< of the person; empty when none was given
    std::string workstation;
    std::string action;
    std::string objectType; ///< project, stack, frame or author
    std::string objectId;   ///< of a frame: the stack's id, '/' and its number from 0
    std::string field;
    std::string before;
    std::string after;
    std::string reason;
    std::string origin; ///< human, model, import or program
    std::string model;  ///< name and version, or the hash of one that has no name
};

} // namespace blastoscope::project
