// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/inference/segmenter.h"
#include "core/nn/io/model_description.h"
#include "core/nn/models/finder_boxes.h"

namespace blastoscope::inference {

/// A picture as a network sees it: standardised, row-major.
struct NetworkInput {
    int width = 0;
    int height = 0;
    std::vector<float> pixels;
};

/// What the coarse pass sees, in pixels of its input.
struct CoarseFindings {
    std::vector<nn::FoundEmbryo> embryos;
    double cellArea = 0; ///< of everything that looks like a cell
};

/// One detection of the fine pass, in pixels of its input.
struct CropDetection {
    int classId = 1;
    float score = 0;
    base::Box box;
    base::Box mapBox; ///< what the maps spread over: the box and a margin
    int mapSize = 0;
    std::vector<float> amodal;  ///< mapSize x mapSize probabilities over mapBox
    std::vector<float> visible; ///< the same for the topmost part
};

/// What the fine pass found in one crop.
struct CropFindings {
    std::vector<CropDetection> detections; ///< best first
    /// How probable 0, 1, 2, ... cells are, judged from the crop as a whole (the last: or more); empty when the model does
    /// not say.
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

/// The networks of a model file on their device: all that the segmenter needs from LibTorch. Not thread-safe.
class Networks {
public:
    virtual ~Networks() = default;
    virtual const nn::ModelDescription& description() const = 0;
    /// May change when the memory of a GPU runs out.
    virtual const DeviceInfo& device() const = 0;
    /// Longer side of the coarse pass's input; both sides must be multiples of overviewMultiple().
    virtual int overviewSize() const = 0;
    virtual int overviewMultiple() const = 0;
    virtual base::Result<CoarseFindings> find(const NetworkInput& overview) = 0;
    /// All inputs of one size; one answer per input.
    virtual base::Result<std::vector<CropFindings>> detect(const std::vector<NetworkInput>& crops) = 0;
    virtual base::Result<std::unique_ptr<KeptPicture>> keep(const NetworkInput& crop) = 0;
    /// What the RoI heads see in these boxes (pixels of the input) and in what they make of them, however improbable; best
    /// first. `picture` must come from keep() of the same object.
    virtual base::Result<std::vector<CropDetection>> detectAt(const KeptPicture& picture,
                                                              const std::vector<base::Box>& boxes) = 0;
};

/// Fails with the errors of reading a weight file, Incompatible when the weights do not fit the architecture that the
/// file describes, Unsupported when the device is not there.
base::Result<std::unique_ptr<Networks>> loadNetworks(const std::filesystem::path& weights,
                                                     const SegmenterOptions& options);

} // namespace blastoscope::inference
