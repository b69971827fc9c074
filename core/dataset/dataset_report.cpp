// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/dataset_report.h"

#include <cctype>
#include <cstdio>

#include <nlohmann/json.hpp>

namespace blastoscope::dataset {
namespace {

using nlohmann::ordered_json;

/// "blastomeres", or "objects (nucleus)".
std::string countedIn(const DatasetReport& report)
{
    return report.ownName.empty() ? "blastomeres" : "objects (" + report.ownName + ")";
}

std::string line(const char* name, const SplitCounts& counts, const std::string& counted)
{
    char begin[80], end[80];
    std::snprintf(begin, sizeof begin, "%-12s %6d frames %5d embryos %6d ", name, counts.frames, counts.embryos,
                  counts.objects[0]);
    std::snprintf(end, sizeof end, " %5d fragments %5d polar bodies %5d uncertain\n", counts.objects[1],
                  counts.objects[2], counts.uncertain);
    return begin + counted + end;
}

ordered_json toJson(const SplitCounts& counts)
{
    ordered_json out = {{"frames", counts.frames}, {"embryos", counts.embryos}};
    for (std::size_t i = 0; i < counts.objects.size(); ++i)
        out[std::string(base::kObjectClassNames[i])] = counts.objects[i];
    out["uncertain"] = counts.uncertain;
    out["synthetic_frames"] = counts.synthetic;
    out["repeated_frames"] = counts.repeated;
    return out;
}

ordered_json toJson(const FrameRecord& frame)
{
    ordered_json out = {{"file_name", frame.picture},
                        {"split", frame.validation ? "validation" : "train"},
                        {"embryo", frame.embryo},
                        {"cells", frame.cells},
                        {"source", frame.source},
                        {"frame_index", frame.frameIndex},
                        {"source_sha256", frame.sourceSha256}};
    if (frame.synthetic)
        out["synthetic"] = {{"generator_sha256", frame.synthetic->generator},
                            {"interpreter_sha256", frame.synthetic->interpreter},
                            {"shape_model_sha256", frame.synthetic->shapeModel}};
    if (frame.repetition > 0)
        out["repetition"] = frame.repetition;
    return out;
}

std::string mixture(const SplitCounts& counts, const char* side)
{
    std::string text;
    if (counts.synthetic > 0)
        text += std::to_string(counts.synthetic) + " of the " + std::to_string(counts.frames) + " frames " + side +
                " are synthetic.\n";
    if (counts.repeated > 0)
        text += std::to_string(counts.repeated) + " of the " + std::to_string(counts.frames) + " frames " + side +
                " are repetitions.\n";
    return text;
}

} // namespace

std::string toText(const DatasetReport& report)
{
    const std::string counted = countedIn(report);
    std::string text = line("Training", report.train, counted) + line("Validation", report.validation, counted);
    text += char(std::toupper(counted.front())) + counted.substr(1) + " by diameter:";
    for (const SizeBin& bin : report.sizes) {
        if (bin.count > 0)
            text +=
                "  " + std::to_string(bin.from) + "-" + std::to_string(bin.to) + " px: " + std::to_string(bin.count);
    }
    text += '\n';
    if (report.notReviewed > 0)
        text += "Left out, not accepted: " + std::to_string(report.notReviewed) + " frames\n";
    if (report.empty > 0)
        text += "Left out, nothing annotated: " + std::to_string(report.empty) + " frames\n";
    text += mixture(report.train, "to train on") + mixture(report.validation, "held out");
    return text + "Dataset " + report.dataSha256;
}

ordered_json toJson(const DatasetReport& report)
{
    ordered_json sizes = ordered_json::array(), frames = ordered_json::array();
    for (const SizeBin& bin : report.sizes)
        sizes.push_back({{"from_px", bin.from}, {"to_px", bin.to}, {"count", bin.count}});
    for (const FrameRecord& frame : report.frames)
        frames.push_back(toJson(frame));
    ordered_json out = {{"format", "blastoscope-dataset-1"},
                        {"data_sha256", report.dataSha256},
                        {"exhaustive", report.exhaustive},
                        {"counts", {{"train", toJson(report.train)}, {"validation", toJson(report.validation)}}},
                        {"left_out", {{"not_accepted", report.notReviewed}, {"nothing_annotated", report.empty}}},
                        {"blastomere_diameters", sizes},
                        {"warnings", report.warnings},
                        {"frames", frames}};
    if (!report.ownName.empty())
        out["own_name"] = report.ownName; // of what is counted as "blastomere"
    return out;
}

} // namespace blastoscope::dataset
