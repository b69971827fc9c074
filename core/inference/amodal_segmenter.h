// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/inference/crop_transform.h"
#include "core/inference/depth_order.h"
#include "core/inference/embryo_search.h"
#include "core/inference/networks.h"
#include "core/inference/segmenter.h"

namespace blastoscope::inference {

struct PipelineOptions {
    EmbryoSearchOptions search;
    double recenterTolerance = 0.15; ///< see isOffTarget
};

/// Coarse pass over the frame, one window per embryo resampled to the scale that the detector knows, fine pass, results
/// mapped back to full resolution (ARCHITECTURE.md, "From a stack on disk to a row in the CSV"). Cancelling is looked
/// for between all looks of the networks and between the masks that are mapped back.
class AmodalSegmenter : public Segmenter {
public:
    AmodalSegmenter(ModelInfo model, std::unique_ptr<Networks> networks, const PipelineOptions& options = {});

    const ModelInfo& model() const override { return m_model; }
    const DeviceInfo& device() const override { return m_networks->device(); }
    base::Result<Segmentation> segment(const base::Image& image, const base::CancellationToken& cancel) override;
    base::Result<std::unique_ptr<PromptedImage>> prepare(const base::Image& image,
                                                         const base::CancellationToken& cancel) override;

private:
    friend class AmodalPromptedImage;

    /// A detection on the full image and where it comes from.
    struct Candidate {
        std::size_t window = 0; ///< index of the one it was seen through
        std::size_t index = 0;  ///< among the detections of that window
        Detection detection;
    };
    /// The part of a frame around one embryo and what was found there.
    struct Window {
        base::Box target; ///< box of all cells, image pixels
        CropTransform transform;
        CropFindings found; ///< in crop pixels
        std::optional<base::Box> zona; ///< the whole embryo, where it was seen; image pixels
    };

    /// A frame after both passes.
    struct LookedAt {
        GrayFrame frame;
        CoarseFindings findings;
        std::vector<Window> windows;
    };

    base::Result<LookedAt> lookAt(const base::Image& image, const base::CancellationToken& cancel) const;
    std::vector<Window> windowsFor(const CoarseFindings& findings) const;
    base::Status finePass(const GrayFrame& frame, const std::vector<Window*>& windows,
                          const base::CancellationToken& cancel) const;
    /// Looks again, through a better window, where the cells turned out to lie elsewhere or to be of another extent.
    base::Status recenter(const GrayFrame& frame, std::vector<Window>& windows,
                          const base::CancellationToken& cancel) const;
    /// Of windows that show the same cells, which a split cell mass leads to, the first alone.
    static void dropRepeated(std::vector<Window>& windows);
    base::Result<Segmentation> assembled(const GrayFrame& frame, const CoarseFindings& findings,
                                         const std::vector<Window>& windows,
                                         const base::CancellationToken& cancel) const;

    CropTransform windowAround(const base::Box& target) const;
    /// The box of all confident cells of a window, image pixels; a zona holds all cells of its embryo.
    std::optional<base::Box> cellBox(const Window& window) const;
    /// Whether a point is nearer to the target of that window than to all others that show it: windows of neighbouring
    /// embryos overlap. Distances count in extents of the targets, so that a small embryo beside a large one does not
    /// claim the cells of that.
    static bool belongsTo(std::size_t index, const std::vector<Window>& windows, const base::Point& center);
    /// Fails with Cancelled.
    static base::Result<std::vector<Candidate>> mappedBack(const GrayFrame& frame, const std::vector<Window>& windows,
                                                           const base::CancellationToken& cancel);
    /// The map that tells where a candidate is topmost. Made when it is asked for: at full resolution all of them would
    /// fill the memory.
    static VisibilityMap visibilityOf(const Candidate& candidate, const std::vector<Window>& windows);
    /// Of the counted detections; `sources` are those that all detections come from. Told by the model's depth order
    /// head where it has one, else by who is topmost on the overlap. Visible parts are made to agree with it.
    static void addOrder(Segmentation& segmentation, const std::vector<const Candidate*>& sources,
                         const std::vector<Window>& windows);

    ModelInfo m_model;
    std::unique_ptr<Networks> m_networks;
    EmbryoSearch m_search;
    double m_recenterTolerance;
    int m_blastomereClass;
};

} // namespace blastoscope::inference
