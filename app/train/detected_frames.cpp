// SPDX-License-Identifier: Apache-2.0
#include "app/train/detected_frames.h"

#include "app/train/simulation_source.h"
#include "core/base/random.h"
#include "core/nn/data/batches.h"

namespace blastoscope::train {

nn::DetectOptions asInInference(const RunContext& context)
{
    nn::DetectOptions options;
    options.precision = context.recipe.detector.precision;
    options.views = nn::kViewsOfInference;
    return options;
}

base::Status detectInFrames(const RunContext& context, nn::AmodalDetector& detector, int frames, std::int64_t series,
                            const nn::DetectOptions& options, const TakeDetected& take)
{
    constexpr int kEvery = 50;
    const DetectorRecipe& recipe = context.recipe.detector;
    SimulationSourceOptions simulation = context.recipe.simulation;
    simulation.seed = nn::stepSeed(context.recipe.seed, series);
    const SimulationSource source(simulation);
    const base::Random random(simulation.seed);
    for (int i = 0; i < frames; ++i) {
        if (context.stop.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "The run was stopped.");
        const auto window = nn::augmentedWindow(source.sample(std::uint64_t(i)), recipe.inputSize, recipe.augmentation,
                                                random.split(std::uint64_t(i)));
        const auto image = torch::tensor(window.image).reshape({1, 1, window.size, window.size}).to(context.device);
        take(window, detector->detect(image, options).front());
        if ((i + 1) % kEvery == 0 || i + 1 == frames) {
            if (auto status = context.log->write("collected", {{"frames", i + 1}, {"of", frames}}); !status)
                return status;
        }
    }
    return {};
}

} // namespace blastoscope::train
