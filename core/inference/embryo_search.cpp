// SPDX-License-Identifier: Apache-2.0
#include "core/inference/embryo_search.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace blastoscope::inference {

namespace {

/// Boxes of one embryo in two looks overlap at least so much (IoU).
constexpr double kSameEmbryo = 0.4;
constexpr int kMostSquares = 48;
constexpr double kSquareStep = 0.25; ///< of a square's side

/// One embryo as one look showed it.
struct Sighting {
    nn::FoundEmbryo embryo;
    base::Box extent;
    double doubt = 0; ///< of sightings of one embryo the least doubtful is right
};

base::Box scaledAroundCenter(const base::Box& box, double factor)
{
    const base::Point c = box.center();
    const double w = box.width() * factor / 2, h = box.height() * factor / 2;
    return {c.x - w, c.y - h, c.x + w, c.y + h};
}

double longerSide(const base::Box& box)
{
    return std::max(box.width(), box.height());
}

bool areSame(const base::Box& a, const base::Box& b)
{
    return base::iou(a, b) >= kSameEmbryo || base::holds(a, b.center()) || base::holds(b, a.center());
}

/// Whether an edge of the square, not one of the frame, cuts the object.
bool isCut(const base::Box& object, const base::Box& square, const GrayFrame& frame)
{
    const double margin = 0.01 * square.width();
    return (square.x1 > 0 && object.x1 < square.x1 + margin) || (square.y1 > 0 && object.y1 < square.y1 + margin) ||
           (square.x2 < frame.width && object.x2 > square.x2 - margin) ||
           (square.y2 < frame.height && object.y2 > square.y2 - margin);
}

/// Squares cannot show a large embryo whole, and the whole frame shows neighbours as one long one.
double doubtInWhole(const base::Box& extent, double shorterSide)
{
    const bool round = longerSide(extent) < 1.5 * std::min(extent.width(), extent.height());
    return round && longerSide(extent) > (1 - kSquareStep) * shorterSide ? 0 : 1;
}

double doubtInSquare(const base::Box& extent, const base::Box& square)
{
    const base::Point a = extent.center(), b = square.center();
    return std::hypot(a.x - b.x, a.y - b.y) / square.width();
}

base::Box onFrame(const base::Box& box, const GrayFrame& frame)
{
    return base::intersected(box, {0, 0, double(frame.width), double(frame.height)});
}

/// The part of a box of a view that lies on the frame; the view may reach beyond it.
std::optional<base::Box> onFrame(const std::optional<base::Box>& box, const CropTransform& view, const GrayFrame& frame)
{
    if (!box)
        return std::nullopt;
    const base::Box part = onFrame(view.toImage(*box), frame);
    return part.isEmpty() ? std::nullopt : std::optional(part);
}

/// What the network finds through a window, in pixels of the frame.
base::Result<CoarseFindings> findThrough(const GrayFrame& frame, const CropTransform& view, Networks& networks,
                                         const base::CancellationToken& cancel)
{
    if (cancel.isCancelled())
        return base::fail(base::ErrorCode::Cancelled, "Segmenting was cancelled.");
    auto findings = networks.find(seenThrough(frame, view));
    if (!findings)
        return findings;
    for (nn::FoundEmbryo& embryo : findings->embryos) {
        embryo.embryo = onFrame(embryo.embryo, view, frame);
        embryo.clump = onFrame(embryo.clump, view, frame);
    }
    std::erase_if(findings->embryos, [](const nn::FoundEmbryo& embryo) { return !embryo.embryo && !embryo.clump; });
    findings->cellArea *= view.imagePixelsPerPixel() * view.imagePixelsPerPixel();
    return findings;
}

/// Each embryo once.
std::vector<nn::FoundEmbryo> withoutRepetition(std::vector<Sighting> sightings)
{
    std::stable_sort(sightings.begin(), sightings.end(),
                     [](const Sighting& a, const Sighting& b) { return a.doubt < b.doubt; });
    std::vector<Sighting> kept;
    for (Sighting& sighting : sightings) {
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Sighting& other) { return areSame(other.extent, sighting.extent); }))
            kept.push_back(std::move(sighting));
    }
    std::stable_sort(kept.begin(), kept.end(),
                     [](const Sighting& a, const Sighting& b) { return a.extent.area() > b.extent.area(); });
    std::vector<nn::FoundEmbryo> embryos;
    for (Sighting& sighting : kept)
        embryos.push_back(std::move(sighting.embryo));
    return embryos;
}

} // namespace

