// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string_view>

namespace blastoscope::base {

/// Info: what happened. Warning: something is left out or slower. Error: something that was asked for failed.
enum class LogLevel { Info, Warning, Error };

/// Receives every message; called from any thread, one at a time.
using LogSink = std::function<void(LogLevel level, std::string_view component, std::string_view message)>;

/// Replaces the sink (default: warnings and errors to stderr). The programs install one backed by spdlog; core itself
/// stays free of it so that the training engine builds from LibTorch alone. Messages carry no identifiers of patients,
/// files or folders.
void setLogSink(LogSink sink);

/// May be called from any thread. `component` is the folder that speaks, e.g. "imaging".
void log(LogLevel level, std::string_view component, std::string_view message);

inline void logInfo(std::string_view component, std::string_view message) { log(LogLevel::Info, component, message); }
inline void logWarning(std::string_view component, std::string_view message)
{
    log(LogLevel::Warning, component, message);
}
inline void logError(std::string_view component, std::string_view message) { log(LogLevel::Error, component, message); }

} // namespace blastoscope::base
