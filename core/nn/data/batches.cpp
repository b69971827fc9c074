// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/batches.h"

#include <array>
#include <cstring>

namespace blastoscope::nn {
namespace {

Targets emptyTargets(std::size_t count, int size)
{
    const auto n = std::int64_t(count);
    return {torch::zeros({n, 4}), torch::zeros({n}, torch::kInt64), torch::zeros({n, size, size}, torch::kUInt8),
            torch::zeros({n, size, size}, torch::kUInt8), torch::zeros({n}, torch::kBool)};
}

/// Fills row `i`; the masks are dense and as large as the targets' canvas.
void setTarget(Targets& targets, std::size_t i, int label, bool ignore, const base::Box& box,
               const std::vector<std::uint8_t>& amodal, const std::vector<std::uint8_t>& visible)
{
    const std::array<float, 4> corners = {float(box.x1), float(box.y1), float(box.x2), float(box.y2)};
    std::memcpy(targets.boxes.data_ptr<float>() + 4 * i, corners.data(), sizeof corners);
    targets.labels.data_ptr<std::int64_t>()[i] = label;
    targets.ignore.data_ptr<bool>()[i] = ignore;
    std::memcpy(targets.amodal.data_ptr<std::uint8_t>() + i * amodal.size(), amodal.data(), amodal.size());
    std::memcpy(targets.visible.data_ptr<std::uint8_t>() + i * visible.size(), visible.data(), visible.size());
}

Targets toTargets(const WindowSample& window)
{
    Targets targets = emptyTargets(window.instances.size(), window.size);
    targets.exhaustive = window.exhaustive;
    targets.visibleKnown = torch::ones({std::int64_t(window.instances.size())}, torch::kBool);
    for (std::size_t i = 0; i < window.instances.size(); ++i) {
        const WindowInstance& instance = window.instances[i];
        setTarget(targets, i, instance.label, instance.ignore, instance.box, instance.amodal, instance.visible);
        targets.visibleKnown.data_ptr<bool>()[i] = instance.visibleKnown;
    }
    return targets;
}

} // namespace

TrainingBatch toBatch(const std::vector<WindowSample>& windows)
{
    TrainingBatch batch;
    if (windows.empty())
        return batch;
    const std::int64_t size = windows.front().size;
    batch.images = torch::empty({std::int64_t(windows.size()), 1, size, size});
    for (std::size_t i = 0; i < windows.size(); ++i) {
        TORCH_CHECK(windows[i].size == size, "windows of one batch must have one size");
        std::memcpy(batch.images.data_ptr<float>() + i * std::size_t(size * size), windows[i].image.data(),
                    windows[i].image.size() * sizeof(float));
        batch.targets.push_back(toTargets(windows[i]));
    }
    return batch;
}

TrainingBatch toDevice(const TrainingBatch& batch, const torch::Device& device)
{
    TrainingBatch moved{batch.images.to(device), {}};
    for (const Targets& targets : batch.targets)
        moved.targets.push_back({targets.boxes.to(device), targets.labels.to(device), targets.amodal.to(device),
                                 targets.visible.to(device), targets.ignore.to(device),
                                 targets.visibleKnown.defined() ? targets.visibleKnown.to(device) : torch::Tensor(),
                                 targets.exhaustive});
    return moved;
}

TrainingBatch silhouettes(const std::vector<std::shared_ptr<const TrainingSample>>& samples, int minimumArea)
{
    TrainingBatch batch{torch::zeros({0, 1, 1, 1}), {}};
    for (const auto& sample : samples) {
        Targets targets = emptyTargets(sample->instances.size(), sample->canvasSize);
        for (std::size_t i = 0; i < sample->instances.size(); ++i) {
            const SampleInstance& instance = sample->instances[i];
            const bool ignore = instance.ignore || instance.amodal.area() < minimumArea;
            setTarget(targets, i, instance.label, ignore, instance.amodal.boundingBox(),
                      instance.amodal.toBitmap().pixels, instance.visible.toBitmap().pixels);
        }
        batch.targets.push_back(std::move(targets));
    }
    return batch;
}

} // namespace blastoscope::nn
