// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <nlohmann/json.hpp>
#include <torch/torch.h>

#include "core/evaluation/coco_eval.h"
#include "core/nn/data/augmentation.h"
#include "core/nn/models/amodal_detector.h"

namespace blastoscope::train {

struct DetectorEvaluationOptions {
    int inputSize = 256;
    double fieldOfView = 1.7;
    nn::Precision precision = nn::Precision::Fp32;
    int batch = 4;
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

/// Measures a detector on held-out frames, cut out as inference cuts them. Windows are made once and kept.
class DetectorEvaluation {
public:
    /// Samples 0 ... count - 1 of `source`.
    DetectorEvaluation(const nn::SampleSource& source, int count, DetectorEvaluationOptions options);

    /// COCO mask AP of the blastomeres ("ap", "ap50", "ap75"), of the other classes ("ap_fragment", "ap_polar_body"),
    /// and "count": the score from which detections count ("threshold") and the mask IoU from which two are one cell
    /// ("merge_iou"), chosen together for frames with 2 to 8 cells, and how well they count.
    /// chosen together for frames with 2 to 8 cells, and how well they count. With `alsoCount` they are chosen for these
    /// frames and for its frames alike.
    nlohmann::json measure(nn::AmodalDetector& detector, const DetectorEvaluation* alsoCount = nullptr) const;

    /// "ap", "ap50", "ap75" of the blastomeres as above, and how well the given rule counts them: "exact", "within_one"
    /// (shares), "bias" (cells) and "quality" (mean of the frames'). Detections that match an ignored cell best are not
    /// counted.
    DetectorScore score(nn::AmodalDetector& detector, double threshold, double mergeIou) const;

private:
    struct Frame {
        nn::WindowSample window;
        int cells = 0;
    };
    struct Found;

    struct CountTable;

    std::vector<Found> detect(nn::AmodalDetector& detector) const;
    std::vector<Found> detectBatch(nn::AmodalDetector& detector, std::size_t first, std::size_t end) const;
    CountTable countTable(const std::vector<Found>& found, double mergeIou) const;
    std::vector<CountTable> countTables(const std::vector<Found>& found) const; ///< one per merging IoU
    static nlohmann::json bestCount(const std::vector<CountTable>& own, const std::vector<CountTable>& other);
    FrameScore frameScore(const Frame& frame, const Found& found, double threshold, double mergeIou) const;
    std::vector<evaluation::EvaluationImage> evaluationImages(const std::vector<Found>& found) const;

    DetectorEvaluationOptions m_options;
    std::vector<Frame> m_frames;
};

} // namespace blastoscope::train
