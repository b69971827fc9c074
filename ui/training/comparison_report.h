// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QRectF>
#include <QString>
#include <QStringList>

#include "core/base/error.h"
#include "core/masks/rle_mask.h"

namespace blastoscope::ui {

/// How one model did on one set of frames.
struct ModelNumbers {
    double ap = -1; ///< COCO mask AP (.5:.95), [0, 1]; -1 when there was no cell
    double ap50 = -1;
    double ap75 = -1;
    double exact = 0;              ///< share of frames counted right
    double withinOne = 0;          ///< right or off by one
    double bias = 0;               ///< mean of counted - true, cells
    std::optional<double> quality; ///< mean panoptic quality
};

struct ComparisonPart {
    int frames = 0;
    int embryos = 0;                   ///< 0 for simulated frames
    std::vector<ModelNumbers> results; ///< one per model
};

/// Silhouettes on a square grid that covers a part of a picture.
struct PlacedShapes {
    QRectF window; ///< pixels of the picture
    std::vector<masks::RleMask> masks;
};

struct ShownResult {
    int counted = 0;
    double quality = 0; ///< panoptic quality, [0, 1]
    PlacedShapes shapes;
};

/// A held-out frame with what was drawn and what each model counts.
struct ShownFrame {
    QString picture; ///< below the dataset's folder
    QString embryo;
    int cells = 0;
    PlacedShapes truth;
    std::vector<ShownResult> results; ///< one per model
};

/// Something to know about the numbers; noteText() puts it into words.
struct ComparisonNote {
    QString code; ///< empty in files of older versions
    QString text; ///< English
};

/// Old and new model side by side: the content of comparison.json.
struct ComparisonReport {
    QStringList models;                    ///< name and version, the base first
    std::optional<ComparisonPart> heldOut; ///< nothing when no embryo was held out
    std::optional<ComparisonPart> simulated;
    std::vector<ShownFrame> worst; ///< of the new model, worst first
    std::vector<ComparisonNote> notes;
};

/// Any thread. Trusts nothing in the file: fails with NotFound, Corrupt (the message names what is wrong) and
/// Incompatible when it does not compare two models.
base::Result<ComparisonReport> readComparison(const QString& file);

} // namespace blastoscope::ui
