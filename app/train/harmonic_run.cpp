// SPDX-License-Identifier: Apache-2.0
#include "app/train/harmonic_run.h"

#include "app/train/harmonic_stages.h"
#include "core/base/file_io.h"
#include "core/base/log.h"

namespace blastoscope::train
{
namespace
{

constexpr const char* kInputsFile = "inputs.json";

base::Status checkInputs(const RunContext& context, const HarmonicData& data)
{
    const nlohmann::json hashes = {{"dataset_sha256", data.hash}};
    const auto file = context.out / kInputsFile;
    if (!std::filesystem::exists(file))
        return base::writeTextFile(file, hashes.dump(2) + "\n");
    const auto earlier = base::readTextFile(file);
    if (!earlier)
        return tl::unexpected<base::Error>(earlier.error());
    if (nlohmann::json::parse(*earlier, nullptr, false) != hashes)
        return base::fail(base::ErrorCode::Incompatible, "The dataset is not the one with which the run in " +
                                                             context.out.string() + " began; start a new run.");
    return {};
}

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
    if (auto status = checkInputs(context, *data); !status)
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
