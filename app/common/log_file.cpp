// SPDX-License-Identifier: Apache-2.0
#include "app/common/log_file.h"

#include <memory>
#include <utility>

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/common/user_folders.h"

namespace blastoscope::common {
namespace {

constexpr std::size_t kBytesPerFile = 1 << 20;
constexpr std::size_t kFiles = 5;

spdlog::level::level_enum toSpdlog(base::LogLevel level)
{
    switch (level) {
    case base::LogLevel::Info: return spdlog::level::info;
    case base::LogLevel::Warning: return spdlog::level::warn;
    case base::LogLevel::Error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

/// The file sink, or null with the reason in `problem`.
spdlog::sink_ptr openFile(const std::string& program, std::string& problem)
{
    try {
        const auto path = logFolder() / (program + ".log");
        return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path.string(), kBytesPerFile, kFiles - 1);
    } catch (const spdlog::spdlog_ex& e) {
        problem = e.what();
        return nullptr;
    }
}

} // namespace

std::filesystem::path logFolder()
{
    return stateFolder() / "logs";
}

void startLogging(const std::string& program, bool toTerminal, base::LogSink also)
{
    auto logger = std::make_shared<spdlog::logger>(program);
    logger->set_level(spdlog::level::debug);
    logger->flush_on(spdlog::level::info); // few lines, and each may be the last one
    std::string problem;
    if (auto file = openFile(program, problem)) {
        file->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
        logger->sinks().push_back(std::move(file));
    }
    if (toTerminal) {
        auto terminal = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        terminal->set_level(spdlog::level::warn);
        terminal->set_pattern("%l: %v");
        logger->sinks().push_back(std::move(terminal));
    }
    base::setLogSink(
        [logger, also = std::move(also)](base::LogLevel level, std::string_view component, std::string_view message) {
            logger->log(toSpdlog(level), "[{}] {}", component, message);
            if (also)
                also(level, component, message);
        });
    if (!problem.empty())
        base::logWarning("app", "The log file cannot be written: " + problem);
}

} // namespace blastoscope::common
