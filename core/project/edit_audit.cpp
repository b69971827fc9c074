// SPDX-License-Identifier: Apache-2.0
#include "core/project/edit_audit.h"

#include <array>
#include <charconv>

namespace blastoscope::project {

using namespace annotation;

namespace {

/// In the order of StepKind.
constexpr std::array kStepNames = {
    "segment_frame",       "add_instance",       "remove_instances", "reshape_instance", "change_attributes",
    "change_depth_order",  "change_review",      "clear_frame",      "split_instance",   "merge_instances",
    "duplicate_instances", "import_annotations", "track_cells",      "correct_tracks"};
static_assert(kStepNames.size() >= std::size_t(kStepKinds));

const char* nameOf(StepKind kind)
{
    return kStepNames[std::size_t(kind)];
}

const char* nameOf(ReviewState review)
{
    switch (review) {
    case ReviewState::ToDo: return "to_do";
    case ReviewState::Accepted: return "accepted";
    case ReviewState::Corrected: return "corrected";
    case ReviewState::Rejected: return "rejected";
    }
    return "";
}

std::string actionOf(const Edit& edit)
{
    switch (edit.action) {
    case EditAction::Undo: return std::string("undo ") + nameOf(edit.kind);
    case EditAction::Redo: return std::string("redo ") + nameOf(edit.kind);
    case EditAction::Load: return "load_annotations";
    case EditAction::Do: break;
    }
    return nameOf(edit.kind);
}

/// The model whose work the frame shows, when a model did it.
std::string modelOf(const FrameAnnotation& frame)
{
    for (const Instance& instance : frame.instances)
        if (!instance.modelHash.empty())
            return instance.modelHash;
    return {};
}

std::string decimal(std::optional<double> value)
{
    if (!value)
        return {};
    char text[40];
    return {text, std::to_chars(text, text + sizeof text, *value).ptr};
}

const char* nameOf(Insemination method)
{
    switch (method) {
    case Insemination::Unknown: return "";
    case Insemination::Ivf: return "ivf";
    case Insemination::Icsi: return "icsi";
    }
    return "";
}

} // namespace

std::vector<AuditEntry> entriesOf(const Edit& edit, const FrameRecord& frame, const std::string& stackUid,
                                  const StoredFrame& before, const std::string& hash)
{
    if (before.hash == hash)
        return {};
    AuditEntry entry{.action = actionOf(edit),
                     .objectType = "frame",
                     .objectId = stackUid + '/' + std::to_string(frame.frame),
                     .field = "content",
                     .before = before.hash,
                     .after = hash};
    const bool isImport = edit.action == EditAction::Do && edit.kind == StepKind::ImportAnnotations;
    if (edit.action == EditAction::Load || isImport)
        entry.origin = "import";
    else if (edit.action == EditAction::Do && edit.kind == StepKind::SegmentFrames) {
        entry.origin = "model";
        entry.modelSha256 = modelOf(frame.content);
    } else if (edit.action == EditAction::Do && edit.kind == StepKind::TrackCells) {
        entry.origin = "program";
    }
    for (const InstanceId id : edit.ids)
        entry.field += ' ' + std::to_string(id);
    std::vector<AuditEntry> entries = {entry};
    if (before.review != frame.content.review) {
        entry.field = "review";
        entry.before = nameOf(before.review);
        entry.after = nameOf(frame.content.review);
        entries.push_back(entry);
    }
    return entries;
}

std::vector<AuditEntry> entriesOf(const StackRecord& before, const StackRecord& after)
{
    std::vector<AuditEntry> entries;
    const auto note = [&](const char* action, const char* field, const std::string& was, const std::string& is) {
        if (was != is)
            entries.push_back({.action = action,
                               .objectType = "stack",
                               .objectId = after.uid,
                               .field = field,
                               .before = was,
                               .after = is});
    };
    note("calibrate", "um_per_px", decimal(before.umPerPixel), decimal(after.umPerPixel));
    note("set_times", "t0_hours", decimal(before.t0Hours), decimal(after.t0Hours));
    note("set_times", "insemination", nameOf(before.insemination), nameOf(after.insemination));
    note("images_changed", "fingerprint", before.fingerprint.edges, after.fingerprint.edges);
    note("images_hashed", "sha256", before.sha256, after.sha256);
    return entries;
}

} // namespace blastoscope::project
