// SPDX-License-Identifier: Apache-2.0
#include "core/nn/data/dataset_file.h"

#include <cstring>
#include <new>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/nn/io/safetensors.h"

namespace blastoscope::nn {
namespace {

constexpr const char* kFormat = "blastoscope-dataset-1";
constexpr int kFrameColumns = 5;    ///< width, height, validation, exhaustive, number of instances
constexpr int kInstanceColumns = 4; ///< label, ignore, runs of the amodal mask, runs of the visible mask (-1: unknown)
constexpr int kUnknown = -1;
constexpr int kLargestSide = 1 << 15;
constexpr int kMostClasses = 1000;

template<typename T>
torch::Tensor toTensor(const std::vector<T>& values, std::int64_t columns, torch::ScalarType type)
{
    const torch::Tensor tensor = torch::empty({std::int64_t(values.size()) / columns, columns}, type);
    if (!values.empty())
        std::memcpy(tensor.data_ptr(), values.data(), values.size() * sizeof(T));
    return tensor;
}

/// The tables of a file while it is written.
struct Tables {
    std::vector<std::uint8_t> pixels;
    std::vector<std::int32_t> frames, instances, runs;
    nlohmann::json names = nlohmann::json::array();
    nlohmann::json embryos = nlohmann::json::array();

    std::int32_t addRuns(const masks::RleMask& mask)
    {
        runs.insert(runs.end(), mask.counts().begin(), mask.counts().end());
        return std::int32_t(mask.counts().size());
    }

    void add(const DatasetFrame& frame)
    {
        pixels.insert(pixels.end(), frame.pixels.begin(), frame.pixels.end());
        frames.insert(frames.end(), {frame.width, frame.height, frame.validation, frame.exhaustive,
                                     std::int32_t(frame.instances.size())});
        names.push_back(frame.name);
        embryos.push_back(frame.embryo);
        for (const DatasetInstance& instance : frame.instances) {
            const std::int32_t amodal = addRuns(instance.amodal);
            const std::int32_t visible = instance.visible ? addRuns(*instance.visible) : kUnknown;
            instances.insert(instances.end(), {instance.label, instance.ignore, amodal, visible});
        }
    }
};

bool fits(const DatasetFrame& frame)
{
    const auto isOnFrame = [&](const masks::RleMask& mask) {
        return mask.width() == frame.width && mask.height() == frame.height;
    };
    if (frame.width < 1 || frame.height < 1 || frame.width > kLargestSide || frame.height > kLargestSide ||
        frame.pixels.size() != std::size_t(frame.width) * std::size_t(frame.height))
        return false;
    for (const DatasetInstance& instance : frame.instances) {
        if (!isOnFrame(instance.amodal) || (instance.visible && !isOnFrame(*instance.visible)))
            return false;
    }
    return true;
}

/// Takes frames off the tables of a file, trusting none of their numbers.
class TableReader {
public:
    explicit TableReader(const TensorMap& tensors)
        : m_pixels(tensors.at("pixels")), m_frames(tensors.at("frames")), m_instances(tensors.at("instances")),
          m_runs(tensors.at("runs"))
    {
    }

    static bool hasTables(const TensorMap& tensors)
    {
        const auto has = [&](const char* name, torch::ScalarType type, std::int64_t columns) {
            const auto found = tensors.find(name);
            return found != tensors.end() && found->second.scalar_type() == type && found->second.dim() == 2 &&
                   found->second.size(1) == columns;
        };
        return has("pixels", torch::kUInt8, 1) && has("frames", torch::kInt32, kFrameColumns) &&
               has("instances", torch::kInt32, kInstanceColumns) && has("runs", torch::kInt32, 1);
    }

    std::int64_t frames() const { return m_frames.size(0); }

    /// Nothing when a table ends too early or a number is impossible.
    std::optional<DatasetFrame> next()
    {
        const auto* row = m_frames.data_ptr<std::int32_t>() + kFrameColumns * m_frame++;
        DatasetFrame frame;
        frame.width = row[0];
        frame.height = row[1];
        frame.validation = row[2] != 0;
        frame.exhaustive = row[3] != 0;
        if (row[0] < 1 || row[1] < 1 || row[0] > kLargestSide || row[1] > kLargestSide || row[4] < 0)
            return std::nullopt;
        const std::int64_t size = std::int64_t(row[0]) * row[1];
        if (size > m_pixels.numel() - m_pixel || row[4] > m_instances.size(0) - m_instance)
            return std::nullopt;
        const auto* first = m_pixels.data_ptr<std::uint8_t>() + m_pixel;
        frame.pixels.assign(first, first + size);
        m_pixel += size;
        for (std::int32_t i = 0; i < row[4]; ++i) {
            auto instance = nextInstance(frame);
            if (!instance)
                return std::nullopt;
            frame.instances.push_back(std::move(*instance));
        }
        return frame;
    }

