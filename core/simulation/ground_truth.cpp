// SPDX-License-Identifier: Apache-2.0
#include "core/simulation/ground_truth.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace blastoscope::simulation {
namespace {

constexpr double kLeastVisible = .05; ///< visible share below which a body counts as covered
constexpr double kMostCovers = 1.6;   ///< a covered body shows through one other, hardly through two
constexpr double kMaxPairIou = .8;    ///< silhouettes closer than this look like one

/// The set pixels of one layer for which `keep(x, y)` holds, in picture coordinates.
template<typename F>
masks::RleMask maskOf(const Layer& layer, const View& view, F keep)
{
    const PixelRect& r = layer.thickness.rect;
    masks::Bitmap bitmap(r.width, r.height);
    for (int y = 0; y < r.height; ++y) {
        const float* t = layer.thickness.row(y);
        for (int x = 0; x < r.width; ++x)
            bitmap.at(x, y) = t[x] > kSilhouetteThickness && keep(r.x + x, r.y + y);
    }
    return masks::RleMask::fromCrop(bitmap, r.x, r.y, view.width, view.height);
}

bool isInstance(const Layer& layer, const EmbryoState& state, const View& view)
{
    if (maskOf(layer, view, [](int, int) { return true; }).isEmpty()) // bodies are cast a little beyond the frame
        return false;
    if (layer.particle)
        return 2 * layer.radius / view.umPerPixel >= kSmallestParticlePx;
    return state.stage == EmbryoStage::Cleavage;
}

/// The index of the topmost layer at each pixel of `area`; -1 where there is none.
std::vector<int> topmost(const std::vector<const Layer*>& layers, const PixelRect& area)
{
    std::vector<int> top(std::size_t(area.width) * std::size_t(area.height), -1);
    Plane height(area, -1e9f);
    for (std::size_t k = 0; k < layers.size(); ++k) {
        const PixelRect& r = layers[k]->thickness.rect;
        for (int y = r.y; y < r.bottom(); ++y) {
            const float *t = layers[k]->thickness.at(r.x, y), *z = layers[k]->nearZ.at(r.x, y);
            float* best = height.at(r.x, y);
            int* id = top.data() + std::size_t(y - area.y) * std::size_t(area.width) + std::size_t(r.x - area.x);
            for (int x = 0; x < r.width; ++x) {
                if (t[x] > kSilhouetteThickness && z[x] > best[x]) {
                    best[x] = z[x];
                    id[x] = int(k);
                }
            }
        }
    }
    return top;
}

SimulatedInstance makeInstance(const Layer& layer, int index, const std::vector<int>& top, const View& view,
                               const PixelRect& area)
{
    SimulatedInstance instance;
    instance.id = layer.id;
    instance.objectClass = layer.objectClass;
    instance.parentId = layer.cell ? layer.cell->parentId : layer.particle->parentId;
    instance.volumeUm3 = layer.cell ? layer.cell->volume : 4.18879 * std::pow(double(layer.radius), 3);
    instance.amodal = maskOf(layer, view, [](int, int) { return true; });
    instance.visible = maskOf(layer, view, [&](int x, int y) {
        return top[std::size_t(y - area.y) * std::size_t(area.width) + std::size_t(x - area.x)] == index;
    });
    return instance;
}

/// How many nearer bodies lie above each, on average over its silhouette.
std::vector<double> meanCovers(const std::vector<const Layer*>& layers, const PixelRect& area)
{
    Plane covers(area);
    std::vector<double> means;
    for (const Layer* layer : layers) { // near to far
        const PixelRect& r = layer->thickness.rect;
        double sum = 0, pixels = 0;
        for (int y = r.y; y < r.bottom(); ++y) {
            const float* t = layer->thickness.at(r.x, y);
            float* above = covers.at(r.x, y);
            for (int x = 0; x < r.width; ++x) {
                if (t[x] <= kSilhouetteThickness)
                    continue;
                sum += above[x];
                pixels += 1;
                above[x] += 1;
            }
        }
        means.push_back(sum / std::max(pixels, 1.));
    }
    return means;
}

struct PairOverlap {
    std::int64_t pixels = 0;
    double depthGap = 0; ///< sum of z(a) - z(b) of the near surfaces
};

PairOverlap overlapOf(const Layer& a, const Layer& b, const PixelRect& frame)
{
    PairOverlap overlap;
    const PixelRect r = intersected(intersected(a.thickness.rect, b.thickness.rect), frame);
    for (int y = r.y; y < r.bottom() && r.width > 0; ++y) {
        const float *ta = a.thickness.at(r.x, y), *tb = b.thickness.at(r.x, y);
        const float *za = a.nearZ.at(r.x, y), *zb = b.nearZ.at(r.x, y);
        for (int x = 0; x < r.width; ++x) {
            if (ta[x] > kSilhouetteThickness && tb[x] > kSilhouetteThickness) {
                ++overlap.pixels;
                overlap.depthGap += za[x] - zb[x];
            }
        }
    }
    return overlap;
}

void fillOrder(SimulatedFrame& frame, const std::vector<const Layer*>& layers, const PixelRect& picture)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        for (std::size_t j = i + 1; j < layers.size(); ++j) {
            const PairOverlap overlap = overlapOf(*layers[i], *layers[j], picture);
            if (overlap.pixels == 0)
                continue;
            const std::size_t nearer = overlap.depthGap >= 0 ? i : j, farther = nearer == i ? j : i;
            frame.order.push_back({layers[nearer]->id, layers[farther]->id});
            const double all = double(frame.instances[i].amodal.area() + frame.instances[j].amodal.area());
            if (double(overlap.pixels) > kMaxPairIou * (all - double(overlap.pixels)))
                frame.instances[farther].ignore = true;
        }
    }
}

