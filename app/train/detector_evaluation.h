// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/evaluation/coco_eval.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/models/count_rule.h"
#include "core/nn/torch.h"

namespace blastoscope::train {

struct CountTable;
struct FrameFindings;

struct DetectorEvaluationOptions {
    int inputSize = 256;      ///< side of the windows, px
    double fieldOfView = 1.7; ///< window side / clump extent
    nn::Precision precision = nn::Precision::Fp32;
    int batch = 4;            ///< windows at a time
};

/// What a detector counts as blastomeres in one frame, beside the truth.
struct FrameScore {
    std::vector<masks::RleMask> truth;   ///< whole silhouettes on the window; ignored cells are left out
    std::vector<masks::RleMask> counted; ///< of the same size; those that match an ignored cell best are left out
    double quality = 0;                  ///< panopticQuality of the two
};

/// Numbers over all frames and those behind them.
struct DetectorScore {
    nlohmann::json numbers;
    std::vector<FrameScore> frames;
};

/// Measures a detector on held-out frames, cut out as inference cuts them. Windows are made once and kept. The detector
/// must be in evaluation mode; what LibTorch throws passes through.
class DetectorEvaluation {
public:
    /// Samples 0 ... count - 1 of `source`.
    DetectorEvaluation(const nn::SampleSource& source, int count, DetectorEvaluationOptions options);

    /// COCO mask AP of the blastomeres ("ap", "ap50", "ap75"; "ap_hidden" of their hidden parts), of the other classes
    /// ("ap_fragment", "ap_polar_body"), how well cells are outlined when their boxes are right ("outline_iou", with a
    /// shape code also "code_accuracy", "initial_iou" and "coded_iou"; see nn::OutlineQuality; absent without cells),
    /// and "count": the rule by which detections count (bestCount), chosen for frames with 2 to 8 cells and for those
    /// with none, and how well it counts. With `alsoCount` it is chosen for these frames and for its frames alike;
    /// `known` is kept instead where it is one of those that are tried.
    nlohmann::json measure(nn::AmodalDetector& detector, const DetectorEvaluation* alsoCount = nullptr,
                           const std::optional<nn::CountRule>& known = std::nullopt) const;

    /// "ap", "ap50", "ap75" of the blastomeres as above, and how well the given rule counts them: "exact", "within_one"
    /// (shares), "bias" (cells) and "quality" (mean of the frames'). Detections that match an ignored cell best are not
    /// counted.
    DetectorScore score(nn::AmodalDetector& detector, const nn::CountRule& rule) const;

private:
    struct Frame {
        nn::WindowSample window;
        int cells = 0;
    };

    /// One per frame.
    std::vector<FrameFindings> detect(nn::AmodalDetector& detector) const;
    std::vector<CountTable> countTables(const std::vector<FrameFindings>& found) const;
    static FrameScore frameScore(const Frame& frame, const FrameFindings& found, const nn::CountRule& rule);
    std::vector<evaluation::EvaluationImage> evaluationImages(const std::vector<FrameFindings>& found) const;
    /// Means of nn::OutlineQuality over all cells.
    nlohmann::json outlines(nn::AmodalDetector& detector) const;
    /// AP of the hidden parts of blastomeres; -1 when nothing is hidden.
    double hiddenAp(const std::vector<FrameFindings>& found) const;

    DetectorEvaluationOptions m_options;
    std::vector<Frame> m_frames;
};

} // namespace blastoscope::train
