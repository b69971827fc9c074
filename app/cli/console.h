// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/error.h"
#include "core/base/progress.h"

namespace blastoscope::cli {

/// Results go to stdout, everything else to stderr. Progress is drawn on a terminal only; with JSON on, stdout holds
/// exactly one JSON object.
class Console {
public:
    Console();

    void setJson(bool on) { m_json = on; }

    /// Result text for people; silent with JSON on.
    void print(const std::string& text);
    /// Result for machines; silent with JSON off.
    void printJson(const nlohmann::ordered_json& result);
    void warn(const std::string& text);
    void report(const base::Error& error);
    void progress(const base::Progress& progress);

private:
    void clearProgress();

    bool m_json = false;
    bool m_isTerminal;
    bool m_progressShown = false;
};

} // namespace blastoscope::cli