    bool isAtEnd() const
    {
        return m_pixel == m_pixels.numel() && m_instance == m_instances.size(0) && m_run == m_runs.numel();
    }

private:
    std::optional<DatasetInstance> nextInstance(const DatasetFrame& frame)
    {
        const auto* row = m_instances.data_ptr<std::int32_t>() + kInstanceColumns * m_instance++;
        DatasetInstance instance;
        instance.label = row[0];
        instance.ignore = row[1] != 0;
        auto amodal = nextMask(frame, row[2]);
        if (row[0] < 1 || row[0] > kMostClasses || !amodal)
            return std::nullopt;
        instance.amodal = std::move(*amodal);
        if (row[3] == kUnknown)
            return instance;
        instance.visible = nextMask(frame, row[3]);
        return instance.visible ? std::optional(std::move(instance)) : std::nullopt;
    }

    std::optional<masks::RleMask> nextMask(const DatasetFrame& frame, std::int32_t count)
    {
        if (count < 0 || count > m_runs.numel() - m_run)
            return std::nullopt;
        const auto* first = m_runs.data_ptr<std::int32_t>() + m_run;
        for (std::int32_t i = 0; i < count; ++i) {
            if (first[i] < 0)
                return std::nullopt;
        }
        m_run += count;
        auto mask = masks::RleMask::fromCounts(frame.width, frame.height, {first, first + count});
        return mask ? std::optional(std::move(*mask)) : std::nullopt;
    }

    torch::Tensor m_pixels, m_frames, m_instances, m_runs;
    std::int64_t m_frame = 0, m_pixel = 0, m_instance = 0, m_run = 0;
};

base::Error corrupt(const std::filesystem::path& file)
{
    return {base::ErrorCode::Corrupt,
            "The tables in \"" + file.filename().string() + "\" contradict each other; build the dataset anew.", {}};
}

/// The list of texts that the metadata hold under `key`; nothing unless there are `count`.
std::optional<std::vector<std::string>> texts(const TensorFile& content, const char* key, std::int64_t count)
{
    const auto found = content.metadata.find(key);
    if (found == content.metadata.end())
        return std::nullopt;
    const auto list = nlohmann::json::parse(found->second, nullptr, false);
    if (!list.is_array() || std::int64_t(list.size()) != count)
        return std::nullopt;
    std::vector<std::string> values;
    for (const auto& item : list) {
        if (!item.is_string())
            return std::nullopt;
        values.push_back(item.get<std::string>());
    }
    return values;
}

} // namespace

base::Status writeDatasetFile(const std::filesystem::path& path, const std::vector<DatasetFrame>& frames)
{
    Tables tables;
    for (const DatasetFrame& frame : frames) {
        if (!fits(frame))
            return base::fail(base::ErrorCode::InvalidArgument,
                              "The frame \"" + frame.name + "\" and its masks do not have one size.");
        tables.add(frame);
    }
    TensorFile file;
    file.tensors = {{"pixels", toTensor(tables.pixels, 1, torch::kUInt8)},
                    {"frames", toTensor(tables.frames, kFrameColumns, torch::kInt32)},
                    {"instances", toTensor(tables.instances, kInstanceColumns, torch::kInt32)},
                    {"runs", toTensor(tables.runs, 1, torch::kInt32)}};
    const auto text = [](const nlohmann::json& list) {
        return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    file.metadata = {{"format", kFormat}, {"names", text(tables.names)}, {"embryos", text(tables.embryos)}};
    return writeTensorFile(path, file);
}

base::Result<std::vector<DatasetFrame>> readDatasetFile(const std::filesystem::path& path)
{
    const auto content = readTensorFile(path);
    if (!content)
        return tl::unexpected<base::Error>(content.error());
    const auto format = content->metadata.find("format");
    if (format == content->metadata.end() || format->second != kFormat)
        return base::fail(base::ErrorCode::Incompatible,
                          "\"" + path.filename().string() + "\" is no training set of this program.");
    if (!TableReader::hasTables(content->tensors))
        return tl::unexpected<base::Error>(corrupt(path));
    TableReader reader(content->tensors);
    const auto names = texts(*content, "names", reader.frames());
    const auto embryos = texts(*content, "embryos", reader.frames());
    if (!names || !embryos)
        return tl::unexpected<base::Error>(corrupt(path));
    std::vector<DatasetFrame> frames;
    try {
        for (std::int64_t i = 0; i < reader.frames(); ++i) {
            auto frame = reader.next();
            if (!frame)
                return tl::unexpected<base::Error>(corrupt(path));
            frame->name = (*names)[std::size_t(i)];
            frame->embryo = (*embryos)[std::size_t(i)];
            frames.push_back(std::move(*frame));
        }
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory for the training set.");
    }
    if (!reader.isAtEnd())
        return tl::unexpected<base::Error>(corrupt(path));
    return frames;
}

} // namespace blastoscope::nn
