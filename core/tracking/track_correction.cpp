// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/track_correction.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/tracking/link_cost.h"
#include "core/tracking/registration.h"

namespace blastoscope::tracking {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::InstanceId;
using annotation::StackDocument;

using Tracks = std::map<int, std::map<InstanceId, int>>; ///< the new ones, by frame

/// Above all that is there.
int newTrack(const StackDocument& document)
{
    int last = 0;
    for (int time = 0; time < document.frameCount(); ++time)
        for (const Instance& instance : document.frame(time).instances)
            last = std::max(last, instance.trackId.value_or(0));
    return last + 1;
}

bool hasTrack(const FrameAnnotation& frame, int track)
{
    return std::any_of(frame.instances.begin(), frame.instances.end(),
                       [track](const Instance& instance) { return instance.trackId == track; });
}

/// Whether both tracks are in one frame from `frame` on.
bool runSideBySide(const StackDocument& document, int frame, int a, int b)
{
    for (int time = frame; time < document.frameCount(); ++time)
        if (hasTrack(document.frame(time), a) && hasTrack(document.frame(time), b))
            return true;
    return false;
}

bool beginsIn(const StackDocument& document, int frame, int track)
{
    for (int time = 0; time < frame; ++time)
        if (hasTrack(document.frame(time), track))
            return false;
    return true;
}

/// Every object of track `from` gets the other one from `frame` on.
void rename(const StackDocument& document, int frame, int from, int to, Tracks& tracks)
{
    for (int time = frame; time < document.frameCount(); ++time)
        for (const Instance& instance : document.frame(time).instances)
            if (instance.trackId == from)
                tracks[time][instance.id] = to;
}

base::Result<const Instance*> find(const StackDocument& document, int frame, InstanceId id)
{
    const bool exists = frame >= 0 && frame < document.frameCount();
    if (const Instance* instance = exists ? document.frame(frame).find(id) : nullptr)
        return instance;
    return base::fail(base::ErrorCode::NotFound, "The cell whose track was to be corrected is not there any more.");
}

base::Result<int> write(StackDocument& document, const Tracks& tracks)
{
    int changed = 0;
    const annotation::JoinedChanges step(document, annotation::StepKind::CorrectTracks);
    for (const auto& [time, trackOf] : tracks) {
        std::vector<annotation::TrackOfInstance> ofFrame;
        for (const auto& [id, track] : trackOf)
            ofFrame.push_back({id, track});
        if (const auto status = document.setTracks(time, ofFrame); !status)
            return tl::unexpected(status.error());
        changed += int(ofFrame.size());
    }
    return changed;
}

struct Ranked {
    Predecessor cell;
    double distance = 0;
};

/// 0 for the same silhouette in the same place; without a limit, unlike linkCost(): a person may know better.
double distanceBetween(const Cell& before, const Cell& after)
{
    const double apart = std::hypot(after.centroid.x - before.centroid.x, after.centroid.y - before.centroid.y);
    return 1 - masks::iou(before.silhouette, after.silhouette) + apart / after.radius();
}

} // namespace

std::vector<Predecessor> predecessorsOf(const StackDocument& document, int frame, InstanceId id)
{
    const CellFrame now = cellFrameOf(frame, document.frame(frame));
    const auto self =
        std::find_if(now.cells.begin(), now.cells.end(), [id](const Cell& cell) { return cell.id == id; });
    if (self == now.cells.end())
        return {};
    std::vector<Ranked> found;
    std::set<int> seen;
    std::size_t frames = 0; // with cells
    for (int time = frame - 1; time >= 0 && frames <= kLongestGap; --time) {
        const CellFrame before = cellFrameOf(time, document.frame(time));
        if (before.cells.empty())
            continue;
        const Shift shift = shiftBetween(before, now);
        for (const Cell& cell : before.cells) {
            const bool isNew = cell.trackId ? seen.insert(*cell.trackId).second : frames == 0;
            if (isNew)
                found.push_back({{time, cell.id, cell.trackId}, distanceBetween(moved(cell, shift), *self)});
        }
        ++frames;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Ranked& a, const Ranked& b) { return a.distance < b.distance; });
    std::vector<Predecessor> cells;
    for (const Ranked& ranked : found)
        cells.push_back(ranked.cell);
    return cells;
}

base::Result<int> continueTrack(StackDocument& document, int frame, InstanceId id, const Predecessor& before)
{
    const auto cell = find(document, frame, id);
    const auto earlier = find(document, before.frame, before.id);
    if (!cell || !earlier)
        return tl::unexpected((cell ? earlier : cell).error());
    const std::optional<int> own = (*cell)->trackId;
    const int fresh = newTrack(document);
    const int track = (*earlier)->trackId.value_or(fresh);
    if (own == track)
        return 0;
    Tracks tracks;
    if (!(*earlier)->trackId)
        tracks[before.frame][before.id] = track;
    if (own) {
        const bool exchange = runSideBySide(document, frame, *own, track);
        rename(document, frame, *own, track, tracks);
        if (exchange)
            rename(document, frame, track, *own, tracks);
    } else {
        tracks[frame][id] = track;
        if (hasTrack(document.frame(frame), track))
            rename(document, frame, track, fresh, tracks);
    }
    return write(document, tracks);
}

base::Result<int> startTracks(StackDocument& document, int frame, const std::vector<InstanceId>& ids)
{
    Tracks tracks;
    int fresh = newTrack(document);
    for (const InstanceId id : ids) {
        const auto cell = find(document, frame, id);
        if (!cell)
            return tl::unexpected(cell.error());
        const std::optional<int> own = (*cell)->trackId;
        const bool isTwin = tracks[frame].contains(id); // had the track of one before it in `ids`
        if (!own || isTwin)
            tracks[frame][id] = fresh++;
        else if (!beginsIn(document, frame, *own))
            rename(document, frame, *own, fresh++, tracks);
    }
    return write(document, tracks);
}

} // namespace blastoscope::tracking
