// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/base/image.h"
#include "core/inference/prompt.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::inference {

struct Detection {
    int classId = 1;           ///< 1-based index into ModelInfo::classNames
    float score = 0;           ///< [0, 1]
    base::Box box;             ///< tight box of the amodal mask, full-image pixels
    masks::RleMask amodal;     ///< whole silhouette on the full image
    masks::RleMask visible;    ///< predicted visible part, subset of amodal
};

/// Indices into Segmentation::detections; only pairs whose order is known with confidence >= .6 are listed.
struct DepthOrder {
    int nearer = 0;
    int farther = 0;
    float confidence = 0;      ///< (.5, 1]
};

/// The result for one image. `detections` holds everything above the low reporting threshold (for AP), best first;
/// `counted` are those that the model's rule takes for cells (core/nn/models/count_rule.h).
struct Segmentation {
    std::vector<Detection> detections;
    std::vector<int> counted;              ///< indices into detections: what the window shows and the CSV counts
    std::vector<DepthOrder> order;         ///< among counted detections
    std::vector<base::Box> embryoBoxes;    ///< whole embryos incl. zona, as found by the coarse pass
    std::vector<std::string> qcFlags;      ///< e.g. "no_embryo", "not_countable", "low_confidence"
};

enum class DeviceChoice { Auto, Cpu, Cuda };

struct DeviceInfo {
    std::string name;          ///< "CPU" or the GPU's name
    std::string reason;        ///< one sentence: why this device, e.g. "this LibTorch has no CUDA"
    bool isCuda = false;
    bool bf16 = false;         ///< reduced precision in use
};

struct ModelInfo {
    std::string name;          ///< "blastomere-amodal"
    std::string version;
    std::string description;   ///< one line: what it is for
    std::string sha256;        ///< of the weight file
    std::string licence;
    std::vector<std::string> classNames;
    double countThreshold = 0.5; ///< score from which a detection on its own is more likely a cell than not
};

struct SegmenterOptions {
    DeviceChoice device = DeviceChoice::Auto;
    int threads = 0;           ///< intra-op threads; 0 = cores - 1, at least 1
    bool allowBf16 = true;
};

/// An image that a segmenter has looked at once, to be asked about single objects. Used on the thread of its segmenter,
/// which must outlive it.
class PromptedImage {
public:
    virtual ~PromptedImage() = default;
    /// What the model takes for the object that a person points at, best answer first; empty when it sees nothing there.
    /// Fails with InvalidArgument for a prompt that points nowhere and with Cancelled.
    virtual base::Result<std::vector<Detection>> proposeAt(const Prompt& prompt,
                                                           const base::CancellationToken& cancel) = 0;
};

/// The one interface by which anything runs a model. Not thread-safe: one thread at a time; create on any thread.
class Segmenter {
public:
    virtual ~Segmenter() = default;
    virtual const ModelInfo& model() const = 0;
    virtual const DeviceInfo& device() const = 0;
    /// `image`: any size, 1 or 3 channels, any pixel type. Fails with Cancelled when the token fires.
    virtual base::Result<Segmentation> segment(const base::Image& image, const base::CancellationToken& cancel) = 0;
    /// Looks at an image for prompts: about as long as segment(), so that each prompt is quick. Unsupported unless a
    /// family of models can do that.
    virtual base::Result<std::unique_ptr<PromptedImage>> prepare(const base::Image& image,
                                                                 const base::CancellationToken& cancel)
    {
        return base::fail(base::ErrorCode::Unsupported, "This model cannot segment single objects that are clicked at.");
    }
};

base::Result<std::unique_ptr<Segmenter>> loadSegmenter(const std::filesystem::path& weights,
                                                       const SegmenterOptions& options);

/// Reads only the header of a weight file.
base::Result<ModelInfo> readModelInfo(const std::filesystem::path& weights);

} // namespace blastoscope::inference
