// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/sample_cache.h"

#include <cstring>
#include <optional>
#include <utility>

#include "core/nn/io/safetensors.h"

namespace blastoscope::nn {
namespace {

constexpr int kInstanceColumns = 6; ///< sample, label, ignore, runs of the amodal mask, runs of the visible mask, id
constexpr int kOrderColumns = 3;    ///< sample, id of the nearer, id of the farther
constexpr int kBoxColumns = 4;
constexpr int kSampleColumns = 4; ///< canvas size, overview size, countable cells, runs of the overview clump
constexpr int kBoxes = 2; ///< clump, overview zona; kNoBox where there is none
constexpr float kNoBox = -1e9F;

void putBox(float* row, const std::optional<base::Box>& box)
{
    row[0] = box ? float(box->x1) : kNoBox;
    row[1] = box ? float(box->y1) : kNoBox;
    row[2] = box ? float(box->x2) : kNoBox;
    row[3] = box ? float(box->y2) : kNoBox;
}

std::optional<base::Box> getBox(const float* row)
{
    if (row[0] <= kNoBox)
        return std::nullopt;
    return base::Box{row[0], row[1], row[2], row[3]};
}

torch::Tensor fromBytes(const std::vector<std::uint8_t>& bytes, std::int64_t rows, std::int64_t columns)
{
    const torch::Tensor tensor = torch::empty({rows, columns}, torch::kUInt8);
    std::memcpy(tensor.data_ptr(), bytes.data(), bytes.size());
    return tensor;
}

torch::Tensor fromInts(const std::vector<std::int32_t>& values, std::int64_t columns)
{
    const torch::Tensor tensor = torch::empty({std::int64_t(values.size()) / columns, columns}, torch::kInt32);
    std::memcpy(tensor.data_ptr(), values.data(), values.size() * sizeof(std::int32_t));
    return tensor;
}

base::Error corrupt(const std::filesystem::path& file)
{
    return {base::ErrorCode::Corrupt,
            "The sample file " + file.string() + " contradicts itself; delete it and render anew.",
            {}};
}

/// Takes the next mask of `count` runs off the list.
std::optional<masks::RleMask> takeMask(const torch::Tensor& runs, std::int64_t& position, int count, int size)
{
    if (count < 0 || position + count > runs.numel())
        return std::nullopt;
    const auto* first = runs.data_ptr<std::int32_t>() + position;
    auto mask = masks::RleMask::fromCounts(size, size, std::vector<std::uint32_t>(first, first + count));
    position += count;
    return mask ? std::optional(std::move(*mask)) : std::nullopt;
}

} // namespace

base::Status writeSampleCache(const std::filesystem::path& file,
                              const std::vector<std::shared_ptr<const TrainingSample>>& samples,
                              const std::string& fingerprint)
{
    std::vector<std::uint8_t> canvases, overviews;
    std::vector<std::int32_t> table, instances, order, runs, clumpRuns;
    torch::Tensor boxes = torch::empty({std::int64_t(samples.size()), kBoxes * kBoxColumns});
    const auto addRuns = [&](const masks::RleMask& mask) {
        runs.insert(runs.end(), mask.counts().begin(), mask.counts().end());
        return std::int32_t(mask.counts().size());
    };
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const TrainingSample& sample = *samples[i];
        canvases.insert(canvases.end(), sample.canvas.begin(), sample.canvas.end());
        overviews.insert(overviews.end(), sample.overview.begin(), sample.overview.end());
        table.insert(table.end(), {sample.canvasSize, sample.overviewSize, sample.countableCells,
                                   std::int32_t(sample.overviewClump.counts().size())});
        clumpRuns.insert(clumpRuns.end(), sample.overviewClump.counts().begin(), sample.overviewClump.counts().end());
        float* row = boxes.data_ptr<float>() + i * std::size_t(kBoxes * kBoxColumns);
        putBox(row, sample.clump);
        putBox(row + kBoxColumns, sample.overviewZona);
        for (const SampleInstance& instance : sample.instances) {
            const std::int32_t amodal = addRuns(instance.amodal);
            const std::int32_t visible = addRuns(instance.visible);
            instances.insert(instances.end(),
                             {std::int32_t(i), instance.label, instance.ignore, amodal, visible, instance.id});
        }
        for (const SampleDepthPair& pair : sample.order)
            order.insert(order.end(), {std::int32_t(i), pair.nearer, pair.farther});
    }
    TensorFile content;
    content.tensors = {{"canvases", fromBytes(canvases, 1, std::int64_t(canvases.size()))},
                       {"overviews", fromBytes(overviews, 1, std::int64_t(overviews.size()))},
                       {"samples", fromInts(table, kSampleColumns)},
                       {"boxes", boxes},
                       {"instances", fromInts(instances, kInstanceColumns)},
                       {"order", fromInts(order, kOrderColumns)},
                       {"clump_runs", fromInts(clumpRuns, 1)},
                       {"runs", fromInts(runs, 1)}};
    content.metadata = {{"content", "training samples"}, {"fingerprint", fingerprint}};
    return writeTensorFile(file, content);
}

