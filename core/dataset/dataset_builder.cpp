// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/dataset_builder.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/annotation/visible_parts.h"
#include "core/base/file_io.h"
#include "core/base/ids.h"
#include "core/base/sha256.h"
#include "core/dataset/dataset_checks.h"
#include "core/dataset/picture_set.h"
#include "core/dataset/usable_frames.h"
#include "core/imaging/fingerprint.h"
#include "core/imaging/picture_file.h"
#include "core/nn/data/dataset_file.h"

namespace blastoscope::dataset {
namespace {

namespace fs = std::filesystem;

nn::DatasetFrame toDatasetFrame(const formats::AnnotatedFrame& truth, const base::Image& gray)
{
    nn::DatasetFrame frame;
    frame.width = gray.width;
    frame.height = gray.height;
    const auto* first = gray.row<std::uint8_t>(0);
    frame.pixels.assign(first, first + std::size_t(gray.width) * std::size_t(gray.height));
    frame.embryo = truth.embryoId;
    const auto visible = annotation::visibleParts(truth.annotation);
    for (std::size_t i = 0; i < truth.annotation.instances.size(); ++i) {
        const annotation::Instance& instance = truth.annotation.instances[i];
        if (!instance.amodal.isEmpty())
            frame.instances.push_back({instance.classId, instance.amodal, visible[i], instance.uncertain});
    }
    return frame;
}

std::string pictureName(std::size_t position)
{
    char text[40];
    std::snprintf(text, sizeof text, "images/%05zu.png", position + 1);
    return text;
}

/// Writes into a folder beside the wanted one, which gets its name when everything is there.
class Builder {
public:
    Builder(const BuildOptions& options, DatasetReport& report) : m_options(options), m_report(report)
    {
        m_folder = options.out;
        m_folder += std::string(".").append(base::randomId()).append(".part"); // beside it, so that renaming is enough
    }

    ~Builder()
    {
        std::error_code error;
        fs::remove_all(m_folder, error);
    }

    base::Status begin() { return base::makeFolder(m_folder / "images"); }

    base::Status add(const SourceFrame& source, bool validation)
    {
        const auto image = source.read();
        if (!image)
            return tl::unexpected<base::Error>(image.error());
        const base::Image gray = toGrayBytes(*image);
        FrameRecord record;
        record.picture = pictureName(m_frames.size());
        record.source = source.truth.fileName;
        record.frameIndex = source.truth.frameIndex;
        record.sourceSha256 = imaging::imageSha256(*image);
        record.embryo = source.truth.embryoId;
        record.validation = validation;
        record.synthetic = source.synthetic;
        record.repetition = source.repetition;
        if (auto status = imaging::writePng(gray, m_folder / record.picture); !status)
            return status;
        nn::DatasetFrame frame = toDatasetFrame(source.truth, gray);
        frame.name = record.picture;
        frame.validation = validation;
        frame.exhaustive = m_options.exhaustive;
        m_frames.push_back(std::move(frame));
        formats::AnnotatedFrame truth = source.truth;
        truth.fileName = record.picture;
        truth.sha256.clear();
        m_truths.push_back(std::move(truth));
        m_report.frames.push_back(std::move(record));
        return {};
    }

    base::Status finish()
    {
        checkFrames(m_frames, m_report);
        const fs::path data = m_folder / nn::kDatasetFileName;
        if (auto status = nn::writeDatasetFile(data, m_frames); !status)
            return status;
        const auto hash = base::sha256OfFile(data);
        if (!hash)
            return tl::unexpected<base::Error>(hash.error());
        m_report.dataSha256 = *hash;
        if (auto status = formats::writeCocoDataset(formats::toCoco(m_truths), m_folder / "annotations.json"); !status)
            return status;
        const auto text = toJson(m_report).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
        if (auto status = base::writeTextFile(m_folder / "dataset.json", text); !status)
            return status;
        std::error_code error;
        fs::remove(m_options.out, error); // an empty folder of that name
        fs::rename(m_folder, m_options.out, error);
        if (error)
            return base::fail(base::ErrorCode::Io, "The folder " + m_options.out.string() + " could not be made.",
                              error.message());
        return {};
    }

private:
    const BuildOptions& m_options;
    DatasetReport& m_report;
    fs::path m_folder;
    std::vector<nn::DatasetFrame> m_frames;
    std::vector<formats::AnnotatedFrame> m_truths;
};

base::Status checkFolder(const fs::path& out)
{
    std::error_code error;
    if (fs::exists(out, error) && !fs::is_empty(out, error))
        return base::fail(base::ErrorCode::InvalidArgument,
                          "The folder " + out.string() + " is not empty; choose another one for the dataset.");
    return {};
}

} // namespace

base::Result<DatasetReport> buildDataset(const std::vector<SourceFrame>& frames, const BuildOptions& options,
                                         const base::CancellationToken& cancel,
                                         const base::ProgressCallback& onProgress)
{
    if (auto status = checkFolder(options.out); !status)
        return tl::unexpected<base::Error>(status.error());
    DatasetReport report;
    report.exhaustive = options.exhaustive;
    const auto chosen = chooseFrames(frames, options.split, report);
    if (!chosen)
        return tl::unexpected<base::Error>(chosen.error());
    Builder builder(options, report);
    if (auto status = builder.begin(); !status)
        return tl::unexpected<base::Error>(status.error());
    for (std::size_t i = 0; i < chosen->frames.size(); ++i) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        if (onProgress)
            onProgress({std::int64_t(i) + 1, std::int64_t(chosen->frames.size()), "Adding frame"});
        if (auto status = builder.add(*chosen->frames[i], chosen->validation[i]); !status)
            return tl::unexpected<base::Error>(status.error());
    }
    if (auto status = builder.finish(); !status)
        return tl::unexpected<base::Error>(status.error());
    return report;
}

} // namespace blastoscope::dataset
