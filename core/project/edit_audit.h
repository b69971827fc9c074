// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "core/annotation/edit.h"
#include "core/project/audit_trail.h"
#include "core/project/document_store.h"

namespace blastoscope::project {

/// What the trail says about one frame that an edit changed: a row for its content, and one more when its review is
/// another now. `hash` is that of the new content.
std::vector<AuditEntry> entriesOf(const annotation::Edit& edit, const annotation::FrameRecord& frame,
                                  const std::string& stackUid, const StoredFrame& before, const std::string& hash);

/// What the trail says about new settings of a stack; empty when nothing changed.
std::vector<AuditEntry> entriesOf(const StackRecord& before, const StackRecord& after);

} // namespace blastoscope::project
