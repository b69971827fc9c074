// SPDX-License-Identifier: Apache-2.0
// What one picture costs: (a) the R-CNN with torchvision's sizes, to be run beside torchvision itself; (b) the shipped
// model from a decoded frame to masks, in fp32 and in the reduced precision; (c) how far these two agree; (d) what the
// switches of MaskPlus add to a detector.
#include <algorithm>
#include <vector>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>

#include "core/inference/segmenter.h"
#include "core/nn/models/amodal_detector.h"
#include "core/nn/torch.h"
#include "core/nn/training/compute_threads.h"
#include "core/simulation/embryo_simulator.h"

using namespace blastoscope;

namespace {

constexpr int kThreads = 2;

/// Body, pyramid, heads and numbers of proposals of torchvision's maskrcnn_resnet18_fpn.
const char* const kTorchvisionSizes = R"({
    "classes": 1, "backbone": {"depth": 18, "width": 64}, "pyramidChannels": 256, "boxConvolutions": 0,
    "boxHidden": 1024, "canonicalSize": 224, "occlusion": {"enabled": false},
    "rpn": {"anchors": {"sizes": [32, 64, 128, 256, 512]}, "fineSizes": [], "testPreNms": 1000, "testPostNms": 1000,
            "nmsThreshold": 0.7},
    "mask": {"kind": "fcn", "hidden": 256}})";

void detect512(benchmark::State& state, nn::Precision precision)
{
    nn::setComputeThreads(kThreads);
    torch::manual_seed(0);
    auto model = nn::makeAmodalDetector(nlohmann::json::parse(kTorchvisionSizes));
    if (!model) {
        state.SkipWithError(model.error().message.c_str());
        return;
    }
    (*model)->eval();
    nn::DetectOptions options;
    options.maxDetections = 20;
    options.precision = precision;
    const auto image = torch::rand({1, 1, 512, 512});
    for (auto _ : state)
        benchmark::DoNotOptimize((*model)->detect(image, options));
}

/// One switch or all of MaskPlus on a detector of the shipped size; 12 RoIs get masks, as many as a frame with cells,
/// fragments and polar bodies has.
void maskPlus(benchmark::State& state, const char* head, const char* switches)
{
    nn::setComputeThreads(kThreads);
    torch::manual_seed(0);
    auto architecture = nlohmann::json::parse(R"({"pyramidNorm": true, "canonicalSize": 160})");
    architecture["mask"] = {{"kind", head}, {"maskPlus", nlohmann::json::parse(switches)}};
    auto model = nn::makeAmodalDetector(architecture);
    if (!model) {
        state.SkipWithError(model.error().message.c_str());
        return;
    }
    (*model)->eval();
    nn::DetectOptions options;
    options.scoreThreshold = 0;
    options.maxDetections = 12;
    const auto image = torch::rand({1, 1, 256, 256});
    for (auto _ : state)
        benchmark::DoNotOptimize((*model)->detect(image, options));
}

std::unique_ptr<inference::Segmenter> shippedModel(benchmark::State& state, bool allowBf16)
{
    inference::SegmenterOptions options;
    options.device = inference::DeviceChoice::Cpu;
    options.threads = kThreads;
    options.allowBf16 = allowBf16;
    auto segmenter = inference::loadSegmenter(BLASTOSCOPE_MODEL, options);
    if (!segmenter) {
        state.SkipWithError(segmenter.error().message.c_str());
        return nullptr;
    }
    return std::move(*segmenter);
}

base::Image frame500(std::uint64_t seed)
{
    simulation::SimulationOptions options;
    options.size = 500;
    return simulation::simulateFrame(options, seed).image;
}

void frameToMasks(benchmark::State& state, bool allowBf16)
{
    const auto segmenter = shippedModel(state, allowBf16);
    if (!segmenter)
        return;
    std::vector<base::Image> frames;
    for (std::uint64_t seed = 0; seed < 8; ++seed)
        frames.push_back(frame500(seed));
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(segmenter->segment(frames[next++ % frames.size()], {}));
}

/// Best IoU of every counted object of `a` with one of `b`.
void addAgreement(const inference::Segmentation& a, const inference::Segmentation& b, double& sum, int& objects)
{
    for (const int i : a.counted) {
        double best = 0;
        for (const int k : b.counted)
            best = std::max(best, masks::iou(a.detections[std::size_t(i)].amodal, b.detections[std::size_t(k)].amodal));
        sum += best;
        ++objects;
    }
}

void reducedPrecisionAgreement(benchmark::State& state)
{
    constexpr std::uint64_t kFrames = 60;
    const auto exact = shippedModel(state, false);
    const auto reduced = exact ? shippedModel(state, true) : nullptr;
    if (!reduced)
        return;
    if (!reduced->device().bf16) {
        state.SkipWithError("this processor has no bf16");
        return;
    }
    for (auto _ : state) {
        double iou = 0;
        int objects = 0, equal = 0;
        for (std::uint64_t seed = 0; seed < kFrames; ++seed) {
            const auto frame = frame500(1000 + seed);
            const auto a = exact->segment(frame, {}), b = reduced->segment(frame, {});
            if (!a || !b) {
                state.SkipWithError("a frame could not be segmented");
                return;
            }
            addAgreement(*a, *b, iou, objects);
            equal += a->counted.size() == b->counted.size() ? 1 : 0;
        }
        state.counters["mean_iou"] = objects > 0 ? iou / objects : 0;
        state.counters["equal_counts"] = double(equal) / double(kFrames);
        state.counters["objects"] = objects;
    }
}

} // namespace

BENCHMARK_CAPTURE(detect512, torchvision_sizes_fp32, nn::Precision::Fp32)
    ->Unit(benchmark::kMillisecond)
    ->Iterations(10);
#define MASK_PLUS(name, head, switches)                                                                                \
    BENCHMARK_CAPTURE(maskPlus, name, head, switches)->Unit(benchmark::kMillisecond)->Iterations(40)
MASK_PLUS(fcn_off, "fcn", "{}");
MASK_PLUS(fcn_context, "fcn", R"({"context": [360, 256, 256, 128]})");
MASK_PLUS(fcn_pyramid, "fcn", R"({"pyramid": true})");
MASK_PLUS(fcn_half_pyramid, "fcn", R"({"pyramid": true, "pyramidWidth": 64})");
MASK_PLUS(fcn_boundary, "fcn", R"({"boundary": "improved"})");
MASK_PLUS(fcn_all, "fcn", R"({"context": [360, 256, 256, 128], "pyramid": true, "boundary": "improved",
                              "auxiliaryScales": [0.5, 2], "earlyWeight": 1.5})");
MASK_PLUS(fcn_all_half_pyramid, "fcn", R"({"context": [360, 256, 256, 128], "pyramid": true, "pyramidWidth": 64,
                                           "boundary": "improved", "auxiliaryScales": [0.5, 2], "earlyWeight": 1.5})");
MASK_PLUS(vq_off, "vq", "{}");
MASK_PLUS(vq_all, "vq", R"({"context": [360, 256, 256, 128], "pyramid": true, "boundary": "improved",
                            "auxiliaryScales": [0.5, 2], "earlyWeight": 1.5})");
BENCHMARK_CAPTURE(frameToMasks, shipped_fp32, false)->Unit(benchmark::kMillisecond)->Iterations(24);
BENCHMARK_CAPTURE(frameToMasks, shipped_bf16, true)->Unit(benchmark::kMillisecond)->Iterations(24);
BENCHMARK(reducedPrecisionAgreement)->Unit(benchmark::kSecond)->Iterations(1);

BENCHMARK_MAIN();
