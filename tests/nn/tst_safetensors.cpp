// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <torch/nn/modules/linear.h>

#include "core/nn/io/checkpoint.h"
#include "core/nn/io/safetensors.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using base::ErrorCode;
using tests::TemporaryFolder;

namespace {

std::size_t fileCount(const TemporaryFolder& folder)
{
    return std::size_t(std::distance(std::filesystem::directory_iterator(folder.path), {}));
}

std::string littleEndian(std::uint64_t value)
{
    std::string bytes(8, '\0');
    for (std::size_t i = 0; i < 8; ++i)
        bytes[i] = char(value >> (8 * i));
    return bytes;
}

void writeBytes(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string readBytes(const std::filesystem::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A file of that header text and `dataBytes` zero bytes.
std::string fileOf(const std::string& header, std::size_t dataBytes)
{
    return littleEndian(header.size()) + header + std::string(dataBytes, '\0');
}

std::string entry(const char* type, const char* shape, const char* offsets)
{
    return std::string(R"({"dtype":")") + type + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
}

struct SmallNetImpl : torch::nn::Module {
    SmallNetImpl()
    {
        fc = register_module("fc", torch::nn::Linear(3, 2));
        scale = register_buffer("scale", torch::ones({2}));
    }
    torch::nn::Linear fc{nullptr};
    torch::Tensor scale;
};
TORCH_MODULE(SmallNet);

} // namespace

TEST_CASE("every dtype comes back bit for bit")
{
    torch::manual_seed(1);
    const TemporaryFolder folder;
    nn::TensorFile file;
    file.tensors["double"] = torch::randn({2, 3}, torch::kDouble);
    file.tensors["float"] = torch::randn({4, 1, 2});
    file.tensors["half"] = torch::randn({5}).to(torch::kHalf);
    file.tensors["bf16"] = torch::randn({5}).to(torch::kBFloat16);
    file.tensors["int64"] = torch::tensor({INT64_MIN, INT64_MAX}, torch::kLong);
    file.tensors["int32"] = torch::tensor({-7}, torch::kInt);
    file.tensors["int16"] = torch::tensor({-7}, torch::kShort);
    file.tensors["int8"] = torch::tensor({-7}, torch::kChar);
    file.tensors["byte"] = torch::tensor({200, 3, 4}, torch::kByte);
    file.tensors["bool"] = torch::tensor({1, 0, 1}, torch::kBool);
    file.tensors["scalar"] = torch::tensor(2.5f);
    file.tensors["none"] = torch::zeros({0, 4});
    file.tensors["transposed"] = torch::randn({3, 4}).t();
    file.metadata = {{"a", "b"}, {"quotes", "\"\\\n\u00b5m"}};
    REQUIRE(nn::writeTensorFile(folder / "x.safetensors", file));
    const auto back = nn::readTensorFile(folder / "x.safetensors");
    REQUIRE(back);
    CHECK(back->metadata == file.metadata);
    REQUIRE(back->tensors.size() == file.tensors.size());
    for (const auto& [name, tensor] : file.tensors) {
        CAPTURE(name);
        CHECK((back->tensors.at(name).scalar_type() == tensor.scalar_type()));
        CHECK(torch::equal(back->tensors.at(name), tensor));
    }
    CHECK(nn::readTensorFileMetadata(folder / "x.safetensors").value() == file.metadata);
    CHECK(fileCount(folder) == 1);
}

TEST_CASE("half storage rounds floats and leaves the rest alone")
{
    const TemporaryFolder folder;
    const nn::TensorFile file{{{"w", torch::tensor({1.0f / 3})}, {"n", torch::tensor({70000}, torch::kLong)}}, {}};
    REQUIRE(nn::writeTensorFile(folder / "x", file, nn::FloatStorage::Half));
    const auto back = nn::readTensorFile(folder / "x").value();
    CHECK((back.tensors.at("w").scalar_type() == torch::kHalf));
    CHECK(back.tensors.at("w").to(torch::kFloat)[0].item<float>() == doctest::Approx(1.0 / 3).epsilon(1e-3));
    CHECK(back.tensors.at("n").item<int64_t>() == 70000);
}

TEST_CASE("equal content gives equal bytes, aligned")
{
    const TemporaryFolder folder;
    const nn::TensorFile file{{{"b", torch::ones({3}, torch::kByte)}, {"a", torch::ones({3})}}, {{"k", "v"}}};
    REQUIRE(nn::writeTensorFile(folder / "1", file));
    REQUIRE(nn::writeTensorFile(folder / "2", file));
    const std::string bytes = readBytes(folder / "1");
    CHECK(bytes == readBytes(folder / "2"));
    CHECK((bytes.size() - 3 - 12) % 8 == 0); // the data section starts at a multiple of eight
}

TEST_CASE("damaged and hostile files are refused with the fault")
{
    struct Case {
        const char* name;
        std::string bytes;
        ErrorCode code;
        const char* message;
    };
    const std::string four = entry("F32", "[1]", "[0,4]");
    const Case cases[] = {
        {"empty", "", ErrorCode::Truncated, "0 bytes"},
        {"seven bytes", "1234567", ErrorCode::Truncated, "7 bytes"},
        {"header longer than the file", littleEndian(1000) + "{}", ErrorCode::Truncated, "1000 bytes"},
        {"huge header", littleEndian(UINT64_MAX) + "{}", ErrorCode::Corrupt, "no safetensors file"},
        {"a picture", "\x89PNG\r\n\x1a\n and more", ErrorCode::Corrupt, "no safetensors file"},
        {"no JSON", fileOf("hello", 0), ErrorCode::Corrupt, "not a JSON object"},
        {"JSON array", fileOf("[1,2]", 0), ErrorCode::Corrupt, "not a JSON object"},
        {"invalid UTF-8", fileOf("{\"\xff\xfe\":1}", 0), ErrorCode::Corrupt, "not a JSON object"},
        {"deep nesting", fileOf(std::string(100000, '['), 0), ErrorCode::Corrupt, "not a JSON object"},
        {"name twice", fileOf("{\"a\":" + four + ",\"a\":" + four + "}", 4), ErrorCode::Corrupt, "\"a\" twice"},
        {"metadata number", fileOf(R"({"__metadata__":{"k":1}})", 0), ErrorCode::Corrupt, "\"k\""},
        {"metadata list", fileOf(R"({"__metadata__":[]})", 0), ErrorCode::Corrupt, "metadata"},
        {"entry is a number", fileOf(R"({"a":5})", 0), ErrorCode::Corrupt, "\"a\""},
        {"no offsets", fileOf(R"({"a":{"dtype":"F32","shape":[1]}})", 4), ErrorCode::Corrupt, "described"},
        {"unknown dtype", fileOf("{\"a\":" + entry("F8_E4M3", "[4]", "[0,4]") + "}", 4), ErrorCode::Unsupported,
         "F8_E4M3"},
        {"negative extent", fileOf("{\"a\":" + entry("F32", "[-1]", "[0,4]") + "}", 4), ErrorCode::Corrupt, "shape"},
        {"fraction", fileOf("{\"a\":" + entry("F32", "[1.5]", "[0,4]") + "}", 4), ErrorCode::Corrupt, "shape"},
        {"overflowing product", fileOf("{\"a\":" + entry("F32", "[4294967296,4294967296]", "[0,0]") + "}", 0),
         ErrorCode::Corrupt, "shape"},
        {"overflow hidden by a zero", fileOf("{\"a\":" + entry("F32", "[0,9223372036854775807,9]", "[0,0]") + "}", 0),
         ErrorCode::Corrupt, "shape"},
        {"extent beyond int64", fileOf("{\"a\":" + entry("U8", "[18446744073709551615]", "[0,4]") + "}", 4),
         ErrorCode::Corrupt, "shape"},
        {"rank nine", fileOf("{\"a\":" + entry("F32", "[1,1,1,1,1,1,1,1,1]", "[0,4]") + "}", 4), ErrorCode::Corrupt,
         "shape"},
        {"size against shape", fileOf("{\"a\":" + entry("F32", "[2]", "[0,4]") + "}", 4), ErrorCode::Corrupt,
         "contradict"},
        {"end before begin", fileOf("{\"a\":" + entry("F32", "[1]", "[4,0]") + "}", 4), ErrorCode::Corrupt,
         "contradict"},
        {"three offsets", fileOf("{\"a\":" + entry("F32", "[1]", "[0,4,8]") + "}", 4), ErrorCode::Corrupt, "position"},
        {"negative offset", fileOf("{\"a\":" + entry("F32", "[1]", "[-4,0]") + "}", 4), ErrorCode::Corrupt, "position"},
        {"data cut off", fileOf("{\"a\":" + entry("F32", "[100]", "[0,400]") + "}", 399), ErrorCode::Truncated,
         "\"a\""},
        {"terabytes", fileOf("{\"a\":" + entry("F32", "[1000000000000]", "[0,4000000000000]") + "}", 4),
         ErrorCode::Truncated, "\"a\""},
        {"overlap",
         fileOf("{\"a\":" + entry("F32", "[2]", "[0,8]") + ",\"b\":" + entry("F32", "[1]", "[4,8]") + "}", 8),
         ErrorCode::Corrupt, "overlaps"},
        {"gap", fileOf("{\"a\":" + four + ",\"b\":" + entry("F32", "[1]", "[8,12]") + "}", 12), ErrorCode::Corrupt,
         "gap"},
        {"bytes left over", fileOf("{\"a\":" + four + "}", 6), ErrorCode::Corrupt, "2 bytes"},
    };
    const TemporaryFolder folder;
    for (const Case& c : cases) {
        CAPTURE(c.name);
        writeBytes(folder / "bad.safetensors", c.bytes);
        const auto result = nn::readTensorFile(folder / "bad.safetensors");
        REQUIRE(!result);
        CHECK(base::nameOf(result.error().code) == base::nameOf(c.code));
        CHECK_MESSAGE(result.error().message.find(c.message) != std::string::npos, result.error().message);
        CHECK(result.error().message.find("bad.safetensors") != std::string::npos);
        CHECK(!nn::readTensorFileMetadata(folder / "bad.safetensors"));
    }
}

TEST_CASE("every truncation of a good file is refused")
{
    const TemporaryFolder folder;
    REQUIRE(nn::writeTensorFile(folder / "good", {{{"a", torch::ones({3})}}, {{"k", "v"}}}));
    const std::string bytes = readBytes(folder / "good");
    for (std::size_t n = 0; n < bytes.size(); ++n) {
        writeBytes(folder / "cut", bytes.substr(0, n));
        CHECK_MESSAGE(!nn::readTensorFile(folder / "cut"), n);
    }
}

TEST_CASE("bool bytes other than 0 and 1 read as true")
{
    const TemporaryFolder folder;
    writeBytes(folder / "x", fileOf("{\"a\":" + entry("BOOL", "[2]", "[0,2]") + "}", 0) + std::string("\x07\x00", 2));
    CHECK(torch::equal(nn::readTensorFile(folder / "x").value().tensors.at("a"), torch::tensor({true, false})));
}

TEST_CASE("missing files, folders and unwritable places are named")
{
    const TemporaryFolder folder;
    CHECK((nn::readTensorFile(folder / "none").error().code == ErrorCode::NotFound));
    CHECK((nn::readTensorFile(folder / ".").error().code == ErrorCode::InvalidArgument));
    CHECK((nn::writeTensorFile(folder / "no" / "such" / "x", {}).error().code == ErrorCode::Io));
}

TEST_CASE("a failed write leaves the old file")
{
    const TemporaryFolder folder;
    REQUIRE(nn::writeTensorFile(folder / "x", {{{"a", torch::ones({3})}}, {}}));
    const std::string before = readBytes(folder / "x");
    const auto complex = nn::writeTensorFile(folder / "x", {{{"a", torch::ones({3}, torch::kComplexFloat)}}, {}});
    CHECK((complex.error().code == ErrorCode::Unsupported));
    CHECK((nn::writeTensorFile(folder / "x", {{}, {{"bad", "\xff"}}}).error().code == ErrorCode::InvalidArgument));
    CHECK(readBytes(folder / "x") == before);
    CHECK(fileCount(folder) == 1);
}

TEST_CASE("module weights round-trip under a prefix, through half precision too")
{
    torch::manual_seed(1);
    const TemporaryFolder folder;
    SmallNet a, b;
    REQUIRE(nn::writeTensorFile(folder / "x", {nn::stateOf(*a, "net."), {}}, nn::FloatStorage::Half));
    auto tensors = nn::readTensorFile(folder / "x").value().tensors;
    tensors["other.thing"] = torch::ones({1});
    REQUIRE(nn::loadState(*b, tensors, "net."));
    CHECK(torch::allclose(a->fc->weight, b->fc->weight, 1e-3, 1e-4));
    CHECK((b->fc->weight.scalar_type() == torch::kFloat));
    CHECK(b->fc->weight.requires_grad());
}

TEST_CASE("a module that was rounded to half is what a file in half precision gives back")
{
    torch::manual_seed(1);
    const TemporaryFolder folder;
    SmallNet a, b;
    const auto before = a->fc->weight.clone();
    nn::roundToHalf(*a);
    CHECK_FALSE(torch::equal(a->fc->weight, before));
    CHECK((a->fc->weight.scalar_type() == torch::kFloat));
    REQUIRE(nn::writeTensorFile(folder / "x", {nn::stateOf(*a), {}}, nn::FloatStorage::Half));
    REQUIRE(nn::loadState(*b, nn::readTensorFile(folder / "x").value().tensors));
    CHECK(torch::equal(a->fc->weight, b->fc->weight));
}

TEST_CASE("weights that do not fit are refused by name and change nothing")
{
    SmallNet net;
    const auto before = net->fc->weight.clone();
    const auto errorOf = [&](const nn::TensorMap& tensors) {
        const auto status = nn::loadState(*net, tensors);
        REQUIRE(!status);
        CHECK(torch::equal(net->fc->weight, before));
        return status.error();
    };
    auto good = nn::stateOf(*SmallNet());
    auto tensors = good;
    tensors.erase("fc.bias");
    CHECK(errorOf(tensors).message.find("missing: fc.bias") != std::string::npos);
    tensors = good;
    tensors["fc.extra"] = torch::ones({1});
    CHECK(errorOf(tensors).message.find("unexpected: fc.extra") != std::string::npos);
    tensors = good;
    tensors["fc.weight"] = torch::ones({3, 2});
    CHECK(errorOf(tensors).message.find("fc.weight ([3, 2] instead of [2, 3])") != std::string::npos);
    CHECK((errorOf(tensors).code == ErrorCode::Incompatible));
    tensors = good;
    tensors["fc.bias"] = torch::tensor({1.f, NAN});
    CHECK((errorOf(tensors).code == ErrorCode::Corrupt));
}

TEST_CASE("a checkpoint returns tensors and description exactly")
{
    const TemporaryFolder folder;
    const nn::Checkpoint checkpoint{{{"model.w", torch::randn({4})}, {"optimiser.w.m", torch::randn({4}) * 1e-20}},
                                    {{"step", 17}, {"lr", 0.1}}};
    REQUIRE(nn::writeCheckpoint(folder / "c", checkpoint));
    const auto back = nn::readCheckpoint(folder / "c");
    REQUIRE(back);
    CHECK(back->info == checkpoint.info);
    for (const auto& [name, tensor] : checkpoint.tensors)
        CHECK(torch::equal(back->tensors.at(name), tensor));
}

TEST_CASE("a weight file is not a checkpoint, and a damaged description is noticed")
{
    const TemporaryFolder folder;
    REQUIRE(nn::writeTensorFile(folder / "w", {{}, {}}));
    CHECK((nn::readCheckpoint(folder / "w").error().code == ErrorCode::Incompatible));
    REQUIRE(nn::writeTensorFile(folder / "w", {{}, {{"format", "blastoscope-checkpoint-1"}, {"info", "{"}}}));
    CHECK((nn::readCheckpoint(folder / "w").error().code == ErrorCode::Corrupt));
}
