// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "core/base/random.h"
#include "core/inference/prompt.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::tests {

/// The helpers that a scripted annotator may have besides the hand; each may be missing.
struct AnnotatorHelpers {
    /// Silhouettes that the model proposes for a prompt, best first.
    std::function<std::vector<masks::RleMask>(const inference::Prompt&)> click;
    /// The mended silhouette, or the same when it cannot be mended.
    std::function<masks::RleMask(const masks::RleMask&)> snap;
};

/// How a new outline is drawn by hand.
enum class Outlining {
    Polygon, ///< a click per corner on the true outline, Enter at the end
    Ellipse, ///< three clicks
};

struct AnnotatorOptions {
    Outlining outlining = Outlining::Polygon;
    double goal = 0.9;      ///< IoU with the truth
    double handError = 1.5; ///< px, standard deviation of where a click or stroke lands
    double brush = 9;       ///< px, radius
    std::uint64_t seed = 1;
};

/// Gestures by kind; one press of the mouse with whatever movement until its release, or one key, is one gesture.
struct Gestures {
    int outline = 0; ///< clicks and Enter of new outlines
    int stroke = 0;  ///< brush and eraser, with the click that selects the object
    int remove = 0;  ///< click and Del
    int click = 0;   ///< click to segment: clicks, N, Enter
    int snap = 0;    ///< selecting, the key of the tool, Enter
    int total() const { return outline + stroke + remove + click + snap; }
};

/// Somebody who sees the true outlines and brings every cell to the goal with as few gestures as they know: three kinds
/// of correction by hand (outline, stroke, removal), and what the helpers offer where that is cheaper. The tools are
/// those of the window (core/masks); choosing a tool from the strip is not counted, in no arm.
class Annotator {
public:
    Annotator(AnnotatorOptions options, AnnotatorHelpers helpers);

    /// From what is in the frame to all of `truth`; what is no cell is removed.
    Gestures correct(const std::vector<masks::RleMask>& truth, std::vector<masks::RleMask> objects);

private:
    struct Attempt {
        masks::RleMask shape;
        Gestures gestures;
    };

    bool isGood(const masks::RleMask& shape, const masks::RleMask& truth) const;
    Attempt outlined(const masks::RleMask& truth);
    Attempt polygon(const masks::RleMask& truth, int corners);
    Attempt stroked(Attempt attempt, const masks::RleMask& truth, int limit);
    masks::RleMask bestStroke(const masks::RleMask& shape, const masks::RleMask& truth);
    masks::RleMask stroke(const masks::RleMask& shape, const masks::RleMask& part, const masks::RleMask& truth,
                          bool adding, double depth);
    std::vector<Attempt> clicked(const masks::RleMask& truth);
    Attempt mended(Attempt attempt) const;
    /// The cheapest way to a good shape from one that exists, or from nothing.
    Gestures cheapest(const masks::RleMask& truth, const masks::RleMask* existing);
    void consider(const Attempt& attempt, const masks::RleMask& truth, std::vector<Attempt>& good);
    base::Point shaken(const base::Point& point);

    AnnotatorOptions m_options;
    AnnotatorHelpers m_helpers;
    base::Random m_random;
};

} // namespace blastoscope::tests
