// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/generated/pair_files.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/dataset/generated/plain_file_name.h"
#include "core/imaging/picture_file.h"
#include "core/imaging/picture_reader.h"

namespace blastoscope::dataset {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kListName = "synthetic.json";

struct Part {
    const char* folder;
    base::Image LabelledPicture::*image;
};
constexpr std::array kParts = {Part{"images", &LabelledPicture::picture}, Part{"labels", &LabelledPicture::labels},
                               Part{"uncertainty", &LabelledPicture::uncertainty}};

base::Status checkParts(const LabelledPicture& pair, const std::string& name)
{
    for (const Part& part : kParts) {
        const base::Image& image = pair.*part.image;
        if (image.channels != 1 || image.type != base::PixelType::U8)
            return base::fail(base::ErrorCode::Incompatible,
                              "\"" + name + "\" in the folder " + part.folder + " is no picture of grey bytes.");
        if (image.width != pair.picture.width || image.height != pair.picture.height)
            return base::fail(base::ErrorCode::Incompatible,
                              "\"" + name + "\" has another size in the folder " + part.folder + " than in images.");
    }
    return {};
}

} // namespace

base::Status makePairFolder(const fs::path& folder)
{
    for (const Part& part : kParts)
        if (auto made = base::makeFolder(folder / part.folder); !made)
            return made;
    return {};
}

base::Status writePair(const LabelledPicture& pair, const std::string& name, const fs::path& folder)
{
    for (const Part& part : kParts)
        if (auto written = imaging::writePng(pair.*part.image, folder / part.folder / name); !written)
            return written;
    return {};
}

base::Status removePair(const std::string& name, const fs::path& folder)
{
    for (const Part& part : kParts) {
        std::error_code error;
        fs::remove(folder / part.folder / name, error);
        if (error)
            return base::fail(base::ErrorCode::Io,
                              "\"" + name + "\" could not be removed from " + folder.string() + ".", error.message());
    }
    return {};
}

base::Status writePairList(const PairList& list, const fs::path& folder)
{
    json pairs = json::array();
    for (const PairEntry& pair : list.pairs)
        pairs.push_back({{"file", pair.file}, {"uncertainty", pair.uncertainty}});
    const json about = {{"synthetic", true},
                        {"generator_sha256", list.generatorHash},
                        {"interpreter_sha256", list.interpreterHash},
                        {"class_names", list.classNames},
                        {"seed", list.seed},
                        {"truncation", list.truncation},
                        {"dropped", list.dropped},
                        {"pairs", pairs}};
    return base::writeTextFile(folder / kListName, about.dump(2) + "\n");
}

base::Result<PairList> readPairList(const fs::path& folder)
{
    const auto text = base::readTextFile(folder / kListName);
    if (!text)
        return tl::unexpected(text.error());
    try {
        const json about = json::parse(*text);
        PairList list;
        list.generatorHash = about.at("generator_sha256");
        list.interpreterHash = about.value("interpreter_sha256", "");
        list.classNames = about.at("class_names");
        list.seed = about.at("seed");
        list.truncation = about.at("truncation");
        list.dropped = about.at("dropped");
        for (const json& pair : about.at("pairs"))
            list.pairs.push_back({pair.at("file"), pair.at("uncertainty")});
        if (std::all_of(list.pairs.begin(), list.pairs.end(),
                        [](const PairEntry& pair) { return isPlainFileName(pair.file); }))
            return list;
    } catch (const json::exception&) {
    }
    return base::fail(base::ErrorCode::Corrupt, "The file synthetic.json in " + folder.string() +
                                                    " is no list of labelled pictures; \"gan synthesize\" writes one.");
}

base::Result<LabelledPicture> readPair(const std::string& name, const fs::path& folder)
{
    LabelledPicture pair;
    for (const Part& part : kParts) {
        auto image = imaging::readPicture(folder / part.folder / name);
        if (!image)
            return tl::unexpected(image.error());
        pair.*part.image = std::move(*image);
    }
    if (auto status = checkParts(pair, name); !status)
        return tl::unexpected(status.error());
    return pair;
}

} // namespace blastoscope::dataset
