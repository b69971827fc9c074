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

/// One object of an image. Amodal, as in Zhu et al. 2017 ("Semantic Amodal Segmentation"): of what it is as a whole,
/// the hidden part included.
struct Detection {
    int classId = 1;           ///< 1-based index into ModelInfo::classNames
    float score = 0;           ///< [0, 1]; how sure the model is, comparable within one model
    base::Box box;             ///< tight box of the amodal mask, full-image pixels
    masks::RleMask amodal;     ///< whole silhouette on the full image, cut off where that ends; never empty
    masks::RleMask visible;    ///< predicted visible part on the full image, subset of amodal; may be empty
};

/// Indices into Segmentation::detections. Pairs of unsure order are not listed (core/inference/depth_order.h), and
/// those listed do not contradict each other.
struct DepthOrder {
    int nearer = 0;
    int farther = 0;
    float confidence = 0;      ///< [.6, 1]: how probable it is that the order is not the opposite
};

/// The result for one image. `detections` holds everything above the low reporting threshold (for AP), best first;
/// `counted` are those that the model's rule takes for cells (core/nn/models/count_rule.h).
struct Segmentation {
    std::vector<Detection> detections;
    std::vector<int> counted;              ///< indices into detections, ascending: what is shown and counted
    std::vector<DepthOrder> order;         ///< among counted detections
    std::vector<base::Box> embryoBoxes;    ///< embryos incl. zona, as far as they lie in the image, full-image pixels;
                                           ///< none from a model without a coarse pass
    std::vector<std::string> qcFlags;      ///< of namespace qc (core/inference/quality_flags.h), e.g. "no_embryo"
};

enum class DeviceChoice {
    Auto, ///< a CUDA GPU when there is one, else the CPU
    Cpu,
    Cuda  ///< loading fails (Unsupported) when there is none
};

/// Where a model computes.
struct DeviceInfo {
    std::string name;          ///< "CPU" or the GPU's name
    std::string reason;        ///< one sentence: why this device, e.g. "this LibTorch has no CUDA"
    bool isCuda = false;
    bool bf16 = false;         ///< reduced precision in use
};

/// What a weight file says about itself that results need (model_card.h has all of it).
struct ModelInfo {
    std::string name;          ///< "blastomere-amodal"
    std::string version;
    std::string description;   ///< one line: what it is for
    std::string sha256;        ///< of the weight file, 64 hex digits
    std::string licence;
    std::vector<std::string> classNames; ///< class 1 first
    double countThreshold = 0.5; ///< score from which a detection on its own is more likely a cell than not
};

struct SegmenterOptions {
    DeviceChoice device = DeviceChoice::Auto;
    int threads = 0;           ///< intra-op threads; 0 = cores - 1, at least 1
    bool allowBf16 = true;
};

/// An image that a segmenter has looked at once, to be asked about single objects. Used on the thread of its segmenter,
/// which must outlive it. Keeps the grey values of the image (4 bytes a pixel) and some megabytes, on the device, for
/// each part of it that was asked about.
class PromptedImage {
public:
    virtual ~PromptedImage() = default;
    /// What the model takes for the object that a person points at, at most eight answers, best first; empty when it
    /// sees nothing there or the prompt lies beside the image. Fails with InvalidArgument for a prompt without point
    /// and box, with Cancelled, with OutOfMemory and with Internal; after a failure it can be asked again.
    virtual base::Result<std::vector<Detection>> proposeAt(const Prompt& prompt,
                                                           const base::CancellationToken& cancel) = 0;
};

/// The one interface by which anything runs a model. Not thread-safe: one thread at a time; create on any thread.
/// Nothing is remembered from image to image but the device: when the memory of a GPU does not suffice even for one
/// piece of an image, that and everything later is computed on the CPU. No function throws.
class Segmenter {
public:
    virtual ~Segmenter() = default;
    virtual const ModelInfo& model() const = 0;
    /// Changes when the memory of a GPU runs out.
    virtual const DeviceInfo& device() const = 0;
    /// `image`: at least 16 px a side, 1 or 3 channels, any pixel type in any units; values that are no finite numbers
    /// count as the median of the others. The same image gives the same result on the same device. Fails with
    /// InvalidArgument for a smaller image, Cancelled when the token fires (looked at between all pieces of work, of
    /// which the longest takes about as long as one embryo), OutOfMemory and Internal.
    virtual base::Result<Segmentation> segment(const base::Image& image, const base::CancellationToken& cancel) = 0;
    /// Looks at an image for prompts: about as long as segment(), so that each prompt is quick. Fails as segment()
    /// does, and with Unsupported unless a family of models can do that.
    virtual base::Result<std::unique_ptr<PromptedImage>> prepare(const base::Image& image,
                                                                 const base::CancellationToken& cancel)
    {
        return base::fail(base::ErrorCode::Unsupported,
                          "This model cannot segment single objects that are clicked at.");
    }
};

/// A segmenter of the family that the weight file names. Takes seconds: on a worker thread. Fails with the errors of
/// reading a weight file (NotFound, Io, Truncated, Corrupt), Incompatible when it is no model of this program or its
/// weights do not fit the architecture that it describes, Unsupported when the device is not there, OutOfMemory.
base::Result<std::unique_ptr<Segmenter>> loadSegmenter(const std::filesystem::path& weights,
                                                       const SegmenterOptions& options);

/// Reads the header of a weight file and the hash of all of it; the weights are not looked at. Fails with the errors of
/// reading a weight file and Incompatible for one that is no model of this program. Thread-safe.
base::Result<ModelInfo> readModelInfo(const std::filesystem::path& weights);

} // namespace blastoscope::inference
