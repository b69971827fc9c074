// SPDX-License-Identifier: Apache-2.0
#include "core/inference/training_look.h"

#include <string_view>
#include <utility>

#include "core/inference/gray_frame.h"
#include "core/nn/io/model_description.h"
#include "core/nn/io/safetensors.h"

namespace blastoscope::inference {

namespace {

LookRespect respectOf(std::string_view key)
{
    if (key == "brightness")
        return LookRespect::Brightness;
    if (key == "spread")
        return LookRespect::Spread;
    return key == "detail" ? LookRespect::Detail : LookRespect::Skewness;
}

} // namespace

std::vector<LookDifference> differencesFromTraining(const nn::ModelDescription& model, std::span<const float> gray,
                                                    int width, int height)
{
    std::vector<LookDifference> differences;
    if (!model.look)
        return differences;
    for (const nn::LookDeviation& deviation : model.look->deviations(nn::statisticsOf(gray, width, height)))
        differences.push_back({respectOf(deviation.respect), deviation.value, deviation.low, deviation.high});
    return differences;
}

base::Result<LookJudge> readLookJudge(const std::filesystem::path& weights)
{
    const auto metadata = nn::readTensorFileMetadata(weights);
    if (!metadata)
        return tl::unexpected(metadata.error());
    auto description = nn::modelDescriptionFromMetadata(*metadata);
    if (!description)
        return tl::unexpected(description.error());
    if (!description->look)
        return LookJudge();
    return [model = std::move(*description)](const base::Image& image) {
        if (image.isNull())
            return std::vector<LookDifference>();
        std::vector<float> gray = finiteGray(image);
        if (model.family() != nn::kHarmonicFamily) // as AmodalSegmenter sees it
            clipOutliers(gray);
        return differencesFromTraining(model, gray, image.width, image.height);
    };
}

} // namespace blastoscope::inference
