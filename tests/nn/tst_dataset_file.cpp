// SPDX-License-Identifier: Apache-2.0
// data.safetensors: what goes in comes out, and nothing in a file is trusted.
#include <filesystem>
#include <fstream>
#include <functional>

#include <doctest/doctest.h>

#include "core/nn/data/dataset_file.h"
#include "core/nn/io/safetensors.h"
#include "tests/support/shapes.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using namespace blastoscope::nn;
using tests::rectangle;
using tests::TemporaryFolder;

namespace {

DatasetFrame frame(int width, int height, bool validation)
{
    DatasetFrame frame;
    frame.width = width;
    frame.height = height;
    for (int i = 0; i < width * height; ++i)
        frame.pixels.push_back(std::uint8_t(i * 7));
    frame.name = "images/" + std::to_string(width) + ".png";
    frame.embryo = validation ? "Embryo \"B\"" : "Embryo A";
    frame.validation = validation;
    frame.exhaustive = !validation;
    frame.instances.push_back({1, rectangle(width, height, 2, 3, 5, 6), rectangle(width, height, 2, 3, 5, 2), false});
    frame.instances.push_back({3, rectangle(width, height, 4, 5, 6, 4), std::nullopt, true});
    return frame;
}

bool isSame(const DatasetFrame& a, const DatasetFrame& b)
{
    if (a.width != b.width || a.height != b.height || a.pixels != b.pixels || a.name != b.name ||
        a.embryo != b.embryo || a.validation != b.validation || a.exhaustive != b.exhaustive ||
        a.instances.size() != b.instances.size())
        return false;
    for (std::size_t i = 0; i < a.instances.size(); ++i) {
        const DatasetInstance &x = a.instances[i], &y = b.instances[i];
        if (x.label != y.label || x.amodal != y.amodal || x.visible != y.visible || x.ignore != y.ignore)
            return false;
    }
    return true;
}

/// The code with which a file is refused after `damage`.
base::ErrorCode refusal(const std::function<void(TensorFile&)>& damage)
{
    const TemporaryFolder folder;
    const auto path = folder.path / "data.safetensors";
    REQUIRE(writeDatasetFile(path, {frame(20, 16, false), frame(24, 30, true)}));
    auto file = readTensorFile(path);
    REQUIRE(file);
    damage(*file);
    REQUIRE(writeTensorFile(path, *file));
    const auto read = readDatasetFile(path);
    REQUIRE_FALSE(read);
    return read.error().code;
}

void set(TensorFile& file, const char* table, std::int64_t row, std::int64_t column, std::int32_t value)
{
    file.tensors.at(table)[row][column] = value;
}

} // namespace

TEST_CASE("frames, masks, split and names survive the file; the same frames give the same bytes")
{
    const TemporaryFolder folder;
    const std::vector<DatasetFrame> frames = {frame(20, 16, false), frame(24, 30, true), frame(12, 40, false)};
    REQUIRE(writeDatasetFile(folder.path / "a.safetensors", frames));
    const auto read = readDatasetFile(folder.path / "a.safetensors");
    REQUIRE(read);
    REQUIRE(read->size() == frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i)
        CHECK(isSame((*read)[i], frames[i]));
    REQUIRE(writeDatasetFile(folder.path / "b.safetensors", *read));
    std::ifstream a(folder.path / "a.safetensors", std::ios::binary),
        b(folder.path / "b.safetensors", std::ios::binary);
    CHECK(std::string(std::istreambuf_iterator<char>(a), {}) == std::string(std::istreambuf_iterator<char>(b), {}));
}

TEST_CASE("a frame whose masks have another size is not written")
{
    const TemporaryFolder folder;
    DatasetFrame wrong = frame(20, 16, false);
    wrong.instances[1].amodal = rectangle(16, 20, 1, 1, 3, 3);
    const auto status = writeDatasetFile(folder.path / "a.safetensors", {wrong});
    REQUIRE_FALSE(status);
    CHECK(status.error().code == base::ErrorCode::InvalidArgument);
    CHECK_FALSE(std::filesystem::exists(folder.path / "a.safetensors"));
}

TEST_CASE("a hostile file is refused, not believed")
{
    using base::ErrorCode;
    CHECK(refusal([](TensorFile& f) { f.metadata["format"] = "other"; }) == ErrorCode::Incompatible);
    CHECK(refusal([](TensorFile& f) { f.metadata.erase("format"); }) == ErrorCode::Incompatible);
    const std::vector<std::function<void(TensorFile&)>> damages = {
        [](TensorFile& f) { f.tensors.erase("runs"); },
        [](TensorFile& f) { f.tensors.at("frames") = f.tensors.at("frames").to(torch::kLong); },
        [](TensorFile& f) { f.tensors.at("frames") = f.tensors.at("frames").flatten(); },
        [](TensorFile& f) { set(f, "frames", 0, 0, -20); },
        [](TensorFile& f) { set(f, "frames", 0, 0, 2000000000); },
        [](TensorFile& f) { set(f, "frames", 0, 0, 32768), set(f, "frames", 0, 1, 32768); },
        [](TensorFile& f) { set(f, "frames", 0, 4, -1); },
        [](TensorFile& f) { set(f, "frames", 0, 4, 2000000000); },
        [](TensorFile& f) { set(f, "frames", 1, 4, 1); },
        [](TensorFile& f) { set(f, "instances", 0, 0, 0); },
        [](TensorFile& f) { set(f, "instances", 0, 2, -1); },
        [](TensorFile& f) { set(f, "instances", 0, 2, 2000000000); },
        [](TensorFile& f) { set(f, "instances", 0, 3, -2); },
        [](TensorFile& f) { set(f, "runs", 0, 0, -5); },
        [](TensorFile& f) { set(f, "runs", 0, 0, 2000000000); },
        [](TensorFile& f) { f.tensors.at("pixels") = f.tensors.at("pixels").narrow(0, 0, 100); },
        [](TensorFile& f) { f.metadata["names"] = "[\"one\"]"; },
        [](TensorFile& f) { f.metadata["names"] = "[1, 2]"; },
        [](TensorFile& f) { f.metadata["embryos"] = "not json"; },
    };
    for (std::size_t i = 0; i < damages.size(); ++i)
        CHECK_MESSAGE(refusal(damages[i]) == ErrorCode::Corrupt, "damage " << i);
    CHECK(readDatasetFile("/none/data.safetensors").error().code == ErrorCode::NotFound);
}
