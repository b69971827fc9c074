// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace blastoscope::base {

/// What kind of thing went wrong; programs branch on it, people read the message.
enum class ErrorCode {
    InvalidArgument,  ///< a value outside its documented range
    NotFound,         ///< a file, folder or key does not exist
    PermissionDenied, ///< the system refuses to read or write
    Io,               ///< reading or writing failed half-way (disk full, network gone)
    Truncated,        ///< the file ends before its own header says it does
    Corrupt,          ///< the content contradicts itself
    Unsupported,      ///< valid, but uses a feature that is not implemented; the message names it
    Incompatible,     ///< e.g. weights that do not fit the architecture
    OutOfMemory,
    Cancelled,
    Internal, ///< a bug or a failure of a library; the detail says where
};

/// Short stable name of a code, e.g. "truncated"; for logs and --json output.
std::string_view nameOf(ErrorCode code);

/// An expected failure. `message` is one or two sentences for a person: what happened, to which file, what helps.
/// `detail` holds technical text (library messages), shown folded.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string detail;
};

template<typename T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

} // namespace blastoscope::base
