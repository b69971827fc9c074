// SPDX-License-Identifier: Apache-2.0
#include "core/formats/coco_annotation.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/annotation/object_names.h"
#include "core/annotation/visible_parts.h"
#include "core/base/object_class.h"
#include "core/formats/foreign_frame.h"

namespace blastoscope::formats {
namespace {

using annotation::FrameAnnotation;
using annotation::Instance;
using annotation::Origin;
using annotation::ReviewState;

constexpr std::array<const char*, 5> kOriginNames = {"model", "edited", "drawn", "imported", "snapped"};
constexpr std::array<const char*, 4> kReviewNames = {"", "accepted", "corrected", "rejected"};

template<typename Enum, std::size_t N>
Enum fromName(const std::array<const char*, N>& names, const std::string& name, Enum otherwise)
{
    const auto it = std::find(names.begin(), names.end(), name);
    return it == names.end() ? otherwise : Enum(it - names.begin());
}

/// The categories of our classes and, behind them, one for each own name of an object; those alone where every object
/// has one.
CocoDataset withCategoriesFor(std::span<const AnnotatedFrame> frames)
{
    std::set<std::string> own;
    bool allOwn = true;
    for (const AnnotatedFrame& frame : frames)
        for (const Instance& instance : frame.annotation.instances) {
            if (std::string name = annotation::ownNameOf(instance); !name.empty())
                own.insert(std::move(name));
            else
                allOwn = false;
        }
    CocoDataset dataset;
    if (!allOwn || own.empty())
        for (std::size_t i = 0; i < base::kObjectClassNames.size(); ++i)
            dataset.categories.emplace(int(i) + 1, std::string(base::kObjectClassNames[i]));
    for (const std::string& name : own) {
        const int id = int(dataset.categories.size()) + 1;
        dataset.categories.emplace(id, name);
        dataset.ownNames.insert(id);
    }
    return dataset;
}

int categoryOf(const Instance& instance, const CocoDataset& dataset)
{
    const std::string own = annotation::ownNameOf(instance);
    for (const int id : dataset.ownNames)
        if (dataset.categories.at(id) == own)
            return id;
    return instance.classId;
}

CocoAnnotation toCoco(const Instance& instance, const std::optional<masks::RleMask>& derivedVisible)
{
    CocoAnnotation out;
    out.segmentation = instance.amodal;
    out.box = instance.amodal.boundingBox();
    out.area = double(instance.amodal.area());
    out.isCrowd = instance.uncertain;
    out.visibleMask = instance.visible ? instance.visible : derivedVisible;
    out.visibleDerived = !instance.visible && derivedVisible;
    out.score = instance.score;
    out.instanceId = instance.id;
    out.trackId = instance.trackId;
    out.origin = kOriginNames[std::size_t(instance.origin)];
    out.modelSha256 = instance.modelHash;
    out.locked = instance.locked;
    return out;
}

void appendFrame(const AnnotatedFrame& frame, CocoDataset& dataset)
{
    CocoImage image;
    image.id = std::int64_t(dataset.images.size()) + 1;
    image.fileName = frame.fileName;
    image.width = frame.annotation.width;
    image.height = frame.annotation.height;
    image.umPerPixel = frame.umPerPixel;
    image.timeHours = frame.timeHours;
    image.t0Hours = frame.t0Hours;
    image.timeSource = frame.timeSource;
    image.embryoId = frame.embryoId;
    image.frameIndex = frame.frameIndex;
    image.sha256 = frame.sha256;
    image.labelme = frame.labelme;
    image.review = kReviewNames[std::size_t(frame.annotation.review)];
    image.qcFlags = frame.annotation.qcFlags;
    image.segmented = frame.annotation.segmented;

    std::unordered_map<annotation::InstanceId, std::int64_t> annotationIds;
    const auto visible = annotation::visibleParts(frame.annotation);
    for (std::size_t i = 0; i < frame.annotation.instances.size(); ++i) {
        CocoAnnotation out = toCoco(frame.annotation.instances[i], visible[i]);
        out.categoryId = categoryOf(frame.annotation.instances[i], dataset);
        out.id = std::int64_t(dataset.annotations.size()) + 1;
        out.imageId = image.id;
        if (const auto extras = frame.labelmeShapes.find(frame.annotation.instances[i].id);
            extras != frame.labelmeShapes.end())
            out.labelme = extras->second;
        annotationIds[frame.annotation.instances[i].id] = out.id;
        dataset.annotations.push_back(std::move(out));
    }
    for (const annotation::DepthRelation& relation : frame.annotation.order)
        if (annotationIds.contains(relation.nearer) && annotationIds.contains(relation.farther))
            image.order.push_back({annotationIds[relation.nearer], annotationIds[relation.farther]});
    dataset.images.push_back(std::move(image));
}

/// What a category of a file means here.
struct Meaning {
    int classId = int(base::ObjectClass::Blastomere);
    std::string ownName;
};

base::Result<std::unordered_map<int, Meaning>> matchCategories(const CocoDataset& dataset)
{
    std::unordered_map<int, Meaning> meaningOf;
    std::unordered_set<int> used;
    for (const CocoAnnotation& a : dataset.annotations)
        used.insert(a.categoryId);
    for (const int id : used) {
        const auto category = dataset.categories.find(id);
        const std::string name = category == dataset.categories.end() ? "" : category->second;
        const auto& names = base::kObjectClassNames;
        const auto known = std::find(names.begin(), names.end(), name);
        if (known != names.end())
            meaningOf[id].classId = int(known - names.begin()) + 1;
        else if (dataset.ownNames.contains(id))
            meaningOf[id].ownName = name;
        else if (dataset.categories.size() <= 1 && used.size() == 1)
            meaningOf[id].ownName = ownNameFrom(name);
        else
            return base::fail(base::ErrorCode::Unsupported, "The category " + std::to_string(id) + " (\"" + name +
                                                                "\") is none of blastomere, fragment and polar_body.");
    }
    return meaningOf;
}

Instance toInstance(const CocoAnnotation& in, const Meaning& meaning, bool crowdIsUncertain)
{
    Instance instance;
    instance.classId = meaning.classId;
    instance.ownName = meaning.ownName;
    instance.amodal = *in.segmentation;
    if (!in.visibleDerived)
        instance.visible = in.visibleMask;
    instance.score = in.score;
    instance.origin = fromName(kOriginNames, in.origin, Origin::Imported);
    instance.modelHash = in.modelSha256;
    instance.trackId = in.trackId;
    instance.locked = in.locked;
    instance.uncertain = in.isCrowd && crowdIsUncertain;
    return instance;
}

AnnotatedFrame toFrame(const CocoImage& image, int position)
{
    AnnotatedFrame frame;
    frame.annotation.width = image.width;
    frame.annotation.height = image.height;
    frame.annotation.review = fromName(kReviewNames, image.review, ReviewState::ToDo);
    frame.annotation.qcFlags = image.qcFlags;
    frame.annotation.segmented = image.segmented;
    frame.fileName = image.fileName;
    frame.frameIndex = image.frameIndex.value_or(position);
    frame.umPerPixel = image.umPerPixel;
    frame.timeHours = image.timeHours;
    frame.t0Hours = image.t0Hours;
    frame.timeSource = image.timeSource;
    frame.embryoId = image.embryoId;
    frame.sha256 = image.sha256;
    frame.labelme = image.labelme;
    return frame;
}

constexpr annotation::InstanceId kHighestId = 1'000'000'000; ///< leaves room for the ids that follow

/// Gives out the ids of one frame.
class IdChooser {
public:
    /// The id that the file gives, unless it is missing, out of range or taken.
    annotation::InstanceId choose(const CocoAnnotation& in)
    {
        const bool usable =
            in.instanceId && *in.instanceId > 0 && *in.instanceId <= kHighestId && !m_used.contains(*in.instanceId);
        const annotation::InstanceId id = usable ? *in.instanceId : m_highest + 1;
        m_used.insert(id);
        m_highest = std::max(m_highest, id);
        return id;
    }

private:
    std::unordered_set<annotation::InstanceId> m_used;
    annotation::InstanceId m_highest = 0;
};

} // namespace

CocoDataset toCoco(std::span<const AnnotatedFrame> frames)
{
    CocoDataset dataset = withCategoriesFor(frames);
    const std::string what = dataset.ownNames.empty() ? "blastomeres" : "objects";
    dataset.description = "Whole (amodal) silhouettes of " + what + ". For research use only.";
    for (const AnnotatedFrame& frame : frames)
        appendFrame(frame, dataset);
    return dataset;
}

bool isOurs(const CocoDataset& dataset)
{
    return std::any_of(dataset.images.begin(), dataset.images.end(),
                       [](const CocoImage& image) { return image.frameIndex || image.umPerPixel; }) ||
           std::any_of(dataset.annotations.begin(), dataset.annotations.end(),
                       [](const CocoAnnotation& annotation) { return !annotation.origin.empty(); });
}

base::Result<std::vector<AnnotatedFrame>> fromCoco(const CocoDataset& dataset, CrowdMeaning crowds)
{
    const bool crowdIsUncertain = crowds == CrowdMeaning::Uncertain || isOurs(dataset);
    const auto meaningOf = matchCategories(dataset);
    if (!meaningOf)
        return tl::unexpected(meaningOf.error());
    std::vector<AnnotatedFrame> frames;
    std::unordered_map<std::int64_t, std::size_t> frameOf;
    for (const CocoImage& image : dataset.images) {
        frameOf.emplace(image.id, frames.size());
        frames.push_back(toFrame(image, int(frames.size())));
    }
    std::unordered_map<std::int64_t, annotation::InstanceId> instanceOf;
    std::vector<IdChooser> ids(frames.size());
    for (const CocoAnnotation& in : dataset.annotations) {
        if (!in.segmentation)
            return base::fail(base::ErrorCode::InvalidArgument,
                              "Annotation " + std::to_string(in.id) + " has no mask, only a box.");
        FrameAnnotation& frame = frames[frameOf.at(in.imageId)].annotation;
        Instance instance = toInstance(in, meaningOf->at(in.categoryId), crowdIsUncertain);
        instance.id = ids[frameOf.at(in.imageId)].choose(in);
        if (!in.labelme.empty())
            frames[frameOf.at(in.imageId)].labelmeShapes[instance.id] = in.labelme;
        instanceOf[in.id] = instance.id;
        frame.instances.push_back(std::move(instance));
    }
    for (const CocoImage& image : dataset.images)
        for (const CocoOrder& order : image.order)
            frames[frameOf.at(image.id)].annotation.order.push_back(
                {instanceOf.at(order.nearer), instanceOf.at(order.farther)});
    return frames;
}

} // namespace blastoscope::formats
