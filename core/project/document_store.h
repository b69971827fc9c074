// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/annotation/edit.h"
#include "core/project/database.h"
#include "core/project/project_types.h"

/// The tables of frames, instances and the journal. Functions throw SQLite::Exception.
namespace blastoscope::project {

/// SHA-256 of everything in the frame; empty when there is nothing in it.
std::string contentHash(const annotation::FrameAnnotation& frame);
/// What is stored of a frame, without its objects.
struct StoredFrame {
    std::string hash; ///< contentHash()
    annotation::ReviewState review = annotation::ReviewState::ToDo;
};
/// An empty hash and ToDo where nothing is stored.
StoredFrame storedFrame(Database& database, StackKey stack, int frame);

/// Puts the frame with its objects in the place of what was stored; `hash` is its contentHash().
void writeFrame(Database& database, StackKey stack, const annotation::FrameRecord& record, const std::string& hash);
/// Adds the step or brings it up to date; of its changes those that are in the record.
void writeStep(Database& database, StackKey stack, const annotation::StepRecord& record);
/// With their changes.
void deleteStep(Database& database, StackKey stack, annotation::StepId id);
void deleteSteps(Database& database, StackKey stack);

/// The frames that hold something. Fails with Corrupt when what is stored is impossible.
base::Result<std::map<int, annotation::FrameRecord>> readFrames(Database& database, StackKey stack);
/// Without the changes.
base::Result<std::vector<annotation::StepRecord>> readSteps(Database& database, StackKey stack);
/// The changes of one step in their order, in the form of annotation::encodeChange(). Fails with NotFound.
base::Result<std::vector<std::string>> readChanges(Database& database, StackKey stack, annotation::StepId id);

} // namespace blastoscope::project
