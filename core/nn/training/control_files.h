// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/cancellation.h"
#include "core/nn/training/hooks.h"

namespace blastoscope::nn {

/// Lets another program steer a run through files in its folder, looked for after every step. While `pause` exists the
/// run waits, with a checkpoint written; the wait does not use up its minutes. When `stop` appears it is removed and
/// the run ends as `stop` fired. Progress lines: "paused", "continued".
class ControlFilesHook : public TrainerHook {
public:
    ControlFilesHook(std::filesystem::path folder, base::CancellationToken stop,
                     std::shared_ptr<CheckpointHook> checkpoint, std::shared_ptr<ProgressLog> log);

    base::Status afterStep(Trainer& trainer, const StepReport& report) override;

private:
    /// True when `stop` was there or the token fired.
    bool shallStop() const;

    std::filesystem::path m_folder;
    base::CancellationToken m_stop;
    std::shared_ptr<CheckpointHook> m_checkpoint;
    std::shared_ptr<ProgressLog> m_log;
};

/// Removes a `stop` that an earlier run left behind; a `pause` stays.
void forgetStopFile(const std::filesystem::path& folder);

} // namespace blastoscope::nn
