// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/inference/segmenter.h"
#include "core/nn/io/model_description.h"
#include "core/nn/models/finder_boxes.h"

namespace blastoscope::inference {

/// A picture as a network sees it: standardised (nn::standardise), row-major.
struct NetworkInput {
    int width = 0;  ///< px of the input
    int height = 0;
    std::vector<float> pixels; ///< width * height
};

/// What the coarse pass sees, in pixels of its input. Its maps: core/nn/models/embryo_finder.h.
struct CoarseFindings {
    std::vector<nn::FoundEmbryo> embryos; ///< each with the box of its zona, of its cells, or both
    double cellArea = 0; ///< of everything that looks like a cell, px^2, weighted with how probable it is
};

/// One detection of the fine pass, in pixels of its input.
struct CropDetection {
    int classId = 1; ///< 1-based index into the model's classes
    float score = 0; ///< [0, 1]
    base::Box box;
    base::Box mapBox; ///< what the maps spread over: the box and a margin; may reach beyond the input
    int mapSize = 0;
    std::vector<float> amodal;  ///< mapSize x mapSize probabilities over mapBox
    std::vector<float> visible; ///< the same for the topmost part
};

/// What the fine pass found in one crop.
struct CropFindings {
    std::vector<CropDetection> detections; ///< best first
    /// How probable 0, 1, 2, ... cells are, judged from the crop as a whole (the last: or more); empty when the model
    /// does not say.
    std::vector<double> countProbabilities;
    /// Row-major, one row and column per detection: how probable it is that the row's is nearer than the column's, .5
    /// where the model was not asked; empty when it does not say.
    std::vector<float> nearer;
};

/// What the fine pass's network made of one input, kept on the device so that single boxes can be asked for later.
struct KeptPicture {
    virtual ~KeptPicture() = default;
    std::vector<base::Box> proposals; ///< where the network itself would look, best first, pixels of the input
};

/// The networks of a model file on their device: all that the segmenter needs from LibTorch, whose exceptions end here.
/// Where the memory of the GPU does not suffice, the work is done on the CPU, then and from then on (compute_device.h);
/// every function may fail with OutOfMemory when that has no room either, and with Internal. Not thread-safe.
///
/// The networks: a finder of embryos (core/nn/models/embryo_finder.h) and a detector of amodal masks (Jang et al., VQ
/// shape code, sec. 4, on Mask R-CNN, He et al. 2017; core/nn/models/amodal_detector.h).
class Networks {
public:
    virtual ~Networks() = default;
    virtual const nn::ModelDescription& description() const = 0;
    /// May change when the memory of a GPU runs out.
    virtual const DeviceInfo& device() const = 0;
    /// Longer side of the coarse pass's input, px; both sides must be multiples of overviewMultiple().
    virtual int overviewSize() const = 0;
    virtual int overviewMultiple() const = 0;
    virtual base::Result<CoarseFindings> find(const NetworkInput& overview) = 0;
    /// All inputs of one size; one answer per input. Fails with Cancelled between two batches.
    virtual base::Result<std::vector<CropFindings>> detect(const std::vector<NetworkInput>& crops,
                                                           const base::CancellationToken& cancel) = 0;
    /// Looks at an input for detectAt(), which then costs the RoI heads only.
    virtual base::Result<std::unique_ptr<KeptPicture>> keep(const NetworkInput& crop) = 0;
    /// What the RoI heads see in these boxes (pixels of the input; they are clipped to it) and in what they make of
    /// them, however improbable; best first. `picture` must come from keep() of the same object.
    virtual base::Result<std::vector<CropDetection>> detectAt(const KeptPicture& picture,
                                                              const std::vector<base::Box>& boxes) = 0;
};

/// Fails with the errors of reading a weight file, Incompatible when the weights do not fit the architecture that the
/// file describes, Unsupported when the device is not there, OutOfMemory.
base::Result<std::unique_ptr<Networks>> loadNetworks(const std::filesystem::path& weights,
                                                     const SegmenterOptions& options);

} // namespace blastoscope::inference
