// SPDX-License-Identifier: Apache-2.0
#include "app/train/harmonic_run.h"

#include "app/train/harmonic_stages.h"
#include "core/base/log.h"

namespace blastoscope::train {
namespace {

base::Result<nn::RunOutcome> runNamed(const RunContext& context, const HarmonicData& data, const std::string& stage)
{
    if (stage == "guides")
        return runGuidesStage(context, data);
    if (stage == "embedding")
        return runEmbeddingStage(context, data);
    return exportHarmonic(context, data);
}

} // namespace

base::Result<nn::RunOutcome> runHarmonicStages(const RunContext& context)
{
    const auto data = loadHarmonicData(context.recipe.fineTuning.dataset);
    if (!data)
        return tl::unexpected<base::Error>(data.error());
    if (auto status = checkInputs(context, {{"dataset_sha256", data->hash}}, "The dataset"); !status)
        return tl::unexpected<base::Error>(status.error());
    for (const std::string& stage : context.recipe.stages) {
        if (isStageDone(context, stage))
            continue;
        base::logInfo("train", "stage " + stage);
        const auto outcome = runNamed(context, *data, stage);
        if (!outcome || *outcome == nn::RunOutcome::Stopped)
            return outcome;
    }
    if (auto status = context.log->write("finished"); !status)
        return tl::unexpected<base::Error>(status.error());
    return nn::RunOutcome::Finished;
}

} // namespace blastoscope::train
