// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/nn/data/training_batch.h"
#include "core/nn/layers/precision.h"
#include "core/nn/losses/loss_map.h"
#include "core/nn/losses/roi_sampling.h"
#include "core/nn/models/asn_branch.h"
#include "core/nn/models/auxiliary_mask_head.h"
#include "core/nn/models/box_head.h"
#include "core/nn/models/code_head.h"
#include "core/nn/models/contextual_fusion.h"
#include "core/nn/models/count_head.h"
#include "core/nn/models/depth_order_head.h"
#include "core/nn/models/detections.h"
#include "core/nn/models/fcn_mask_head.h"
#include "core/nn/models/fpn.h"
#include "core/nn/models/mask_plus_options.h"
#include "core/nn/models/mask_score_head.h"
#include "core/nn/models/occlusion_branch.h"
#include "core/nn/models/refinement_head.h"
#include "core/nn/models/relation_head.h"
#include "core/nn/models/resnet.h"
#include "core/nn/models/rpn.h"
#include "core/nn/models/vq_vae.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

enum class MaskHeadKind { Fcn, Vq };
/// How predicted codes reach the shape decoder: the most probable code, the probability-weighted mean of the codes, or
/// the former with the gradient of the latter.
enum class CodeDecoding { Hard, Soft, StraightThrough };

struct MaskBranchOptions {
    MaskHeadKind kind = MaskHeadKind::Vq;
    int hidden = 128;                        ///< channels of the mask convolutions
    double margin = 0.1;                     ///< masks are predicted over the box grown by this share of its extent on
                                             ///< every side, so that a box that is a little too small cuts nothing off
    bool classAgnostic = true;               ///< one mask per RoI instead of one per class
    bool refinement = true;                  ///< with Vq: refine the decoded shape (Jang et al., sec. 4.2)
    CodeDecoding decoding = CodeDecoding::Hard;
    CodeLoss codeLoss = CodeLoss::CrossEntropy;
    CodeClassifier codeClassifier = CodeClassifier::Local;
    VqVaeOptions vqVae;
    bool scoring = false;                    ///< multiply scores by a predicted mask IoU
    int perImage = 16;                       ///< positive RoIs of an image that the mask losses see at most
    MaskPlusOptions maskPlus;
    AsnOptions asn;                          ///< with it, whole and visible silhouettes come from heads of their own
};

struct AmodalDetectorOptions {
    int classes = 3;                         ///< without background
    ResNetOptions backbone;
    int pyramidChannels = 128;
    bool pyramidNorm = false;
    OcclusionOptions occlusion;
    RpnOptions rpn;
    int boxConvolutions = 1;
    int boxHidden = 512;
    RoiSamplingOptions roiSampling;
    double canonicalSize = 112;              ///< side of the box that is read from P4, input px
    MaskBranchOptions mask;
    CountHeadOptions count;
    RelationHeadOptions relation;
    DepthOrderHeadOptions depthOrder;
    LossWeights lossWeights;
};

/// What the RoI heads see of one picture.
struct PictureFeatures {
    std::vector<torch::Tensor> levels; ///< P2..P5
    torch::Tensor proposals;           ///< [n, 4] boxes of the region proposal network, best first, input px
    int64_t height = 0;                ///< of the picture, input px
    int64_t width = 0;
};

/// How well known objects are outlined when their boxes are right: where the mask branch loses what it was shown. Means over
/// objects, masks at 28 x 28.
struct OutlineQuality {
    std::int64_t objects = 0;            ///< that the means are over
    double silhouetteIou = 0;            ///< of what the branch says at last, with the truth
    std::optional<double> codeAccuracy;  ///< share of the cells of the code that are right; with a shape code only, as all below
    std::optional<double> initialIou;    ///< of the mask that the predicted code stands for
    std::optional<double> codedIou;      ///< of the mask that the right code stands for: more is not to be had by codes alone
};

/// Amodal instance segmentation of blastomeres: Mask R-CNN on a feature pyramid (He et al. 2017; Lin et al. 2017) with
/// an occlusion branch and a vector-quantised shape code (Jang et al., VQ shape code, sec. 4), or with a plain FCN mask
/// head.
///
/// Keys: backbone, fpn, occlusion, rpn, box_head, and fcn_mask_head or vq_vae, code_head and refinement_head, and
/// mask_score_head, count_head, relation_head and depth_order_head; and what MaskPlusOptions and AsnOptions ask for:
/// context, asn, visible_mask_head, auxiliary_half, auxiliary_double. The shape auto-encoder is trained before the
/// detector, put in by setVqVae, and stays frozen: its parameters require no gradient and it remains in evaluation
/// mode. Not thread-safe. Programming errors (wrong shapes, missing targets) throw c10::Error.
class AmodalDetectorImpl : public torch::nn::Module {
public:
    explicit AmodalDetectorImpl(const AmodalDetectorOptions& options);

    /// Losses by name: rpn_objectness, rpn_box, box_class, box_regression, mask_amodal, mask_visible (absent with Vq and
    /// no refinement), mask_half, mask_double, instance_occlusion, occlusion, code, mask_score, count. All randomness (sampling of anchors and RoIs) comes from `seed`.
    LossMap losses(const TrainingBatch& batch, std::uint64_t seed, Precision precision);
    /// The losses summed with the architecture's weights. `progress` is the share of the training that is over, in
    /// [0, 1]; biased training (MaskPlus) weighs the losses of masks by it.
    torch::Tensor totalLoss(const LossMap& losses, double progress = 1) const;

    /// `images` [B, 1, H, W] fp32, standardised; any size (padded inside to multiples of 32). No gradient.
    /// Without a visible-mask head (Vq without refinement) `visible` equals `amodal`.
    std::vector<DetectorOutput> detect(const torch::Tensor& images, const DetectOptions& detectOptions);

