// SPDX-License-Identifier: Apache-2.0
#include "tests/inference/annotator.h"

#include <algorithm>
#include <cmath>

#include "core/masks/brush.h"
#include "core/masks/components.h"
#include "core/masks/contour.h"
#include "core/masks/ellipse_fit.h"
#include "core/masks/morphology.h"
#include "core/masks/polygon.h"

namespace blastoscope::tests {
namespace {

constexpr int kFewestCorners = 6, kMostCorners = 24;
constexpr int kMostStrokes = 10;
constexpr int kRows = 4;            ///< passes of the brush side by side that a large error may need
constexpr double kSameObject = 0.3; ///< IoU from which an object is somebody's attempt at a cell

masks::Polygon outlineOf(const masks::RleMask& mask)
{
    masks::Polygon longest;
    for (const masks::Outline& outline : masks::smoothOutlines(mask))
        if (!outline.isHole && outline.points.size() > longest.size())
            longest = outline.points;
    return longest;
}

/// The middle of what a person takes for the cell.
base::Point middleOf(const masks::RleMask& mask)
{
    const auto ellipse = masks::momentEllipse(mask);
    return ellipse ? ellipse->center : base::Point{};
}

Gestures operator+(Gestures a, const Gestures& b)
{
    a.outline += b.outline;
    a.stroke += b.stroke;
    a.remove += b.remove;
    a.click += b.click;
    a.snap += b.snap;
    return a;
}

} // namespace

Annotator::Annotator(AnnotatorOptions options, AnnotatorHelpers helpers)
    : m_options(options), m_helpers(std::move(helpers)), m_random(options.seed)
{
}

base::Point Annotator::shaken(const base::Point& point)
{
    return {point.x + m_random.normal() * m_options.handError, point.y + m_random.normal() * m_options.handError};
}

bool Annotator::isGood(const masks::RleMask& shape, const masks::RleMask& truth) const
{
    return masks::iou(shape, truth) >= m_options.goal;
}

Annotator::Attempt Annotator::polygon(const masks::RleMask& truth, int corners)
{
    const masks::Polygon outline = outlineOf(truth);
    masks::Polygon clicked;
    for (int i = 0; i < corners; ++i)
        clicked.push_back(shaken(outline[outline.size() * std::size_t(i) / std::size_t(corners)]));
    Attempt attempt{masks::fromPolygon(clicked, truth.width(), truth.height()).value_or(masks::RleMask()), {}};
    attempt.gestures.outline = corners + 1;
    return attempt;
}

Annotator::Attempt Annotator::outlined(const masks::RleMask& truth)
{
    if (m_options.outlining == Outlining::Ellipse) {
        auto ellipse = *masks::momentEllipse(truth);
        ellipse.center = shaken(ellipse.center);
        ellipse.a += m_random.normal() * m_options.handError;
        ellipse.b += m_random.normal() * m_options.handError;
        Attempt attempt{masks::ellipseMask(truth.width(), truth.height(), ellipse), {}};
        attempt.gestures.outline = 3;
        return attempt;
    }
    Attempt attempt;
    for (int corners = kFewestCorners; corners <= kMostCorners; ++corners) {
        attempt = polygon(truth, corners);
        if (isGood(attempt.shape, truth))
            break;
    }
    return attempt;
}

masks::RleMask Annotator::stroke(const masks::RleMask& shape, const masks::RleMask& part, const masks::RleMask& truth,
                                 bool adding, double depth)
{
    // The brush runs along the true outline, on the side that is to be painted, as far as the error reaches.
    const masks::RleMask guide = adding ? masks::shrunk(truth, depth) : masks::grown(truth, depth);
    const masks::Polygon line = outlineOf(guide);
    const masks::RleMask near = masks::grown(part, m_options.brush);
    const auto isNear = [&](const base::Point& p) {
        const int x = int(std::floor(p.x)), y = int(std::floor(p.y));
        return x >= 0 && y >= 0 && x < near.width() && y < near.height() && near.contains(x, y);
    };
    // The longest stretch of the closed line that is near.
    std::size_t best = 0, bestStart = 0, run = 0;
    for (std::size_t i = 0; i < 2 * line.size(); ++i) {
        run = isNear(line[i % line.size()]) ? std::min(run + 1, line.size()) : 0;
        if (run > best) {
            best = run;
            bestStart = i + 1 - run;
        }
    }
    if (best == 0)
        return shape;
    const base::Point offset = {m_random.normal() * m_options.handError, m_random.normal() * m_options.handError};
    std::vector<base::Point> path;
    for (std::size_t i = 0; i < best; i += 3) {
        const base::Point& p = line[(bestStart + i) % line.size()];
        path.push_back({p.x + offset.x, p.y + offset.y});
    }
    const masks::RleMask paint = masks::strokeMask(shape.width(), shape.height(), path, m_options.brush);
    return adding ? masks::united(shape, paint) : masks::subtracted(shape, paint);
}

masks::RleMask Annotator::bestStroke(const masks::RleMask& shape, const masks::RleMask& truth)
{
    masks::RleMask best = shape;
    double iou = masks::iou(shape, truth);
    for (const bool adding : {true, false}) {
        const masks::RleMask error = adding ? masks::subtracted(truth, shape) : masks::subtracted(shape, truth);
        if (error.isEmpty())
            continue;
        const masks::RleMask part = masks::largestComponent(error);
        for (int row = 0; row < kRows; ++row) {
            const masks::RleMask tried = stroke(shape, part, truth, adding, m_options.brush * (2 * row + 1));
            if (const double now = masks::iou(tried, truth); now > iou) {
                iou = now;
                best = tried;
            }
        }
    }
    return best;
}

Annotator::Attempt Annotator::stroked(Attempt attempt, const masks::RleMask& truth, int limit)
{
    for (int i = 0; i < limit && !isGood(attempt.shape, truth); ++i) {
        attempt.shape = bestStroke(attempt.shape, truth);
        ++attempt.gestures.stroke;
    }
    return attempt;
}

Annotator::Attempt Annotator::mended(Attempt attempt) const
{
    attempt.shape = m_helpers.snap(attempt.shape);
    attempt.gestures.snap += 2; // the key of the tool, Enter
    return attempt;
}

std::vector<Annotator::Attempt> Annotator::clicked(const masks::RleMask& truth)
{
    std::vector<Attempt> attempts;
    inference::Prompt prompt;
    prompt.inside.push_back(shaken(middleOf(truth)));
    for (int clicks = 1; clicks <= 2; ++clicks) {
        const std::vector<masks::RleMask> answers = m_helpers.click(prompt);
        for (std::size_t i = 0; i < answers.size() && i < 3; ++i) {
            Attempt attempt{answers[i], {}};
            attempt.gestures.click = clicks + int(i) + 1; // N per further answer, Enter
            attempts.push_back(std::move(attempt));
        }
        if (answers.empty() || isGood(answers[0], truth))
            break;
        // Say what is wrong: a click into the larger error.
        const masks::RleMask missing = masks::subtracted(truth, answers[0]);
        const masks::RleMask surplus = masks::subtracted(answers[0], truth);
        if (missing.isEmpty() && surplus.isEmpty())
            break;
        if (missing.area() >= surplus.area())
            prompt.inside.push_back(middleOf(masks::largestComponent(missing)));
        else
            prompt.outside.push_back(middleOf(masks::largestComponent(surplus)));
    }
    return attempts;
}

void Annotator::consider(const Attempt& attempt, const masks::RleMask& truth, std::vector<Attempt>& good)
{
    const Attempt byHand = stroked(attempt, truth, kMostStrokes);
    if (isGood(byHand.shape, truth))
        good.push_back(byHand);
    if (!m_helpers.snap)
        return;
    for (int strokes = 0; strokes <= 2; ++strokes) {
        const Attempt snapped = stroked(mended(stroked(attempt, truth, strokes)), truth, 2);
        if (isGood(snapped.shape, truth))
            good.push_back(snapped);
    }
}

Gestures Annotator::cheapest(const masks::RleMask& truth, const masks::RleMask* existing)
{
    std::vector<Attempt> good;
    Gestures removal;
    if (existing) {
        if (isGood(*existing, truth))
            return {};
        Attempt selected{*existing, {}};
        selected.gestures.stroke = 1; // the click that selects it
        consider(selected, truth, good);
        removal.remove = 2;
    }
    std::vector<Attempt> anew = {outlined(truth)};
    if (m_helpers.click)
        for (Attempt& attempt : clicked(truth))
            anew.push_back(std::move(attempt));
    for (Attempt& attempt : anew) {
        // Click to segment puts its outline in the place of an object that it resembles.
        const bool replaces = existing && attempt.gestures.click > 0 && masks::iou(attempt.shape, *existing) >= .7;
        attempt.gestures = attempt.gestures + (replaces ? Gestures() : removal);
        consider(attempt, truth, good);
    }
    if (good.empty()) // patience is at an end: a fine polygon
        return polygon(truth, 2 * kMostCorners).gestures + removal;
    return std::min_element(good.begin(), good.end(),
                            [](const Attempt& a, const Attempt& b) { return a.gestures.total() < b.gestures.total(); })
        ->gestures;
}

Gestures Annotator::correct(const std::vector<masks::RleMask>& truth, std::vector<masks::RleMask> objects)
{
    struct Pair {
        double iou;
        std::size_t cell, object;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < truth.size(); ++i)
        for (std::size_t j = 0; j < objects.size(); ++j)
            if (const double iou = masks::iou(truth[i], objects[j]); iou >= kSameObject)
                pairs.push_back({iou, i, j});
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.iou > b.iou; });
    std::vector<const masks::RleMask*> matched(truth.size(), nullptr);
    std::vector<bool> taken(objects.size(), false);
    for (const Pair& pair : pairs)
        if (!matched[pair.cell] && !taken[pair.object]) {
            matched[pair.cell] = &objects[pair.object];
            taken[pair.object] = true;
        }
    Gestures all;
    all.remove = 2 * int(std::count(taken.begin(), taken.end(), false));
    for (std::size_t i = 0; i < truth.size(); ++i)
        all = all + cheapest(truth[i], matched[i]);
    return all;
}

} // namespace blastoscope::tests
