// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "core/base/cancellation.h"
#include "core/inference/gray_frame.h"
#include "core/inference/networks.h"

namespace blastoscope::inference {

struct EmbryoSearchOptions {
    double closeLookBelow = 0.4;      ///< embryos below this share of the frame's longer side are looked at again
    double closeLookField = 2;        ///< side of that look's window, in sides of the embryo
    double clumpShareOfEmbryo = 0.75; ///< side of the cell mass / side of the zona, when only one of them was found
    int maxEmbryos = 12;              ///< the largest ones of a frame
    double panoramaAspect = 2;        ///< longer / shorter side from which a frame is also looked at in squares
};

/// The coarse pass: where in a frame the embryos are. The network looks at the whole frame, at a long frame also square
/// by square (it knows embryos that are not tiny in the picture), and once more at each embryo that is small in it.
/// Thread-safe as far as the networks are.
class EmbryoSearch {
public:
    explicit EmbryoSearch(const EmbryoSearchOptions& options = {}) : m_options(options) {}

    /// At most maxEmbryos, largest first, in pixels of the frame; no box reaches beyond it. Fails with the errors of
    /// the network and, between two looks, with Cancelled.
    base::Result<CoarseFindings> find(const GrayFrame& frame, Networks& networks,
                                      const base::CancellationToken& cancel) const;
    /// Where the cells of that embryo are, px of the frame, guessed from its zona where they were not seen.
    base::Box cellsOf(const nn::FoundEmbryo& embryo) const;

private:
    /// The box of the whole embryo, guessed from its cells where the zona was not seen.
    base::Box extentOf(const nn::FoundEmbryo& embryo) const;
    /// Adds to `findings`, what the whole frame showed, what only its parts show.
    base::Status lookInSquares(const GrayFrame& frame, Networks& networks, const base::CancellationToken& cancel,
                               CoarseFindings& findings) const;
    /// Places the boxes of a small embryo more exactly, through a window of its own. What this look does not see again
    /// stays as it was.
    base::Status lookCloser(const GrayFrame& frame, Networks& networks, const base::CancellationToken& cancel,
                            nn::FoundEmbryo& embryo) const;

    EmbryoSearchOptions m_options;
};

/// Squares of the shorter side that together cover a width x height frame, neighbours sharing at least three quarters
/// but in a very long one; px of the frame. None when the longer side is below `aspect` (above 1) times the shorter.
std::vector<base::Box> panoramaSquares(int width, int height, double aspect);

} // namespace blastoscope::inference