std::optional<base::Box> boxOfCells(const std::vector<Layer>& layers, const View& view)
{
    std::optional<base::Box> box;
    for (const Layer& layer : layers) {
        if (!layer.cell)
            continue;
        const base::Box own = maskOf(layer, view, [](int, int) { return true; }).boundingBox();
        if (!own.isEmpty())
            box = box ? base::united(*box, own) : own;
    }
    return box;
}

base::Box boxOfZona(const Zona& zona, const View& view)
{
    const double c = std::cos(zona.ellipseAngle), s = std::sin(zona.ellipseAngle);
    const double a = zona.outerRadius * (1 + .5 * zona.ellipticity), b = zona.outerRadius * (1 - .5 * zona.ellipticity);
    const double halfX = std::hypot(a * c, b * s) / view.umPerPixel, halfY = std::hypot(a * s, b * c) / view.umPerPixel;
    return {view.centerX - halfX, view.centerY - halfY, view.centerX + halfX, view.centerY + halfY};
}

} // namespace

void fillGroundTruth(SimulatedFrame& frame, const EmbryoState& state, const std::vector<Layer>& layers,
                     const View& view, const PixelRect& area)
{
    std::vector<const Layer*> shown;
    for (const Layer& layer : layers)
        if (isInstance(layer, state, view))
            shown.push_back(&layer);
    const std::vector<int> top = topmost(shown, area);
    for (std::size_t k = 0; k < shown.size(); ++k)
        frame.instances.push_back(makeInstance(*shown[k], int(k), top, view, area));
    const std::vector<double> covers = meanCovers(shown, area);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        SimulatedInstance& instance = frame.instances[k];
        const bool covered = double(instance.visible.area()) < kLeastVisible * double(instance.amodal.area());
        instance.ignore = covered && covers[k] > kMostCovers;
    }
    fillOrder(frame, shown, view.rect());
    frame.clumpBox = boxOfCells(layers, view);
    frame.zonaBox = boxOfZona(state.zona, view);
}

} // namespace blastoscope::simulation
