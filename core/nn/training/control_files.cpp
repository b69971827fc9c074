// SPDX-License-Identifier: Apache-2.0
#include "core/nn/training/control_files.h"

#include <chrono>
#include <thread>
#include <utility>

namespace blastoscope::nn {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kPauseFile = "pause";
constexpr const char* kStopFile = "stop";
constexpr auto kLookAgain = std::chrono::milliseconds(100);

bool isThere(const std::filesystem::path& file)
{
    std::error_code error;
    return std::filesystem::exists(file, error);
}

} // namespace

ControlFilesHook::ControlFilesHook(std::filesystem::path folder, base::CancellationToken stop,
                                   std::shared_ptr<CheckpointHook> checkpoint, std::shared_ptr<ProgressLog> log)
    : m_folder(std::move(folder)), m_stop(std::move(stop)), m_checkpoint(std::move(checkpoint)), m_log(std::move(log))
{
}

bool ControlFilesHook::shallStop() const
{
    if (isThere(m_folder / kStopFile)) {
        forgetStopFile(m_folder);
        m_stop.cancel();
    }
    return m_stop.isCancelled();
}

base::Status ControlFilesHook::afterStep(Trainer& trainer, const StepReport&)
{
    if (shallStop() || !isThere(m_folder / kPauseFile))
        return {};
    const auto start = Clock::now();
    if (auto status = m_checkpoint->write(trainer); !status)
        return status;
    const nlohmann::json where = {{"stage", trainer.task().name()}, {"step", trainer.step()}};
    if (auto status = m_log->write("paused", where); !status)
        return status;
    while (!shallStop() && isThere(m_folder / kPauseFile))
        std::this_thread::sleep_for(kLookAgain);
    trainer.leaveOut(std::chrono::duration<double>(Clock::now() - start).count());
    return m_log->write("continued", where);
}

void forgetStopFile(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::remove(folder / kStopFile, error);
}

} // namespace blastoscope::nn