    /// The head that judges detections beside each other; empty when the architecture has none.
    RelationHead relationHead() const { return relation_head; }
    /// The head that says which of two overlapping cells is nearer; empty when the architecture has none.
    DepthOrderHead depthOrderHead() const { return depth_order_head; }

    /// The part of detect() that does not depend on boxes, for one image [1, 1, H, W]; no gradient.
    PictureFeatures features(const torch::Tensor& image, Precision precision);
    /// The RoI heads at `boxes` [n, 4] (input px) and, in a second round, at what they made of these. No gradient.
    DetectorOutput detectAt(const PictureFeatures& picture, const torch::Tensor& boxes,
                            const DetectOptions& detectOptions);

    /// The mask branch at the boxes of all objects that are not ignored. No gradient.
    OutlineQuality outlineQuality(const TrainingBatch& batch, Precision precision);

    /// Copies trained weights into the frozen auto-encoder. Needs mask.kind == Vq and equal options.
    void setVqVae(const VqVae& trained);

    /// Takes out what only training uses; detections stay as they are. For a model that is to be shipped.
    void dropTrainingParts();

    void train(bool on = true) override;

    AmodalDetectorOptions options;

private:
    using Levels = std::vector<torch::Tensor>;
    struct Features {
        Levels levels;          ///< P2..P5 as the RoI heads see them
        Levels occlusionLogits; ///< per level; empty without the branch
        RpnOutput proposals;
    };
    struct MaskOutput {
        MaskLogits masks;
        torch::Tensor codeLogits;      ///< Vq only
        torch::Tensor occlusionLogits; ///< with asn only
        torch::Tensor pooled;          ///< RoI features, with context where there is one
    };
    /// What the mask losses compare with, of the positive RoIs.
    struct MaskTruth {
        torch::Tensor amodalMasks, visibleMasks; ///< [n, H, W] of the whole batch
        torch::Tensor visibleKnown;              ///< [n]
        torch::Tensor instance;                  ///< [R] into them
        torch::Tensor labels;                    ///< [R]
    };

    void registerMaskHeads(int channels);
    void registerMaskExtras(int channels);
    FcnMaskHeadOptions maskHeadOptions(int channels) const;
    Features extract(const torch::Tensor& images, Precision precision);
    MaskOutput predictMasks(const Levels& levels, const torch::Tensor& rois);
    void predictShapes(MaskOutput& output, const torch::Tensor& features);
    torch::Tensor latentsOf(const torch::Tensor& codeLogits);
    void addBoxLosses(LossMap& losses, const Levels& levels, const RoiSample& sample, const torch::Tensor& truth);
    /// `rois` [R, 5] are positive and belong to `truth`.
    void addMaskLosses(LossMap& losses, const Levels& levels, const torch::Tensor& rois, const MaskTruth& truth);
    /// Names of the losses of the mask branch that this architecture has.
    std::vector<std::string> maskLossNames() const;
    /// Of logits [R, C, n, n] over `boxes` [R, 4].
    static torch::Tensor amodalLoss(const torch::Tensor& logits, const torch::Tensor& boxes, const MaskTruth& truth);
    static torch::Tensor visibleLoss(const torch::Tensor& logits, const torch::Tensor& boxes, const MaskTruth& truth);
    torch::Tensor maskScoreLoss(const MaskOutput& output, const torch::Tensor& truth, const torch::Tensor& labels);
    bool predictsSilhouettes() const { return !fcn_mask_head.is_empty() || !refinement_head.is_empty(); }
    std::vector<DetectorOutput> detectOnce(const torch::Tensor& images, const DetectOptions& detectOptions);
    std::vector<DetectorOutput> detectInViews(const torch::Tensor& images, const DetectOptions& detectOptions);
    std::vector<DetectorOutput> detectBoxes(const Levels& levels, const std::vector<torch::Tensor>& proposals,
                                            int64_t height, int64_t width, const DetectOptions& detectOptions);
    void addMasks(std::vector<DetectorOutput>& outputs, const Levels& levels);
    torch::Tensor regressed(const PictureFeatures& picture, const torch::Tensor& boxes);

    ResNet backbone{nullptr};
    FeaturePyramid fpn{nullptr};
    OcclusionBranch occlusion{nullptr};
    RegionProposalNetwork rpn{nullptr};
    BoxHead box_head{nullptr};
    FcnMaskHead fcn_mask_head{nullptr};
    VqVae vq_vae{nullptr};
    CodeHead code_head{nullptr};
    RefinementHead refinement_head{nullptr};
    MaskScoreHead mask_score_head{nullptr};
    CountHead count_head{nullptr};
    RelationHead relation_head{nullptr};
    DepthOrderHead depth_order_head{nullptr};
    ContextualFusion context{nullptr};
    AsnBranch asn{nullptr};
    FcnMaskHead visible_mask_head{nullptr};
    AuxiliaryMaskHead auxiliary_half{nullptr}, auxiliary_double{nullptr};
};
TORCH_MODULE(AmodalDetector);

nlohmann::json toJson(const AmodalDetectorOptions& options);
nlohmann::json toJson(const VqVaeOptions& options);

/// Absent keys keep their defaults; an unknown key, a wrong type or an impossible value is Incompatible, and the message
/// names the key.
base::Result<AmodalDetectorOptions> detectorOptionsFromJson(const nlohmann::json& architecture);
base::Result<VqVaeOptions> vqVaeOptionsFromJson(const nlohmann::json& architecture);

/// A freshly initialised detector. Draw from a seeded torch::manual_seed for reproducible weights.
base::Result<AmodalDetector> makeAmodalDetector(const nlohmann::json& architecture);

} // namespace blastoscope::nn
