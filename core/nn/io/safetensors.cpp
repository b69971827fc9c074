// SPDX-License-Identifier: Apache-2.0
#include "core/nn/io/safetensors.h"

#include <algorithm>
#include <fstream>
#include <new>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/ids.h"
#include "core/nn/io/safetensors_header.h"

namespace blastoscope::nn {

namespace {

struct TypeName {
    const char* name;
    torch::ScalarType type;
};

constexpr TypeName kTypeNames[] = {
    {"F64", torch::kDouble}, {"F32", torch::kFloat}, {"F16", torch::kHalf},  {"BF16", torch::kBFloat16},
    {"I64", torch::kLong},   {"I32", torch::kInt},   {"I16", torch::kShort}, {"I8", torch::kChar},
    {"U8", torch::kByte},    {"BOOL", torch::kBool},
};

torch::ScalarType scalarTypeOf(const std::string& name)
{
    for (const TypeName& known : kTypeNames) {
        if (name == known.name)
            return known.type;
    }
    TORCH_CHECK(false, "no scalar type for ", name); // openSafetensors lets only known names through
}

const char* nameOf(torch::ScalarType type)
{
    for (const TypeName& known : kTypeNames) {
        if (type == known.type)
            return known.name;
    }
    return nullptr;
}

base::Result<torch::Tensor> readTensor(std::ifstream& stream, const TensorEntry& entry)
{
    const auto type = scalarTypeOf(entry.type);
    // A byte that is neither 0 nor 1 is no bool for C++, so bools are read as bytes first.
    auto tensor = torch::empty(entry.shape, type == torch::kBool ? torch::kByte : type);
    const auto bytes = std::streamsize(entry.end - entry.begin);
    if (bytes > 0 && !stream.read(static_cast<char*>(tensor.data_ptr()), bytes))
        return base::fail(base::ErrorCode::Io, "Reading the tensor \"" + entry.name + "\" failed.");
    return type == torch::kBool ? tensor.ne(0) : tensor;
}

torch::Tensor toStorage(const torch::Tensor& tensor, FloatStorage storage)
{
    const auto type = tensor.scalar_type();
    const bool halve = storage == FloatStorage::Half && (type == torch::kFloat || type == torch::kDouble);
    return tensor.detach().to(torch::kCPU, halve ? torch::kHalf : type).contiguous();
}

struct NamedTensor {
    std::string name;
    torch::Tensor tensor;
};

/// Wide elements first, as the reference implementation orders them, so that every tensor is aligned.
std::vector<NamedTensor> inFileOrder(const TensorMap& tensors, FloatStorage storage)
{
    std::vector<NamedTensor> ordered;
    for (const auto& [name, tensor] : tensors)
        ordered.push_back({name, toStorage(tensor, storage)});
    std::stable_sort(ordered.begin(), ordered.end(), [](const NamedTensor& a, const NamedTensor& b) {
        return a.tensor.element_size() > b.tensor.element_size();
    });
    return ordered;
}

base::Result<std::string> headerText(const std::vector<NamedTensor>& tensors,
                                     const std::map<std::string, std::string>& metadata)
{
    nlohmann::json header = nlohmann::json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t position = 0;
    for (const auto& [name, tensor] : tensors) {
        const char* type = nameOf(tensor.scalar_type());
        if (!type) {
            return base::fail(base::ErrorCode::Unsupported,
                              "The tensor \"" + name + "\" has a type that weight files do not have.",
                              torch::toString(tensor.scalar_type()));
        }
        const std::uint64_t end = position + std::uint64_t(tensor.nbytes());
        header[name] = {{"dtype", type}, {"shape", tensor.sizes().vec()}, {"data_offsets", {position, end}}};
        position = end;
    }
    std::string text;
    try {
        text = header.dump();
    } catch (const nlohmann::json::exception& exception) {
        return base::fail(base::ErrorCode::InvalidArgument, "A name or text for the weight file is not valid UTF-8.",
                          exception.what());
    }
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

bool writeAll(const std::filesystem::path& path, const std::string& header, const std::vector<NamedTensor>& tensors)
{
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    char prefix[8];
    for (int i = 0; i < 8; ++i)
        prefix[i] = char(std::uint64_t(header.size()) >> (8 * i));
    stream.write(prefix, sizeof prefix);
    stream.write(header.data(), std::streamsize(header.size()));
    for (const NamedTensor& item : tensors)
        stream.write(static_cast<const char*>(item.tensor.data_ptr()), std::streamsize(item.tensor.nbytes()));
    stream.close();
    return bool(stream);
}

std::string quoted(const std::filesystem::path& path)
{
    std::string text = "\"";
    return text.append(path.filename().string()).append("\"");
}

std::string joined(const std::vector<std::string>& names)
{
    constexpr std::size_t kShown = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), kShown); ++i)
        text.append(i ? ", " : "").append(names[i]);
    return names.size() > kShown ? text + " and " + std::to_string(names.size() - kShown) + " more" : text;
}

std::string shapeText(const torch::Tensor& tensor)
{
    std::string text = "[";
    for (int64_t i = 0; i < tensor.dim(); ++i)
        text.append(i ? ", " : "").append(std::to_string(tensor.size(i)));
    return text + "]";
}

