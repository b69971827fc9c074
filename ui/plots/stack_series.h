// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QColor>
#include <QString>

namespace blastoscope::ui {

/// One cell in one frame.
struct CellPoint {
    int frame = 0;
    int id = 0; ///< instance id in that frame
    QColor color;
    double diameter = 0;   ///< equivalent diameter, um when StackSeries::calibrated, px otherwise
    bool reviewed = false; ///< a person drew, edited or accepted it; a model's own are painted lighter
};

/// One frame; what is not known stays empty.
struct FramePoint {
    int frame = 0;
    std::optional<int> cells;
    std::optional<double> evenness; ///< stage-aware spread of the volumes, per cent (stage_cv_v)
};

/// One cell from division to division.
struct TrackSeries {
    struct Cell {
        int frame = 0;
        int id = 0; ///< instance id in that frame
    };
    int id = 0;                ///< not 0
    std::optional<int> mother; ///< the id of a track that is there, too, and ends before this one begins
    QColor color;
    std::vector<Cell> cells; ///< ascending in time, never empty

    int firstFrame() const { return cells.front().frame; }
    int lastFrame() const { return cells.back().frame; }
};

/// What the plots show of one stack; plain numbers in.
struct StackSeries {
    int frameCount = 0;                       ///< of the stack
    std::vector<std::optional<double>> hours; ///< per frame; when any is missing the plots count frames instead
    bool calibrated = false;
    QString objects;                ///< "Nuclei": the title of what is counted when it is no cells of an embryo
    std::vector<FramePoint> frames; ///< in the order of time; frames without results may be left out
    std::vector<CellPoint> cells;
    std::vector<TrackSeries> tracks; ///< ascending by id

    /// Every frame has a time.
    bool hasHours() const;
    /// Positions of all frames on the time axis: hours, or the frames' numbers from 1.
    std::vector<double> times() const;
};

} // namespace blastoscope::ui
