// SPDX-License-Identifier: Apache-2.0
#include "core/measure/frame_metrics.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <map>
#include <numeric>

#include "core/annotation/object_names.h"
#include "core/annotation/visible_parts.h"
#include "core/base/object_class.h"
#include "core/masks/visibility.h"

namespace blastoscope::measure {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;
using base::ObjectClass;

constexpr std::array<QcFlag, 7> kQcFlags = {{
    {"touches_border", "a blastomere reaches the border of the image, so that its size is too small"},
    {"depth_order_unknown", "silhouettes overlap and which one is nearer is unknown"},
    {"uncertain_instance", "an instance is marked as uncertain and not counted"},
    {"circularity_above_one", "a blastomere of at least 40 px is rounder than a disc can be (above 1.02)"},
    {"mean_diameter_low", "mean diameter below 65 µm at 2, 50 µm at 4 or 40 µm at 8 cells: check the pixel size"},
    {"mean_diameter_high", "mean diameter above 100 µm at 2, 80 µm at 4 or 65 µm at 8 cells: check the pixel size"},
    {"small_blastomere", "a blastomere below 45 µm (up to 4 cells) or 40 µm (5 to 8): fragment or polar body?"},
}};

bool isCounted(const Instance& instance, ObjectClass kind)
{
    return instance.classId == int(kind) && !instance.uncertain;
}

/// Population SD over mean, in percent.
double variationPercent(std::span<const double> values)
{
    const double n = double(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double v : values)
        squares += (v - mean) * (v - mean);
    return 100 * std::sqrt(squares / n) / mean;
}

/// The measured blastomeres of a frame that count, side by side.
struct Cells {
    std::vector<double> diameters;
    std::vector<double> volumes;
    std::vector<int> generations; ///< none for objects that are not of an embryo
    std::vector<masks::RleMask> silhouettes;
};

Cells collectCells(const FrameAnnotation& frame, bool ofEmbryo, const std::map<annotation::InstanceId, int>& tracked,
                   std::vector<InstanceMetrics>& metrics)
{
    Cells cells;
    std::vector<std::size_t> indices;
    for (std::size_t i = 0; i < frame.instances.size(); ++i) {
        if (!isCounted(frame.instances[i], ObjectClass::Blastomere) || metrics[i].shape.area == 0)
            continue;
        indices.push_back(i);
        cells.diameters.push_back(metrics[i].shape.equivalentDiameter);
        cells.volumes.push_back(metrics[i].shape.sphereVolume);
        cells.silhouettes.push_back(frame.instances[i].amodal);
    }
    if (!ofEmbryo)
        return cells;
    cells.generations = inferGenerations(cells.volumes);
    for (std::size_t k = 0; k < indices.size(); ++k) {
        InstanceMetrics& instance = metrics[indices[k]];
        if (!tracked.empty())
            cells.generations[k] = tracked.at(instance.id);
        instance.generation = cells.generations[k];
        instance.isGenerationTracked = !tracked.empty();
    }
    return cells;
}

std::optional<double> stageSizeRatio(const Cells& cells)
{
    std::map<int, std::pair<double, double>> rangeOf;
    std::map<int, int> countOf;
    for (std::size_t i = 0; i < cells.diameters.size(); ++i) {
        const double d = cells.diameters[i];
        auto [range, isNew] = rangeOf.try_emplace(cells.generations[i], d, d);
        range->second = {std::min(range->second.first, d), std::max(range->second.second, d)};
        ++countOf[cells.generations[i]];
    }
    std::optional<double> smallest;
    for (const auto& [generation, range] : rangeOf)
        if (countOf[generation] >= 2)
            smallest = std::min(smallest.value_or(1), range.first / range.second);
    return smallest;
}

void setSizes(const Cells& cells, FrameMetrics& metrics)
{
    const auto& d = cells.diameters;
    metrics.cells = int(d.size());
    if (d.empty())
        return;
    metrics.minDiameter = *std::min_element(d.begin(), d.end());
    metrics.maxDiameter = *std::max_element(d.begin(), d.end());
    metrics.meanDiameter = std::accumulate(d.begin(), d.end(), 0.0) / double(d.size());
    metrics.totalCellVolume = std::accumulate(cells.volumes.begin(), cells.volumes.end(), 0.0);
    if (d.size() < 2)
        return;
    metrics.sizeRatio = *metrics.minDiameter / *metrics.maxDiameter;
    metrics.sizeDifferencePercent = 100 * (*metrics.maxDiameter - *metrics.minDiameter) / *metrics.maxDiameter;
    metrics.cvDiameterPercent = variationPercent(d);
    metrics.cvVolumePercent = variationPercent(cells.volumes);
    if (cells.generations.empty())
        return;
    std::vector<double> scaled;
    for (std::size_t i = 0; i < d.size(); ++i)
        scaled.push_back(std::ldexp(cells.volumes[i], cells.generations[i]));
    metrics.stageCvVolumePercent = variationPercent(scaled);
    metrics.stageSizeRatio = stageSizeRatio(cells);
}

void setFragments(const FrameAnnotation& frame, const Cells& cells, FrameMetrics& metrics)
{
    masks::RleMask fragments(frame.width, frame.height);
    double volume = 0;
    for (std::size_t i = 0; i < frame.instances.size(); ++i) {
        if (!isCounted(frame.instances[i], ObjectClass::Fragment) || metrics.instances[i].shape.area == 0)
            continue;
        ++metrics.fragments;
        volume += metrics.instances[i].shape.sphereVolume;
        fragments = united(fragments, frame.instances[i].amodal);
    }
    masks::RleMask all = fragments;
    for (const masks::RleMask& silhouette : cells.silhouettes)
        all = united(all, silhouette);
    if (!all.isEmpty())
        metrics.fragmentAreaPercent = 100 * double(fragments.area()) / double(all.area());
    if (metrics.totalCellVolume)
        metrics.fragmentVolumePercent = 100 * volume / *metrics.totalCellVolume;
}

/// Expected range of the mean diameter in µm; nothing for other counts.
std::optional<std::pair<double, double>> expectedDiameter(int cells)
{
    switch (cells) {
    case 2: return std::pair{65.0, 100.0};
    case 4: return std::pair{50.0, 80.0};
    case 8: return std::pair{40.0, 65.0};
    default: return std::nullopt;
    }
}

void addSizeFlags(double umPerPixel, FrameMetrics& metrics)
{
    if (metrics.cells == 0)
        return;
    const double mean = *metrics.meanDiameter * umPerPixel;
    if (const auto range = expectedDiameter(metrics.cells)) {
        if (mean < range->first)
            metrics.qcFlags.push_back("mean_diameter_low");
        if (mean > range->second)
            metrics.qcFlags.push_back("mean_diameter_high");
    }
    const double smallest = *metrics.minDiameter * umPerPixel;
    if ((metrics.cells <= 4 && smallest < 45) || (metrics.cells >= 5 && metrics.cells <= 8 && smallest < 40))
        metrics.qcFlags.push_back("small_blastomere");
}

void addFlags(const FrameAnnotation& frame, std::optional<double> umPerPixel, FrameMetrics& metrics)
{
    const auto anyInstance = [&](auto rule) {
        for (std::size_t i = 0; i < frame.instances.size(); ++i)
            if (rule(frame.instances[i], metrics.instances[i]))
                return true;
        return false;
    };
    metrics.qcFlags = frame.qcFlags;
    if (anyInstance([](const Instance& i, const InstanceMetrics& m) {
            return isCounted(i, ObjectClass::Blastomere) && m.shape.touchesBorder;
        }))
        metrics.qcFlags.push_back("touches_border");
    if (anyInstance([](const Instance&, const InstanceMetrics& m) { return m.shape.area > 0 && !m.visibleFraction; }))
        metrics.qcFlags.push_back("depth_order_unknown");
    if (anyInstance([](const Instance& i, const InstanceMetrics&) { return i.uncertain; }))
        metrics.qcFlags.push_back("uncertain_instance");
    if (anyInstance([](const Instance& i, const InstanceMetrics& m) {
            return isCounted(i, ObjectClass::Blastomere) && m.shape.equivalentDiameter >= 40 &&
                   m.shape.circularity > 1.02;
        }))
        metrics.qcFlags.push_back("circularity_above_one");
    if (umPerPixel && metrics.ownName.empty())
        addSizeFlags(*umPerPixel, metrics);
}

} // namespace

