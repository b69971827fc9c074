// SPDX-License-Identifier: Apache-2.0
#include "core/dataset/generated/synthetic_frames.h"

#include <algorithm>
#include <utility>

#include "core/dataset/generated/pair_files.h"
#include "core/masks/semantic/semantic_split.h"

namespace blastoscope::dataset {
namespace {

namespace fs = std::filesystem;

/// The wanted pairs of a list, in its order.
base::Result<std::vector<std::string>> wantedNames(const PairList& list, const SyntheticFrameOptions& options)
{
    std::vector<std::string> names;
    for (const PairEntry& pair : list.pairs)
        names.push_back(pair.file);
    if (options.accepted.empty())
        return names;
    for (const std::string& name : options.accepted)
        if (std::find(names.begin(), names.end(), name) == names.end())
            return base::fail(base::ErrorCode::NotFound,
                              "There is no pair \"" + name + "\" in " + options.pairs.string() + ".");
    std::erase_if(names, [&](const std::string& name) {
        return std::find(options.accepted.begin(), options.accepted.end(), name) == options.accepted.end();
    });
    return names;
}

class FrameMaker {
public:
    FrameMaker(const SyntheticFrameOptions& options, const PairList& list, const masks::SemanticClasses& classes)
        : m_options(options), m_list(list)
    {
        m_split.classes = classes;
    }

    base::Result<SourceFrame> frameOf(const std::string& name) const
    {
        const auto pair = readPair(name, m_options.pairs);
        if (!pair)
            return tl::unexpected(pair.error());
        const auto found = masks::splitSemanticMap(pair->labels, m_split);
        if (!found)
            return tl::unexpected(found.error());
        SourceFrame frame;
        frame.truth.fileName = name;
        frame.truth.embryoId = "synthetic-" + m_list.generatorHash.substr(0, 8) + "-" + std::to_string(m_list.seed) +
                               "-" + fs::path(name).stem().string();
        annotation::FrameAnnotation& annotation = frame.truth.annotation;
        annotation.width = pair->labels.width;
        annotation.height = pair->labels.height;
        annotation.segmented = true;
        annotation.review =
            m_options.accepted.empty() ? annotation::ReviewState::ToDo : annotation::ReviewState::Accepted;
        for (const masks::RleMask& cell : found->cells)
            add(annotation, base::ObjectClass::Blastomere, completed(pair->labels, cell));
        for (const masks::RleMask& fragment : found->fragments)
            add(annotation, base::ObjectClass::Fragment, fragment);
        frame.synthetic = SyntheticOrigin{m_list.generatorHash, m_list.interpreterHash,
                                          m_options.complete ? m_options.shapeModel : std::string()};
        frame.read = [folder = m_options.pairs, name]() -> base::Result<base::Image> {
            auto read = readPair(name, folder);
            if (!read)
                return tl::unexpected(read.error());
            return std::move(read->picture);
        };
        return frame;
    }

private:
    masks::RleMask completed(const base::Image& labels, const masks::RleMask& cell) const
    {
        return m_options.complete ? masks::completedWithin(labels, m_split.classes, cell, m_options.complete) : cell;
    }

    void add(annotation::FrameAnnotation& annotation, base::ObjectClass objectClass, masks::RleMask mask) const
    {
        annotation::Instance instance;
        instance.id = annotation.nextId();
        instance.classId = int(objectClass);
        instance.amodal = std::move(mask);
        instance.origin = annotation::Origin::Model;
        instance.modelHash = m_list.interpreterHash;
        annotation.instances.push_back(std::move(instance));
    }

    const SyntheticFrameOptions& m_options;
    const PairList& m_list;
    masks::SemanticSplitOptions m_split;
};

} // namespace

base::Result<std::vector<SourceFrame>> syntheticFrames(const SyntheticFrameOptions& options,
                                                       const base::CancellationToken& cancel,
                                                       const base::ProgressCallback& onProgress)
{
    const auto list = readPairList(options.pairs);
    if (!list)
        return tl::unexpected(list.error());
    const auto classes = masks::semanticClassesFrom(list->classNames);
    if (!classes)
        return tl::unexpected(classes.error());
    const auto names = wantedNames(*list, options);
    if (!names)
        return tl::unexpected(names.error());
    const FrameMaker maker(options, *list, *classes);
    std::vector<SourceFrame> frames;
    for (const std::string& name : *names) {
        if (cancel.isCancelled())
            return base::fail(base::ErrorCode::Cancelled, "Cancelled.");
        auto frame = maker.frameOf(name);
        if (!frame)
            return tl::unexpected(frame.error());
        frames.push_back(std::move(*frame));
        if (onProgress)
            onProgress({std::int64_t(frames.size()), std::int64_t(names->size()), "Splitting the labels of " + name});
    }
    return frames;
}

} // namespace blastoscope::dataset
