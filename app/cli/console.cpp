// SPDX-License-Identifier: Apache-2.0
#include "app/cli/console.h"

#include <cstdio>

#include <unistd.h>

#include <nlohmann/json.hpp>

namespace blastoscope::cli {
namespace {

using nlohmann::ordered_json;

void writeLine(std::FILE* stream, const std::string& text)
{
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fputc('\n', stream);
    std::fflush(stream);
}

std::string toText(const ordered_json& json)
{
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace

Console::Console() : m_isTerminal(isatty(STDERR_FILENO) == 1) {}

void Console::clearProgress()
{
    if (m_progressShown)
        std::fputs("\r\033[K", stderr);
    m_progressShown = false;
}

void Console::print(const std::string& text)
{
    clearProgress();
    if (!m_json)
        writeLine(stdout, text);
}

void Console::printJson(const ordered_json& result)
{
    clearProgress();
    if (m_json)
        writeLine(stdout, toText(result));
}

void Console::warn(const std::string& text)
{
    clearProgress();
    writeLine(stderr, "warning: " + text);
}

void Console::report(const base::Error& error)
{
    clearProgress();
    writeLine(stderr, "error: " + error.message);
    if (!error.detail.empty())
        writeLine(stderr, "  " + error.detail);
    if (m_json)
        writeLine(stdout, toText({{"error",
                                   {{"code", std::string(base::nameOf(error.code))},
                                    {"message", error.message},
                                    {"detail", error.detail}}}}));
}

void Console::progress(const base::Progress& progress)
{
    if (!m_isTerminal)
        return;
    std::fprintf(stderr, "\r\033[K%s", progress.what.c_str());
    if (progress.total > 0)
        std::fprintf(stderr, " %lld/%lld", static_cast<long long>(progress.done),
                     static_cast<long long>(progress.total));
    std::fflush(stderr);
    m_progressShown = true;
}

} // namespace blastoscope::cli
