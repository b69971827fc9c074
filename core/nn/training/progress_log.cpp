// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/progress_log.h"

#include <utility>

#include "core/base/utc_time.h"

namespace blastoscope::nn {

base::Result<std::shared_ptr<ProgressLog>> ProgressLog::open(const std::filesystem::path& file)
{
    std::ofstream stream(file, std::ios::app);
    if (!stream)
        return base::fail(base::ErrorCode::Io, "Cannot write " + file.string() + ".");
    return std::shared_ptr<ProgressLog>(new ProgressLog(std::move(stream)));
}

base::Status ProgressLog::write(const std::string& event, nlohmann::json line)
{
    line["event"] = event;
    line["time"] = base::utcNow();
    m_stream << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n' << std::flush;
    if (!m_stream)
        return base::fail(base::ErrorCode::Io, "Writing the progress of the run failed; is the disk full?");
    return {};
}

} // namespace blastoscope::nn
