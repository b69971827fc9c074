// SPDX-License-Identifier: Apache-2.0
#include "app/train/dataset_source.h"

#include <algorithm>
#include <cstring>
#include <set>

#include "core/base/object_class.h"
#include "core/base/sha256.h"
#include "core/nn/data/dataset_file.h"

namespace blastoscope::train {
namespace {

base::Image toImage(const nn::DatasetFrame& frame)
{
    base::Image image(frame.width, frame.height, 1, base::PixelType::U8);
    std::memcpy(image.bytes.data(), frame.pixels.data(), frame.pixels.size());
    return image;
}

FrameTruth truthOf(const nn::DatasetFrame& frame)
{
    FrameTruth truth;
    truth.exhaustive = frame.exhaustive;
    for (const nn::DatasetInstance& instance : frame.instances) {
        if (instance.amodal.isEmpty())
            continue;
        if (instance.label == int(base::ObjectClass::Blastomere)) {
            const base::Box box = instance.amodal.boundingBox();
            truth.clump = truth.clump ? base::united(*truth.clump, box) : box;
        }
        truth.instances.push_back({instance.label, instance.amodal, instance.visible.value_or(instance.amodal),
                                   instance.ignore, instance.visible.has_value()});
    }
    return truth;
}

base::Status checkClasses(const std::vector<nn::DatasetFrame>& frames, int classes)
{
    for (const nn::DatasetFrame& frame : frames) {
        for (const nn::DatasetInstance& instance : frame.instances) {
            if (instance.label > classes)
                return base::fail(base::ErrorCode::Incompatible, "The frame \"" + frame.name +
                                                                     "\" has an object of a class that the model does "
                                                                     "not know.");
        }
    }
    return {};
}

} // namespace

base::Result<LoadedDataset> loadDataset(const std::filesystem::path& dataset, const CanvasOptions& canvas, int classes)
{
    const auto file = dataset / nn::kDatasetFileName;
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return base::fail(base::ErrorCode::NotFound, "There is no dataset in " + dataset.string() +
                                                         ": it has no file " + nn::kDatasetFileName + ".");
    const auto hash = base::sha256OfFile(file);
    if (!hash)
        return tl::unexpected<base::Error>(hash.error());
    const auto frames = nn::readDatasetFile(file);
    if (!frames)
        return tl::unexpected<base::Error>(frames.error());
    if (auto status = checkClasses(*frames, classes); !status)
        return tl::unexpected<base::Error>(status.error());
    LoadedDataset loaded;
    std::vector<std::shared_ptr<const nn::TrainingSample>> train, validation;
    std::set<std::string> heldOut;
    for (const nn::DatasetFrame& frame : *frames) {
        const FrameTruth truth = truthOf(frame);
        if (!truth.clump && !truth.exhaustive)
            continue;
        loaded.exhaustive = loaded.exhaustive && truth.exhaustive;
        if (frame.validation) {
            heldOut.insert(frame.embryo);
            loaded.validationOrigins.push_back(
                {frame.name, frame.embryo, canvasBox(frame.width, frame.height, truth.clump, canvas.fieldOfView)});
        }
        (frame.validation ? validation : train)
            .push_back(std::make_shared<const nn::TrainingSample>(
                toTrainingSample(toImage(frame), truth, canvas, true)));
    }
    loaded.hash = *hash;
    loaded.heldOutEmbryos = int(heldOut.size());
    loaded.train = std::make_shared<const DatasetSource>(std::move(train), *hash);
    loaded.validation = std::make_shared<const DatasetSource>(std::move(validation), *hash);
    return loaded;
}

} // namespace blastoscope::train
