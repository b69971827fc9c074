// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/generated/sample_files.h"

#include <algorithm>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/dataset/generated/plain_file_name.h"
#include "core/imaging/label_image.h"

namespace blastoscope::dataset {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kListName = "samples.json";
constexpr std::size_t kDigits = 5;
constexpr std::uint32_t kLargestClass = 255;

std::optional<fs::path> labelFileOf(const SampleEntry& sample, const fs::path& folder)
{
    for (const char* ending : {".png", ".tif", ".tiff"}) {
        fs::path file = folder / fs::path(sample.file).replace_extension(ending);
        std::error_code error;
        if (fs::is_regular_file(file, error))
            return file;
    }
    return {};
}

base::Result<base::Image> readClasses(const fs::path& file)
{
    const auto reader = imaging::LabelFileReader::open(file);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto labels = (*reader)->read(0);
    if (!labels)
        return tl::unexpected(labels.error());
    base::Image classes(labels->width, labels->height, 1, base::PixelType::U8);
    auto* out = classes.row<std::uint8_t>(0);
    for (const std::uint32_t label : labels->labels) {
        if (label > kLargestClass)
            return base::fail(base::ErrorCode::Unsupported, "The label image \"" + file.filename().string() +
                                                                "\" holds the number " + std::to_string(label) +
                                                                "; classes are 0 to 254, and 255 is unknown.");
        *out++ = std::uint8_t(label);
    }
    return classes;
}

} // namespace

std::string sampleFileName(std::int64_t index)
{
    const std::string digits = std::to_string(index);
    return std::string(digits.size() < kDigits ? kDigits - digits.size() : 0, '0') + digits + ".png";
}

base::Status writeSampleList(const SampleList& list, const fs::path& folder)
{
    json samples = json::array();
    for (const SampleEntry& sample : list.samples)
        samples.push_back({{"index", sample.index}, {"file", sample.file}});
    const json about = {{"synthetic", true},
                        {"generator_sha256", list.generatorHash},
                        {"seed", list.seed},
                        {"truncation", list.truncation},
                        {"samples", samples}};
    return base::writeTextFile(folder / kListName, about.dump(2) + "\n");
}

base::Result<SampleList> readSampleList(const fs::path& folder)
{
    const auto text = base::readTextFile(folder / kListName);
    if (!text)
        return tl::unexpected(text.error());
    try {
        const json about = json::parse(*text);
        SampleList list{about.at("generator_sha256"), about.at("seed"), about.at("truncation"), {}};
        for (const json& sample : about.at("samples"))
            list.samples.push_back({sample.at("index"), sample.at("file")});
        if (std::all_of(list.samples.begin(), list.samples.end(),
                        [](const SampleEntry& sample) { return isPlainFileName(sample.file); }))
            return list;
    } catch (const json::exception&) {
    }
    return base::fail(base::ErrorCode::Corrupt, "The file samples.json in " + folder.string() +
                                                    " is no list of samples; \"gan sample\" writes one.");
}

base::Result<std::vector<SampleLabels>> readSampleLabels(const SampleList& list, const fs::path& folder)
{
    std::vector<SampleLabels> all;
    for (const SampleEntry& sample : list.samples) {
        const auto file = labelFileOf(sample, folder);
        if (!file)
            continue;
        auto classes = readClasses(*file);
        if (!classes)
            return tl::unexpected(classes.error());
        all.push_back({sample.index, std::move(*classes)});
    }
    if (all.empty())
        return base::fail(base::ErrorCode::NotFound, "No picture in " + folder.string() +
                                                         " is named like a sample; label images are named like the "
                                                         "sample they belong to and hold one class number per pixel.");
    return all;
}

} // namespace blastoscope::dataset
