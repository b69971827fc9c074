// SPDX-License-Identifier: Apache-2.0
#include "core/formats/object_mask_reader.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/formats/label_masks.h"
#include "core/formats/object_mask_groups.h"
#include "core/imaging/label_image.h"

namespace blastoscope::formats {
namespace {

namespace fs = std::filesystem;
using Size = std::pair<int, int>;

constexpr std::uint32_t kWhite8 = 255, kWhite16 = 65535;

enum class Content { OneObject, Nothing, SeveralValues, Unreadable };

struct MaskFile {
    std::string name;
    Content content = Content::Unreadable;
    masks::RleMask mask;
    std::uint32_t value = 0;
    std::string problem;

    Size size() const { return {mask.width(), mask.height()}; }
};

MaskFile unreadable(MaskFile file, std::string problem)
{
    file.problem = std::move(problem);
    return file;
}

MaskFile readMask(const fs::path& path)
{
    MaskFile file;
    file.name = path.filename().string();
    const auto opened = imaging::LabelFileReader::open(path);
    if (!opened)
        return unreadable(std::move(file), opened.error().message);
    if ((*opened)->pageCount() != 1)
        return unreadable(std::move(file), "The file has several pages, but a mask is one picture.");
    const auto page = (*opened)->read(0);
    if (!page)
        return unreadable(std::move(file), page.error().message);
    auto found = masksOfLabels(*page);
    if (!found)
        return unreadable(std::move(file), found.error().message);
    if (found->size() == 1) {
        file.content = Content::OneObject;
        file.value = found->begin()->first;
        file.mask = std::move(found->begin()->second);
    } else {
        file.content = found->empty() ? Content::Nothing : Content::SeveralValues;
    }
    return file;
}

std::size_t countOf(const std::vector<MaskFile>& files, Content content)
{
    return std::size_t(
        std::count_if(files.begin(), files.end(), [content](const MaskFile& f) { return f.content == content; }));
}

bool allWhite(const std::vector<MaskFile>& files)
{
    return std::all_of(files.begin(), files.end(), [](const MaskFile& file) {
        return file.content != Content::OneObject || file.value == kWhite8 || file.value == kWhite16;
    });
}

/// Whether the content bears out what the names suggest.
bool areObjectMasks(const std::vector<MaskFile>& files, MaskEvidence evidence)
{
    const std::size_t objects = countOf(files, Content::OneObject);
    const std::size_t empty = countOf(files, Content::Nothing);
    const std::size_t strange = files.size() - objects - empty;
    switch (evidence) {
    case MaskEvidence::Picture: return strange <= objects;
    case MaskEvidence::Word: return objects > 0 && strange <= objects;
    case MaskEvidence::Number: return files.size() > 1 && objects > strange && allWhite(files);
    }
    return false;
}

/// The size that most masks have.
Size usualSize(const std::vector<MaskFile>& files)
{
    std::map<Size, int> counts;
    for (const MaskFile& file : files)
        if (file.content == Content::OneObject)
            ++counts[file.size()];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? Size() : most->first;
}

std::string problemOf(const MaskFile& file)
{
    switch (file.content) {
    case Content::OneObject: return {};
    case Content::Nothing: return "The mask is empty.";
    case Content::SeveralValues:
        return "The file has several values, but those beside it are masks of one object each. Save it with 0 and one "
               "other value only, one file for each object; a label image has to be imported by itself.";
    case Content::Unreadable: return file.problem;
    }
    return {};
}

/// Nothing when no mask is left.
std::optional<ForeignFrame> frameOf(const MaskGroup& group, std::vector<MaskFile> files, ExchangeReport& report)
{
    const bool knowsSize = group.picture.width > 0;
    const Size size = knowsSize ? Size(group.picture.width, group.picture.height) : usualSize(files);
    ForeignFrame foreign;
    foreign.file = group.picture.name;
    foreign.frame.fileName = group.picture.name;
    auto& frame = foreign.frame.annotation;
    std::tie(frame.width, frame.height) = size;
    for (MaskFile& file : files) {
        std::string problem = problemOf(file);
        if (problem.empty() && file.size() != size)
            problem = knowsSize ? "The mask has another size than its picture."
                                : "The mask has another size than the others of its picture.";
        if (!problem.empty()) {
            report.drop(file.name, std::move(problem));
            continue;
        }
        annotation::Instance instance;
        instance.id = int(frame.instances.size()) + 1;
        instance.amodal = std::move(file.mask);
        instance.origin = annotation::Origin::Imported;
        frame.instances.push_back(std::move(instance));
    }
    return frame.instances.empty() ? std::nullopt : std::optional(std::move(foreign));
}

/// The path by which the same file is known again.
fs::path identityOf(const fs::path& path)
{
    std::error_code ignored;
    return fs::weakly_canonical(path, ignored);
}

} // namespace

base::Result<ObjectMasks> readObjectMasks(const std::vector<fs::path>& files, const ImportOptions& options,
                                          const ImportContext& context)
{
    MaskPictures pictures(context.pictures, options.pictureNames);
    std::set<fs::path> masksRead, picturesOfMasks;
    ObjectMasks result;
    std::int64_t done = 0;
    for (const MaskGroup& group : groupMasks(files, pictures)) {
        std::vector<MaskFile> read;
        for (const fs::path& file : group.files) {
            if (options.cancel.isCancelled())
                return base::fail(base::ErrorCode::Cancelled, "The import was cancelled.");
            if (options.onProgress)
                options.onProgress({++done, std::int64_t(files.size()), "Reading annotations"});
            read.push_back(readMask(file));
        }
        if (!areObjectMasks(read, group.evidence))
            continue;
        if (auto frame = frameOf(group, std::move(read), context.report))
            result.frames.push_back(std::move(*frame));
        masksRead.insert(group.files.begin(), group.files.end());
        picturesOfMasks.insert(identityOf(group.picture.path));
    }
    for (const fs::path& file : files) {
        if (masksRead.contains(file))
            continue;
        if (picturesOfMasks.contains(identityOf(file)))
            context.report.drop(file.filename().string(), "This is the picture of the masks beside it.");
        else
            result.others.push_back(file);
    }
    return result;
}

} // namespace blastoscope::formats