base::Result<std::vector<TrainingSample>> readSampleCache(const std::filesystem::path& file,
                                                          const std::string& fingerprint)
{
    const auto content = readTensorFile(file);
    if (!content)
        return tl::unexpected<base::Error>(content.error());
    const auto found = content->metadata.find("fingerprint");
    if (found == content->metadata.end() || found->second != fingerprint)
        return base::fail(base::ErrorCode::Incompatible, "The sample file " + file.string() +
                                                             " was rendered with other settings or by another version "
                                                             "of the simulator; delete it to render anew.");
    for (const char* name : {"canvases", "overviews", "samples", "boxes", "instances", "order", "clump_runs", "runs"}) {
        if (!content->tensors.contains(name))
            return tl::unexpected<base::Error>(corrupt(file));
    }
    const auto& tensors = content->tensors;
    const torch::Tensor table = tensors.at("samples"), boxes = tensors.at("boxes"), runs = tensors.at("runs");
    const torch::Tensor instances = tensors.at("instances"), order = tensors.at("order"),
                        clumpRuns = tensors.at("clump_runs");
    const std::int64_t count = table.size(0);
    if (table.dim() != 2 || table.size(1) != kSampleColumns || table.scalar_type() != torch::kInt32 ||
        boxes.numel() != count * kBoxes * kBoxColumns || boxes.scalar_type() != torch::kFloat32 ||
        instances.numel() % kInstanceColumns != 0 || instances.scalar_type() != torch::kInt32 ||
        order.numel() % kOrderColumns != 0 || order.scalar_type() != torch::kInt32 ||
        clumpRuns.scalar_type() != torch::kInt32 || runs.scalar_type() != torch::kInt32)
        return tl::unexpected<base::Error>(corrupt(file));

    std::vector<TrainingSample> samples(static_cast<std::size_t>(count));
    std::int64_t canvasAt = 0, overviewAt = 0, clumpRunAt = 0, runAt = 0;
    const auto takeBytes = [](const torch::Tensor& bytes, std::int64_t& position, std::int64_t size) {
        const auto* first = bytes.data_ptr<std::uint8_t>() + position;
        position += size;
        return std::vector<std::uint8_t>(first, first + size);
    };
    for (std::int64_t i = 0; i < count; ++i) {
        TrainingSample& sample = samples[std::size_t(i)];
        const auto* row = table.data_ptr<std::int32_t>() + kSampleColumns * i;
        sample.canvasSize = row[0];
        sample.overviewSize = row[1];
        sample.countableCells = row[2];
        const std::int64_t canvas = std::int64_t(row[0]) * row[0], overview = std::int64_t(row[1]) * row[1];
        if (row[0] < 0 || row[1] < 0 || canvasAt + canvas > tensors.at("canvases").numel() ||
            overviewAt + overview > tensors.at("overviews").numel())
            return tl::unexpected<base::Error>(corrupt(file));
        sample.canvas = takeBytes(tensors.at("canvases"), canvasAt, canvas);
        sample.overview = takeBytes(tensors.at("overviews"), overviewAt, overview);
        const auto* box = boxes.data_ptr<float>() + i * kBoxes * kBoxColumns;
        sample.clump = getBox(box);
        sample.overviewZona = getBox(box + kBoxColumns);
        const auto clump = takeMask(clumpRuns, clumpRunAt, row[3], sample.overviewSize);
        if (!clump)
            return tl::unexpected<base::Error>(corrupt(file));
        sample.overviewClump = *clump;
    }
    for (std::int64_t i = 0; i < instances.numel() / kInstanceColumns; ++i) {
        const auto* row = instances.data_ptr<std::int32_t>() + i * kInstanceColumns;
        if (row[0] < 0 || row[0] >= count)
            return tl::unexpected<base::Error>(corrupt(file));
        TrainingSample& sample = samples[std::size_t(row[0])];
        const auto amodal = takeMask(runs, runAt, row[3], sample.canvasSize);
        const auto visible = takeMask(runs, runAt, row[4], sample.canvasSize);
        if (!amodal || !visible)
            return tl::unexpected<base::Error>(corrupt(file));
        sample.instances.push_back({row[1], *amodal, *visible, row[2] != 0, true, row[5]});
    }
    for (std::int64_t i = 0; i < order.numel() / kOrderColumns; ++i) {
        const auto* row = order.data_ptr<std::int32_t>() + i * kOrderColumns;
        if (row[0] < 0 || row[0] >= count)
            return tl::unexpected<base::Error>(corrupt(file));
        samples[std::size_t(row[0])].order.push_back({row[1], row[2]});
    }
    return samples;
}

} // namespace blastoscope::nn