/// Every name and shape on both sides, and every value finite.
base::Status checkFits(const TensorMap& expected, const TensorMap& given)
{
    std::vector<std::string> missing, unexpected, shapes;
    for (const auto& [name, tensor] : expected) {
        const auto found = given.find(name);
        if (found == given.end())
            missing.push_back(name);
        else if (found->second.sizes() != tensor.sizes())
            shapes.push_back(name + " (" + shapeText(found->second) + " instead of " + shapeText(tensor) + ")");
    }
    for (const auto& [name, tensor] : given) {
        if (!expected.contains(name))
            unexpected.push_back(name);
    }
    std::string reasons;
    const auto add = [&reasons](const char* what, const std::vector<std::string>& names) {
        if (!names.empty())
            reasons.append(reasons.empty() ? "" : "; ").append(what).append(joined(names));
    };
    add("missing: ", missing);
    add("unexpected: ", unexpected);
    add("of another shape: ", shapes);
    if (!reasons.empty())
        return base::fail(base::ErrorCode::Incompatible, "The weights do not fit the architecture; " + reasons + ".");
    for (const auto& [name, tensor] : given) {
        if (tensor.is_floating_point() && !torch::isfinite(tensor).all().item<bool>())
            return base::fail(base::ErrorCode::Corrupt,
                              "The weights contain numbers that are not finite: " + name + ".");
    }
    return {};
}

} // namespace

base::Result<TensorFile> readTensorFile(const std::filesystem::path& path)
{
    try {
        std::ifstream stream;
        auto header = openSafetensors(path, stream);
        if (!header)
            return tl::unexpected(header.error());
        TensorFile file;
        file.metadata = std::move(header->metadata);
        for (const TensorEntry& entry : header->tensors) {
            auto tensor = readTensor(stream, entry);
            if (!tensor)
                return tl::unexpected(tensor.error());
            file.tensors.emplace(entry.name, std::move(*tensor));
        }
        return file;
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory for the weight file.");
    } catch (const c10::Error& error) {
        return base::fail(base::ErrorCode::OutOfMemory, "There is not enough memory for the weight file.",
                          error.what_without_backtrace());
    }
}

base::Result<std::map<std::string, std::string>> readTensorFileMetadata(const std::filesystem::path& path)
{
    std::ifstream stream;
    auto header = openSafetensors(path, stream);
    if (!header)
        return tl::unexpected(header.error());
    return std::move(header->metadata);
}

base::Status writeTensorFile(const std::filesystem::path& path, const TensorFile& file, FloatStorage storage)
{
    std::vector<NamedTensor> tensors;
    try {
        tensors = inFileOrder(file.tensors, storage);
    } catch (const c10::Error& error) {
        return base::fail(base::ErrorCode::Internal, "The weights could not be copied for writing.",
                          error.what_without_backtrace());
    }
    const auto header = headerText(tensors, file.metadata);
    if (!header)
        return tl::unexpected(header.error());
    std::filesystem::path temporary = path;
    temporary += std::string(".").append(base::randomId()).append(".part");
    std::error_code error;
    if (!writeAll(temporary, *header, tensors)) {
        std::filesystem::remove(temporary, error);
        return base::fail(
            base::ErrorCode::Io,
            quoted(path) + " could not be written; is there room on the disk, and may files be made in that folder?");
    }
    std::filesystem::rename(temporary, path, error);
    if (error) {
        const std::string reason = error.message();
        std::filesystem::remove(temporary, error);
        return base::fail(base::ErrorCode::Io, quoted(path) + " could not be replaced.", reason);
    }
    return {};
}

TensorMap stateOf(const torch::nn::Module& module, const std::string& prefix)
{
    TensorMap state;
    for (const auto& item : module.named_parameters())
        state.emplace(prefix + item.key(), item.value().detach());
    for (const auto& item : module.named_buffers())
        state.emplace(prefix + item.key(), item.value().detach());
    return state;
}

void roundToHalf(torch::nn::Module& module)
{
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : stateOf(module))
        if (tensor.is_floating_point())
            torch::Tensor(tensor).copy_(tensor.to(torch::kHalf).to(tensor.scalar_type()));
}

TensorMap tensorsUnder(const TensorMap& tensors, const std::string& prefix)
{
    TensorMap found;
    for (auto it = tensors.lower_bound(prefix); it != tensors.end() && it->first.starts_with(prefix); ++it)
        found.emplace(it->first.substr(prefix.size()), it->second);
    return found;
}

base::Status loadState(torch::nn::Module& module, const TensorMap& tensors, const std::string& prefix)
{
    TensorMap given;
    for (const auto& [name, tensor] : tensors) {
        if (name.starts_with(prefix))
            given.emplace(name, tensor);
    }
    try {
        const torch::NoGradGuard noGrad;
        TensorMap own = stateOf(module, prefix);
        if (auto fits = checkFits(own, given); !fits)
            return fits;
        for (auto& [name, tensor] : own)
            tensor.copy_(given.at(name));
    } catch (const c10::Error& error) {
        return base::fail(base::ErrorCode::Internal, "The weights could not be put into the network.",
                          error.what_without_backtrace());
    }
    return {};
}

} // namespace blastoscope::nn
