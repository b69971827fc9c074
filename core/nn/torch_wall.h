// SPDX-License-Identifier: Apache-2.0
// The wall: behind here errors are LibTorch's exceptions, in front of it they are values. For .cpp files only.
#pragma once

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <new>
#include <string>

#include "core/base/error.h"
#include "core/nn/torch.h"

namespace blastoscope::nn {

inline bool isOutOfMemory(const c10::Error& error)
{
    const std::string& text = error.msg();
    return std::ranges::any_of(std::array{"out of memory", "can't allocate memory", "STATUS_ALLOC_FAILED"},
                               [&](const char* sign) { return text.find(sign) != std::string::npos; });
}

/// Runs `work` and turns what LibTorch throws into an error that begins with `what`.
template<typename Work>
auto guarded(const char* what, const Work& work) -> base::Result<decltype(work())>
{
    try {
        return work();
    } catch (const c10::Error& error) {
        const auto code = isOutOfMemory(error) ? base::ErrorCode::OutOfMemory : base::ErrorCode::Internal;
        return base::fail(code, what, error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return base::fail(base::ErrorCode::OutOfMemory, what, "std::bad_alloc");
    } catch (const std::exception& exception) {
        return base::fail(base::ErrorCode::Internal, what, exception.what());
    }
}

/// The number of OpenMP threads belongs to the calling thread, which may be another one each time.
inline void useThreads(int threads)
{
    if (torch::get_num_threads() != threads)
        torch::set_num_threads(threads);
}

inline base::Error inFile(base::Error error, const std::filesystem::path& path)
{
    error.message = "The model \"" + path.filename().string() + "\" cannot be used. " + error.message;
    return error;
}

} // namespace blastoscope::nn