std::span<const QcFlag> qcFlags()
{
    return kQcFlags;
}

std::vector<int> inferGenerations(std::span<const double> volumes)
{
    const std::size_t n = volumes.size();
    if (n == 0)
        return {};
    const int older = int(std::bit_width(n)) - 1;
    const std::size_t large = (std::size_t(2) << older) - n;
    std::vector<std::size_t> byVolume(n);
    std::iota(byVolume.begin(), byVolume.end(), std::size_t(0));
    std::stable_sort(byVolume.begin(), byVolume.end(),
                     [&](std::size_t a, std::size_t b) { return volumes[a] > volumes[b]; });
    std::vector<int> generations(n, older + 1);
    for (std::size_t k = 0; k < large; ++k)
        generations[byVolume[k]] = older;
    return generations;
}

bool isCountedCell(const Instance& instance)
{
    return isCounted(instance, ObjectClass::Blastomere);
}

FrameMetrics measureFrame(const FrameAnnotation& frame, std::optional<double> umPerPixel,
                          const std::map<annotation::InstanceId, int>& generations)
{
    FrameMetrics metrics;
    const auto visible = annotation::visibleParts(frame);
    for (std::size_t i = 0; i < frame.instances.size(); ++i) {
        InstanceMetrics m;
        m.id = frame.instances[i].id;
        m.classId = frame.instances[i].classId;
        m.shape = measureCell(frame.instances[i].amodal);
        if (visible[i] && m.shape.area > 0)
            m.visibleFraction = double(visible[i]->area()) / m.shape.area;
        metrics.instances.push_back(std::move(m));
    }
    metrics.ownName = annotation::sharedNameOf(frame).value_or(std::string());
    const bool ofEmbryo = metrics.ownName.empty();
    const Cells cells = collectCells(frame, ofEmbryo, generations, metrics.instances);
    setSizes(cells, metrics);
    if (ofEmbryo)
        setFragments(frame, cells, metrics);
    metrics.silhouettePairs = int(masks::overlappingPairs(cells.silhouettes).size());
    addFlags(frame, umPerPixel, metrics);
    return metrics;
}

} // namespace blastoscope::measure
