// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_import.h"

#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/object_class.h"
#include "core/formats/coco.h"
#include "core/formats/coco_annotation.h"

namespace blastoscope::formats {
namespace {

/// Leaves out what has no silhouette, with the relations to it.
void removeMaskless(CocoDataset& dataset, std::vector<CocoProblem>& problems)
{
    std::unordered_map<std::int64_t, bool> gone;
    std::erase_if(dataset.annotations, [&](const CocoAnnotation& annotation) {
        if (annotation.segmentation && !annotation.segmentation->isEmpty())
            return false;
        problems.push_back(
            {annotation.id, annotation.imageId,
             annotation.segmentation ? "The silhouette is empty." : "There is only a box, no silhouette.", true});
        return gone[annotation.id] = true;
    });
    for (CocoImage& image : dataset.images)
        std::erase_if(image.order, [&](const CocoOrder& order) {
            return gone.contains(order.nearer) || gone.contains(order.farther);
        });
}

/// fromCoco() takes the crowds of other programs for certain objects.
void noteCrowds(const CocoDataset& dataset, std::vector<CocoProblem>& problems)
{
    for (const CocoAnnotation& annotation : dataset.annotations)
        if (annotation.isCrowd)
            problems.push_back({annotation.id, annotation.imageId, kCrowdNote, false});
}

void report(const std::vector<CocoProblem>& problems, const CocoDataset& dataset, const std::string& file,
            ExchangeReport& report)
{
    std::unordered_map<std::int64_t, const CocoImage*> images;
    for (const CocoImage& image : dataset.images)
        images.emplace(image.id, &image);
    for (const CocoProblem& problem : problems) {
        const auto image = images.find(problem.imageId);
        const std::string place = image == images.end() ? file : image->second->fileName;
        report.notes.push_back(
            {problem.dropped ? NoteKind::Dropped : NoteKind::Changed, place, {}, {}, 0, problem.text});
    }
}

} // namespace

base::Result<std::vector<ForeignFrame>> importCoco(const std::filesystem::path& path, const ImportContext& context)
{
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    const std::string file = path.filename().string();
    std::vector<CocoProblem> problems;
    auto dataset = parseCocoDataset(*text, file, problems);
    if (!dataset)
        return tl::unexpected(dataset.error());
    removeMaskless(*dataset, problems);
    if (!isOurs(*dataset))
        noteCrowds(*dataset, problems);
    report(problems, *dataset, file, context.report);

    // The names are resolved later, over all files; until then everything is a blastomere.
    std::unordered_map<std::int64_t, std::vector<std::string>> namesOf;
    const auto names = std::exchange(dataset->categories, {{1, std::string(base::kObjectClassNames[0])}});
    for (CocoAnnotation& annotation : dataset->annotations) {
        const auto name = names.find(annotation.categoryId);
        namesOf[annotation.imageId].push_back(name == names.end() ? "category " + std::to_string(annotation.categoryId)
                                                                  : name->second);
        annotation.categoryId = 1;
    }
    std::set<std::string> ownNames;
    for (const int id : std::exchange(dataset->ownNames, {}))
        ownNames.insert(names.at(id));
    auto frames = fromCoco(*dataset);
    if (!frames)
        return tl::unexpected(frames.error());
    std::vector<ForeignFrame> foreign;
    for (std::size_t i = 0; i < frames->size(); ++i) {
        ForeignFrame out{std::move((*frames)[i]), dataset->images[i].fileName, {}, ownNames};
        const auto& instances = out.frame.annotation.instances;
        for (std::size_t k = 0; k < instances.size(); ++k)
            out.classNames[instances[k].id] = namesOf.at(dataset->images[i].id)[k];
        foreign.push_back(std::move(out));
    }
    return foreign;
}

} // namespace blastoscope::formats
