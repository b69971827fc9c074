// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "core/inference/amodal_segmenter.h"

namespace blastoscope::inference {

/// A frame that was looked at once: windows as for segmenting it, of which those that a person points into keep the
/// network's features, so that each further prompt costs the RoI heads only.
class AmodalPromptedImage : public PromptedImage {
public:
    using Window = AmodalSegmenter::Window;

    /// The segmenter must outlive this.
    AmodalPromptedImage(const AmodalSegmenter& segmenter, GrayFrame frame, std::vector<Window> windows);

    base::Result<std::vector<Detection>> proposeAt(const Prompt& prompt,
                                                   const base::CancellationToken& cancel) override;

private:
    struct Place {
        CropTransform transform;
        std::vector<base::Box> found; ///< by segmenting, pixels of the crop
        std::unique_ptr<KeptPicture> kept;
    };

    /// Where to look for a point of the image: the window that shows it in its middle, or a new one around it.
    Place& placeFor(const base::Point& point);
    base::Result<std::vector<Detection>> answered(const Prompt& prompt, const base::CancellationToken& cancel);
    base::Result<std::vector<Detection>> onImage(const std::vector<CropDetection>& found,
                                                 const CropTransform& transform,
                                                 const base::CancellationToken& cancel) const;

    const AmodalSegmenter& m_segmenter;
    GrayFrame m_frame;
    std::vector<Place> m_places;
};

} // namespace blastoscope::inference
