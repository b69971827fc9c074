// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/dataset_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>

namespace blastoscope::dataset {
namespace {

constexpr int kFewEmbryos = 4;         ///< below: what is learned may be these embryos
constexpr double kSmallDiameter = 16;  ///< px
constexpr std::array<int, 9> kSizeEdges = {0, 16, 32, 48, 64, 96, 128, 256, 1 << 15};
constexpr int kBlastomere = int(base::ObjectClass::Blastomere);

double diameterOf(const masks::RleMask& mask)
{
    return 2 * std::sqrt(double(mask.area()) / std::numbers::pi);
}

bool touchesBorder(const masks::RleMask& mask)
{
    const base::Box box = mask.boundingBox();
    return box.x1 <= 0 || box.y1 <= 0 || box.x2 >= mask.width() || box.y2 >= mask.height();
}

std::string share(int part, int all)
{
    return std::to_string(part) + " of " + std::to_string(all);
}

/// `counted`: "blastomeres", or "objects" where they are something else.
void addEmbryoWarnings(const std::vector<nn::DatasetFrame>& frames, const std::string& counted, DatasetReport& report)
{
    std::set<std::string> train, validation;
    for (const nn::DatasetFrame& frame : frames)
        (frame.validation ? validation : train).insert(frame.embryo);
    report.train.embryos = int(train.size());
    report.validation.embryos = int(validation.size());
    if (report.train.embryos < kFewEmbryos)
        report.warnings.push_back("Only " + std::to_string(report.train.embryos) +
                                  (report.train.embryos == 1 ? " embryo" : " embryos") +
                                  " to train on: the model may learn these embryos instead of " + counted + ".");
    if (validation.empty())
        report.warnings.push_back("No embryo is held out: whether training helps cannot be measured.");
    else if (validation.size() < 2)
        report.warnings.push_back("Only one embryo is held out: the numbers measured on it say little.");
}

void addRepetitionWarnings(DatasetReport& report)
{
    std::map<std::string, const FrameRecord*> first;
    int repeated = 0;
    for (const FrameRecord& frame : report.frames) {
        if (frame.sourceSha256.empty() || frame.repetition > 0)
            continue;
        const auto [found, isNew] = first.emplace(frame.sourceSha256, &frame);
        if (isNew)
            continue;
        if (found->second->validation != frame.validation)
            report.warnings.push_back("Leakage: \"" + found->second->source + "\" and \"" + frame.source +
                                      "\" are the same picture, but one is trained on and the other is held out.");
        else
            ++repeated;
    }
    if (repeated > 0)
        report.warnings.push_back(std::to_string(repeated) + " frames repeat a picture that is already there.");
}

struct Oddities {
    int cells = 0, small = 0, cut = 0;
};

void count(const nn::DatasetInstance& instance, SplitCounts& counts, std::vector<SizeBin>& sizes, Oddities& oddities)
{
    if (instance.ignore) {
        ++counts.uncertain;
        return;
    }
    ++counts.objects[std::size_t(instance.label) - 1];
    if (instance.label != kBlastomere)
        return;
    const double diameter = diameterOf(instance.amodal);
    for (SizeBin& bin : sizes)
        bin.count += diameter >= bin.from && diameter < bin.to;
    ++oddities.cells;
    oddities.small += diameter < kSmallDiameter;
    oddities.cut += touchesBorder(instance.amodal);
}

} // namespace

void checkFrames(const std::vector<nn::DatasetFrame>& frames, DatasetReport& report)
{
    for (std::size_t i = 0; i + 1 < kSizeEdges.size(); ++i)
        report.sizes.push_back({kSizeEdges[i], kSizeEdges[i + 1], 0});
    Oddities oddities;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        SplitCounts& counts = frames[i].validation ? report.validation : report.train;
        ++counts.frames;
        counts.synthetic += report.frames[i].synthetic.has_value();
        counts.repeated += report.frames[i].repetition > 0;
        for (const nn::DatasetInstance& instance : frames[i].instances) {
            count(instance, counts, report.sizes, oddities);
            report.frames[i].cells += instance.label == kBlastomere && !instance.ignore;
        }
    }
    const std::string counted = report.ownName.empty() ? "blastomeres" : "objects";
    addEmbryoWarnings(frames, counted, report);
    addRepetitionWarnings(report);
    if (oddities.small > 0)
        report.warnings.push_back("Very small: " + share(oddities.small, oddities.cells) + " " + counted +
                                  " are less than 16 px across.");
    if (oddities.cut > 0)
        report.warnings.push_back("Cut off: " + share(oddities.cut, oddities.cells) + " " + counted +
                                  " reach the border of their picture, so they may be larger than drawn.");
}

} // namespace blastoscope::dataset
