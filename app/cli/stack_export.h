// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/segment_job.h"
#include "core/base/error.h"
#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"
#include "core/measure/export.h"

namespace blastoscope::cli {

/// What a person says about a stack on the command line.
struct StackProperties {
    std::string embryoId;
    std::optional<double> umPerPixel; ///< replaces what the file says
    std::optional<double> t0Hours;
    bool keepNames = false; ///< write the pictures' own file names
};

/// Gathers segmented stacks, tracks the cells of those with several frames and writes annotations.json (counted cells),
/// results.json (all detections), cells.csv, frames.csv, embryos.csv, divisions.csv and manifest.json.
class StackExport {
public:
    explicit StackExport(inference::ModelInfo model);

    /// File names and folders do not leave the machine unless asked for: pictures are called EMBRYO/FRAME.
    void add(const imaging::ImageStack& stack, std::vector<SegmentedPicture> pictures,
             const StackProperties& properties);

    /// `settings` and `otherFiles` go into the manifest.
    base::Status write(const std::filesystem::path& folder, std::map<std::string, std::string> settings,
                       std::vector<std::filesystem::path> otherFiles,
                       int sustainedFrames = measure::kSustainedFrames) const;

    std::size_t frameCount() const { return m_frames.size(); }

private:
    inference::ModelInfo m_model;
    std::vector<formats::AnnotatedFrame> m_frames;
    std::vector<measure::StackRecord> m_stacks;
    std::vector<formats::CocoResult> m_results;
};

/// EMBRYO/00041, for names of files and pictures.
std::string frameLabel(const std::string& embryoId, int time);

} // namespace blastoscope::cli