std::vector<base::Box> panoramaSquares(int width, int height, double aspect)
{
    const double side = std::min(width, height), length = std::max(width, height);
    if (length < aspect * side)
        return {};
    const int count = std::min(kMostSquares, int(std::ceil((length - side) / (kSquareStep * side))) + 1);
    std::vector<base::Box> squares;
    for (int i = 0; i < count; ++i) {
        const double first = (length - side) * i / (count - 1);
        squares.push_back(width > height ? base::Box{first, 0, first + side, side}
                                         : base::Box{0, first, side, first + side});
    }
    return squares;
}

base::Result<CoarseFindings> EmbryoSearch::find(const GrayFrame& frame, Networks& networks,
                                                const base::CancellationToken& cancel) const
{
    auto findings = findThrough(frame, CropTransform::overview(frame.width, frame.height, networks.overviewSize(),
                                                               networks.overviewMultiple()),
                                networks, cancel);
    if (!findings)
        return findings;
    if (auto looked = lookInSquares(frame, networks, cancel, *findings); !looked)
        return tl::unexpected(looked.error());
    std::vector<nn::FoundEmbryo>& embryos = findings->embryos;
    embryos.resize(std::min(embryos.size(), std::size_t(m_options.maxEmbryos)));
    const double small = m_options.closeLookBelow * std::max(frame.width, frame.height);
    for (nn::FoundEmbryo& embryo : embryos) {
        if (longerSide(extentOf(embryo)) >= small)
            continue;
        if (auto looked = lookCloser(frame, networks, cancel, embryo); !looked)
            return tl::unexpected(looked.error());
    }
    return findings;
}

base::Status EmbryoSearch::lookInSquares(const GrayFrame& frame, Networks& networks,
                                         const base::CancellationToken& cancel, CoarseFindings& findings) const
{
    const auto squares = panoramaSquares(frame.width, frame.height, m_options.panoramaAspect);
    if (squares.empty())
        return {};
    const double side = squares.front().width();
    std::vector<Sighting> sightings;
    for (const nn::FoundEmbryo& embryo : findings.embryos) {
        const base::Box extent = extentOf(embryo);
        sightings.push_back({embryo, extent, doubtInWhole(extent, side)});
    }
    double cellArea = 0;
    for (const base::Box& square : squares) {
        const CropTransform view(square, networks.overviewSize(), networks.overviewSize());
        const auto part = findThrough(frame, view, networks, cancel);
        if (!part)
            return tl::unexpected(part.error());
        cellArea += part->cellArea;
        for (const nn::FoundEmbryo& embryo : part->embryos) {
            const base::Box extent = extentOf(embryo);
            if (!isCut(embryo.embryo ? extent : *embryo.clump, square, frame))
                sightings.push_back({embryo, extent, doubtInSquare(extent, square)});
        }
    }
    findings.embryos = withoutRepetition(std::move(sightings));
    // The squares share parts of the frame.
    const double repeated = double(squares.size()) * side * side / (double(frame.width) * frame.height);
    findings.cellArea = std::max(findings.cellArea, cellArea / repeated);
    return {};
}

base::Box EmbryoSearch::cellsOf(const nn::FoundEmbryo& embryo) const
{
    return embryo.clump ? *embryo.clump : scaledAroundCenter(*embryo.embryo, m_options.clumpShareOfEmbryo);
}

base::Box EmbryoSearch::extentOf(const nn::FoundEmbryo& embryo) const
{
    return embryo.embryo ? *embryo.embryo : scaledAroundCenter(*embryo.clump, 1 / m_options.clumpShareOfEmbryo);
}

base::Status EmbryoSearch::lookCloser(const GrayFrame& frame, Networks& networks,
                                      const base::CancellationToken& cancel, nn::FoundEmbryo& embryo) const
{
    const base::Box extent = extentOf(embryo);
    const auto findings =
        findThrough(frame, CropTransform::around(extent, m_options.closeLookField, networks.overviewSize()), networks,
                    cancel);
    if (!findings)
        return tl::unexpected(findings.error());
    const auto same =
        std::find_if(findings->embryos.begin(), findings->embryos.end(), [&](const nn::FoundEmbryo& seen) {
            return base::iou(onFrame(extentOf(seen), frame), onFrame(extent, frame)) >= kSameEmbryo;
        });
    if (same == findings->embryos.end())
        return {};
    if (same->embryo)
        embryo.embryo = same->embryo;
    if (same->clump)
        embryo.clump = same->clump;
    return {};
}

} // namespace blastoscope::inference
