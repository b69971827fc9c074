// SPDX-License-Identifier: Apache-2.0
// The JSON form of architectures. A document may leave keys out; what it does say must survive the round trip through
// the option structs, which catches misspelt keys and enumerators alike.
#include <optional>

#include <nlohmann/json.hpp>

#include "core/nn/models/amodal_detector.h"

namespace blastoscope::nn {

NLOHMANN_JSON_SERIALIZE_ENUM(MaskHeadKind, {{MaskHeadKind::Fcn, "fcn"}, {MaskHeadKind::Vq, "vq"}})
NLOHMANN_JSON_SERIALIZE_ENUM(CodeDecoding, {{CodeDecoding::Hard, "hard"},
                                            {CodeDecoding::Soft, "soft"},
                                            {CodeDecoding::StraightThrough, "straight_through"}})
NLOHMANN_JSON_SERIALIZE_ENUM(CodeLoss, {{CodeLoss::BinaryCrossEntropy, "binary_cross_entropy"},
                                        {CodeLoss::CrossEntropy, "cross_entropy"}})
NLOHMANN_JSON_SERIALIZE_ENUM(CodeClassifier, {{CodeClassifier::Local, "local"}, {CodeClassifier::Full, "full"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Reconstruction, {{Reconstruction::Bce, "bce"}, {Reconstruction::Mse, "mse"}})
NLOHMANN_JSON_SERIALIZE_ENUM(CodebookUpdate, {{CodebookUpdate::Ema, "ema"}, {CodebookUpdate::Gradient, "gradient"}})
NLOHMANN_JSON_SERIALIZE_ENUM(BoundaryRefinementKind, {{BoundaryRefinementKind::None, "none"},
                                                      {BoundaryRefinementKind::Original, "original"},
                                                      {BoundaryRefinementKind::Improved, "improved"}})
NLOHMANN_JSON_SERIALIZE_ENUM(OcclusionReduction, {{OcclusionReduction::Mean, "mean"}, {OcclusionReduction::Sum, "sum"}})

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ResNetOptions, depth, width)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(OcclusionOptions, enabled, hidden, fuse, reduction, sumLevel)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(AnchorOptions, sizes, ratios, strides)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RpnOptions, anchors, fineSizes, positiveIou, negativeIou,
                                                samplesPerImage, positiveShare, trainPreNms, trainPostNms, testPreNms,
                                                testPostNms, nmsThreshold)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RoiSamplingOptions, perImage, positiveShare, positiveIou)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(VqVaeOptions, maskSize, codes, codeSize, hidden, residualHidden,
                                                residualBlocks, commitment, reconstruction, codebookUpdate, emaDecay,
                                                emaEpsilon, reseedShare)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MaskPlusOptions, context, pyramid, pyramidWidth, boundary,
                                                auxiliaryScales, earlyWeight, earlyShare)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(AsnOptions, enabled, hidden, convolutions, fcHidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(MaskBranchOptions, kind, hidden, margin, classAgnostic, refinement,
                                                decoding, codeLoss, codeClassifier, vqVae, scoring, perImage, maskPlus,
                                                asn)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(CountHeadOptions, enabled, hidden, maxCount)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(RelationHeadOptions, enabled, hidden)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(DepthOrderHeadOptions, enabled, width, company)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(AmodalDetectorOptions, classes, backbone, pyramidChannels, pyramidNorm,
                                                occlusion, rpn, boxConvolutions, boxHidden, roiSampling, canonicalSize,
                                                mask, count, relation, depthOrder, lossWeights)

namespace {

/// Path of the first value in `given` that `understood` does not hold, e.g. "mask.codeLos".
std::optional<std::string> firstDifference(const nlohmann::json& given, const nlohmann::json& understood,
                                           const std::string& path)
{
    if (!given.is_object())
        return given == understood ? std::nullopt : std::optional(path);
    for (const auto& [key, value] : given.items()) {
        const auto here = path.empty() ? key : path + "." + key;
        if (!understood.is_object() || !understood.contains(key))
            return here;
        if (auto difference = firstDifference(value, understood.at(key), here))
            return difference;
    }
    return std::nullopt;
}

template<typename Options>
base::Result<Options> parse(const nlohmann::json& architecture)
{
    try {
        const auto options = architecture.get<Options>();
        if (const auto difference = firstDifference(architecture, nlohmann::json(options), {}))
            return base::fail(base::ErrorCode::Incompatible,
                              "The model architecture has an unknown key or value: " + *difference + ".");
        return options;
    } catch (const nlohmann::json::exception& e) {
        return base::fail(base::ErrorCode::Incompatible, "The model architecture has a value of the wrong type.",
                          e.what());
    }
}

} // namespace

nlohmann::json toJson(const AmodalDetectorOptions& options)
{
    return options;
}

nlohmann::json toJson(const VqVaeOptions& options)
{
    return options;
}

base::Result<AmodalDetectorOptions> detectorOptionsFromJson(const nlohmann::json& architecture)
{
    return parse<AmodalDetectorOptions>(architecture);
}

base::Result<VqVaeOptions> vqVaeOptionsFromJson(const nlohmann::json& architecture)
{
    return parse<VqVaeOptions>(architecture);
}

base::Result<AmodalDetector> makeAmodalDetector(const nlohmann::json& architecture)
{
    auto options = detectorOptionsFromJson(architecture);
    if (!options)
        return tl::unexpected(options.error());
    try {
        return AmodalDetector(*options);
    } catch (const c10::Error& e) {
        return base::fail(base::ErrorCode::Incompatible, "The model architecture is impossible: " + e.msg(), e.what());
    }
}

} // namespace blastoscope::nn
