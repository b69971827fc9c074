// SPDX-License-Identifier: Apache-2.0
#include "core/measure/embryo_metrics.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "core/annotation/persons_work.h"
#include "core/measure/median.h"

namespace blastoscope::measure {
namespace {

using KnownFrames = std::vector<const MeasuredFrame*>;

/// Index of the first frame that begins a row of frames with at least `cells` cells; frames.size() when there is none.
std::size_t startOf(const KnownFrames& frames, int cells, std::size_t row)
{
    std::size_t length = 0;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        length = frames[i]->metrics.cells >= cells ? length + 1 : 0;
        if (length == row)
            return i + 1 - row;
    }
    return frames.size();
}

/// The frames up to the first `row` ones without any cell after there were some: from compaction on nothing can be
/// counted, and what a model still counts there is no stage.
KnownFrames whileCountable(const KnownFrames& frames, std::size_t row)
{
    std::size_t empty = 0;
    bool seen = false;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        seen = seen || frames[i]->metrics.cells > 0;
        empty = seen && frames[i]->metrics.cells == 0 ? empty + 1 : 0;
        if (empty == row)
            return {frames.begin(), frames.begin() + std::ptrdiff_t(i + 1 - row)};
    }
    return frames;
}

CellStage stageOf(const KnownFrames& frames, int cells, std::size_t row)
{
    CellStage stage;
    const std::size_t start = startOf(frames, cells, row);
    if (start > 0 && start < frames.size()) {
        stage.reached = frames[start];
        stage.before = frames[start - 1];
    }
    std::vector<double> spreads, fragments;
    const std::size_t end = startOf(frames, cells + 1, row);
    for (std::size_t i = start; i < end; ++i) {
        const FrameMetrics& metrics = frames[i]->metrics;
        if (metrics.cells != cells)
            continue;
        if (!stage.first)
            stage.first = frames[i];
        stage.last = frames[i];
        if (metrics.stageCvVolumePercent)
            spreads.push_back(*metrics.stageCvVolumePercent);
        if (metrics.fragmentAreaPercent)
            fragments.push_back(*metrics.fragmentAreaPercent);
    }
    stage.stageCvVolumePercent = medianOf(std::move(spreads));
    stage.fragmentAreaPercent = medianOf(std::move(fragments));
    return stage;
}

/// How often cells flowed together at one of these frames. Where both tracks end it is one event all the same.
int fusionsWithin(const KnownFrames& frames, const tracking::Lineage& lineage)
{
    const int last = frames.empty() ? -1 : frames.back()->frame->frameIndex;
    std::set<std::pair<int, int>> events; // the cell that comes of it, and when
    for (const auto& [id, track] : lineage)
        if (track.flowedInto && track.lastFrame() < last)
            events.emplace(*track.flowedInto, track.lastFrame());
    return int(events.size());
}

class DivisionMeasure {
public:
    explicit DivisionMeasure(const KnownFrames& frames)
    {
        for (const MeasuredFrame* frame : frames)
            m_frames[frame->frame->frameIndex] = frame;
    }

    DivisionMetrics measure(const tracking::Track& mother, const tracking::Lineage& lineage) const
    {
        DivisionMetrics division;
        division.mother = &mother;
        division.before = m_frames.at(mother.lastFrame());
        std::vector<double> volumes;
        int first = lineage.at(mother.daughters.front()).firstFrame();
        for (const int id : mother.daughters) {
            const tracking::Track& daughter = lineage.at(id);
            division.daughters.push_back(&daughter);
            first = std::min(first, daughter.firstFrame());
            volumes.push_back(volumeOf(daughter));
            division.motherBalance += volumes.back();
        }
        if (volumes.size() == 2)
            division.sisterAsymmetry = std::abs(volumes[0] - volumes[1]) / (volumes[0] + volumes[1]);
        division.motherBalance /= volumeOf(mother);
        division.frame = m_frames.at(first);
        return division;
    }

private:
    double volumeOf(const tracking::Track& track) const
    {
        std::vector<double> volumes;
        for (const tracking::TrackPoint& point : track.points)
            for (const InstanceMetrics& instance : m_frames.at(point.frame)->metrics.instances)
                if (instance.id == point.cell)
                    volumes.push_back(instance.shape.sphereVolume);
        return medianOf(std::move(volumes)).value_or(0);
    }

    std::map<int, const MeasuredFrame*> m_frames; ///< by time index
};

} // namespace

EmbryoMetrics measureEmbryo(const StackRecord& stack, std::span<const MeasuredFrame> frames,
                            const tracking::Lineage& lineage, int sustainedFrames)
{
    EmbryoMetrics embryo;
    embryo.stack = &stack;
    embryo.frames = frames.size();
    KnownFrames known;
    std::vector<double> steps;
    for (const MeasuredFrame& frame : frames) {
        if (frame.isKnown && frame.metrics.ownName.empty()) // nuclei and the like are no stages of an embryo
            known.push_back(&frame);
        if (frame.hoursSincePrevious)
            steps.push_back(*frame.hoursSincePrevious);
    }
    embryo.medianFrameHours = medianOf(std::move(steps));
    const auto reviewed = [](const MeasuredFrame& frame) {
        return annotation::isReviewed(frame.frame->annotation.review);
    };
    const auto rejected = [](const MeasuredFrame& frame) { return isRejected(frame.frame->annotation); };
    embryo.reviewed = std::any_of(frames.begin(), frames.end(), reviewed) &&
                      std::all_of(frames.begin(), frames.end(),
                                  [&](const MeasuredFrame& frame) { return reviewed(frame) || rejected(frame); });
    const auto row = std::size_t(std::max(sustainedFrames, 1));
    const KnownFrames countable = whileCountable(known, row);
    if (!lineage.empty())
        embryo.fusions = fusionsWithin(countable, lineage);
    for (int cells = 1; cells <= kLastCellStage; ++cells)
        embryo.stages[std::size_t(cells)] = stageOf(countable, cells, row);

    const DivisionMeasure measure(known);
    for (const auto& [id, track] : lineage)
        if (!track.daughters.empty())
            embryo.divisions.push_back(measure.measure(track, lineage));
    std::stable_sort(embryo.divisions.begin(), embryo.divisions.end(),
                     [](const DivisionMetrics& a, const DivisionMetrics& b) {
                         return a.frame->frame->frameIndex < b.frame->frame->frameIndex;
                     });
    return embryo;
}

} // namespace blastoscope::measure
