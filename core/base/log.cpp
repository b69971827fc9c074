// SPDX-License-Identifier: Apache-2.0
#include "core/base/log.h"

#include <cstdio>
#include <mutex>
#include <utility>

namespace blastoscope::base {
namespace {

std::mutex g_mutex;

void toStderr(LogLevel level, std::string_view component, std::string_view message)
{
    if (level < LogLevel::Warning)
        return;
    std::fprintf(stderr, "%s [%.*s] %.*s\n", level == LogLevel::Error ? "error" : "warning", int(component.size()),
                 component.data(), int(message.size()), message.data());
}

LogSink& sink()
{
    static LogSink instance = toStderr;
    return instance;
}

} // namespace

void setLogSink(LogSink newSink)
{
    const std::lock_guard lock(g_mutex);
    sink() = newSink ? std::move(newSink) : LogSink(toStderr);
}

void log(LogLevel level, std::string_view component, std::string_view message)
{
    const std::lock_guard lock(g_mutex);
    sink()(level, component, message);
}

} // namespace blastoscope::base
