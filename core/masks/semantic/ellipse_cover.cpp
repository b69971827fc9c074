// SPDX-License-Identifier: Apache-2.0
#include "core/masks/semantic/ellipse_cover.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/masks/components.h"
#include "core/masks/ellipse_fit.h"
#include "core/masks/semantic/ellipse_scene.h"

namespace blastoscope::masks {
namespace {

constexpr int kMostChanges = 24; ///< of the number of ellipses
constexpr int kMostAdded = 3;    ///< places at which one more is tried
constexpr std::size_t kMostEllipses = 40;
constexpr int kRounds = 12;
constexpr int kTrialRounds = 2;      ///< after the first one
constexpr double kHopeless = 1.5;     ///< cost of a trial after its first round, over the best cost
constexpr double kFirstStep = 4; ///< px
constexpr double kTrialStep = 2;

using Ellipses = std::vector<Ellipse>;

double radiusOf(const Ellipse& e)
{
    return std::sqrt(e.a * e.b);
}

Ellipse joined(const Ellipse& one, const Ellipse& other)
{
    const double u = one.a * one.b, v = other.a * other.b, w = u / (u + v);
    const double dx = other.center.x - one.center.x, dy = other.center.y - one.center.y;
    const double apart = std::hypot(dx, dy), across = std::max(radiusOf(one), radiusOf(other));
    const double along = std::max(across, (apart + radiusOf(one) + radiusOf(other)) / 2);
    return {{one.center.x * w + other.center.x * (1 - w), one.center.y * w + other.center.y * (1 - w)},
            std::min(along, across * 1.5),
            across,
            std::atan2(dy, dx)};
}

Ellipses without(const Ellipses& all, std::size_t i)
{
    Ellipses rest = all;
    rest.erase(rest.begin() + std::ptrdiff_t(i));
    return rest;
}

void addSplit(const Ellipses& now, std::size_t i, std::vector<Ellipses>& trials)
{
    const Ellipse& e = now[i];
    const double angle = e.a >= e.b ? e.angle : e.angle + std::acos(0.), half = std::max(e.a, e.b) / 2;
    Ellipses trial = without(now, i);
    for (const double side : {-1., 1.})
        trial.push_back({{e.center.x + side * half * std::cos(angle), e.center.y + side * half * std::sin(angle)},
                         radiusOf(e) * .75,
                         radiusOf(e) * .75,
                         0});
    trials.push_back(std::move(trial));
}

void addJoined(const Ellipses& now, std::size_t i, std::vector<Ellipses>& trials)
{
    for (std::size_t j = i + 1; j < now.size(); ++j) {
        const double apart = std::hypot(now[i].center.x - now[j].center.x, now[i].center.y - now[j].center.y);
        if (apart > radiusOf(now[i]) + radiusOf(now[j]))
            continue;
        Ellipses trial = without(without(now, j), i);
        trial.push_back(joined(now[i], now[j]));
        trials.push_back(std::move(trial));
    }
}

/// One more where the most pixels are left over.
void addMore(const EllipseScene& scene, const DepthMap& map, double smallest, std::vector<Ellipses>& trials)
{
    Bitmap left(map.width, map.height);
    left.pixels = scene.uncovered();
    int added = 0;
    for (const RleMask& piece : components(RleMask(left))) {
        const auto form = momentEllipse(piece);
        if (!form || added++ == kMostAdded)
            break;
        Ellipses trial = scene.ellipses();
        const double b = std::max({std::min(form->a, form->b), std::max(form->a, form->b) / 1.5, smallest});
        trial.push_back({form->center, std::max({form->a, form->b, smallest}), b,
                         form->a >= form->b ? form->angle : form->angle + std::acos(0.)});
        trials.push_back(std::move(trial));
    }
}

std::vector<Ellipses> changedNumbers(const EllipseScene& scene, const DepthMap& map, double smallest)
{
    const Ellipses& now = scene.ellipses();
    std::vector<Ellipses> trials;
    for (std::size_t i = 0; i < now.size(); ++i) {
        trials.push_back(without(now, i));
        addJoined(now, i, trials);
        if (now.size() < kMostEllipses)
            addSplit(now, i, trials);
    }
    if (now.size() < kMostEllipses)
        addMore(scene, map, smallest, trials);
    return trials;
}

} // namespace

EllipseCover coverByEllipses(const DepthMap& map, Ellipses start, const EllipseCoverOptions& options)
{
    EllipseScene scene(map, options, std::move(start));
    scene.refine(kRounds, kFirstStep);
    EllipseCover best{scene.ellipses(), scene.cost()};
    for (int change = 0; change < kMostChanges; ++change) {
        std::optional<EllipseCover> better;
        for (Ellipses& trial : changedNumbers(EllipseScene(map, options, best.ellipses), map, options.smallestRadius)) {
            EllipseScene tried(map, options, std::move(trial));
            tried.refine(1, kTrialStep);
            if (tried.cost() > best.cost * kHopeless)
                continue;
            tried.refine(kTrialRounds, kTrialStep / 2);
            if (const double cost = tried.cost(); cost < (better ? better->cost : best.cost))
                better = EllipseCover{tried.ellipses(), cost};
        }
        if (!better)
            break;
        EllipseScene settled(map, options, std::move(better->ellipses));
        settled.refine(kRounds, kTrialStep);
        best = {settled.ellipses(), settled.cost()};
    }
    return best;
}

} // namespace blastoscope::masks
