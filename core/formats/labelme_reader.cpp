// SPDX-License-Identifier: Apache-2.0
#include "core/formats/labelme_reader.h"

#include <array>
#include <map>
#include <set>
#include <utility>

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/formats/json_reader.h"
#include "core/formats/labelme_shapes.h"
#include "core/formats/picture_folder.h"

namespace blastoscope::formats {
namespace {

using annotation::Instance;
using annotation::ReviewState;
using nlohmann::json;

constexpr int kLargestSide = 1 << 20;
constexpr std::int64_t kMostPixels = 1 << 28;

/// Members without those that the writer makes anew; as text, empty when nothing is left.
template<std::size_t N>
std::string rest(const json& object, const std::array<const char*, N>& known)
{
    json left = object;
    for (const char* key : known)
        left.erase(key);
    return left.empty() ? std::string() : left.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Reads the shapes of one file into one frame.
class ShapeReader {
public:
    ShapeReader(ForeignFrame& foreign, std::size_t fileBytes, ExchangeReport& report)
        : m_foreign(foreign), m_checker(fileBytes), m_report(report)
    {
    }

    void read(const json& shape)
    {
        if (!shape.is_object()) {
            m_report.drop(m_foreign.file, "A shape is not a JSON object.");
            return;
        }
        auto& frame = m_foreign.frame.annotation;
        auto mask = maskOfShape(shape, frame.width, frame.height, m_checker);
        if (m_checker.takeCrossed())
            m_report.change(m_foreign.file, "An outline crosses itself; it was filled by the even-odd rule.");
        if (!mask || mask->isEmpty()) {
            m_report.drop(m_foreign.file, mask ? "The silhouette is empty." : mask.error().message);
            return;
        }
        const auto label = shape.find("label");
        const std::string name = label != shape.end() && label->is_string() ? label->get<std::string>() : "";
        if (Instance* known = sameObject(shape, name)) {
            known->amodal = masks::united(known->amodal, *mask);
            return;
        }
        add(shape, name, std::move(*mask));
    }

private:
    /// The object that an earlier shape of the same label and group began.
    Instance* sameObject(const json& shape, const std::string& name)
    {
        const auto group = shape.find("group_id");
        if (group == shape.end() || !group->is_number_integer())
            return nullptr;
        const auto [entry, isNew] = m_groups.try_emplace({name, group->get<std::int64_t>()}, m_nextId);
        if (isNew)
            return nullptr;
        m_report.change(m_foreign.file, "Shapes of one group were joined to one object.", entry->second);
        return m_foreign.frame.annotation.find(entry->second);
    }

    void add(const json& shape, const std::string& name, masks::RleMask mask)
    {
        Instance instance;
        instance.id = m_nextId++;
        instance.amodal = std::move(mask);
        instance.origin = annotation::Origin::Imported;
        if (const auto score = shape.find("score"); score != shape.end() && score->is_number())
            if (const double value = score->get<double>(); value >= 0 && value <= 1)
                instance.score = value;
        if (const auto difficult = shape.find("difficult"); difficult != shape.end() && difficult->is_boolean())
            instance.uncertain = difficult->get<bool>();
        m_foreign.classNames[instance.id] = name;
        m_foreign.frame.labelmeShapes[instance.id] = rest(shape, kMadeShapeMembers);
        m_foreign.frame.annotation.instances.push_back(std::move(instance));
    }

    ForeignFrame& m_foreign;
    OutlineChecker m_checker;
    ExchangeReport& m_report;
    annotation::InstanceId m_nextId = 1;
    std::map<std::pair<std::string, std::int64_t>, annotation::InstanceId> m_groups;
};

/// As the file says, else as its picture says.
base::Status readSize(JsonReader& reader, const PictureFolder& pictures, AnnotatedFrame& frame)
{
    auto& annotation = frame.annotation;
    annotation.width = reader.optionalInt("imageWidth").value_or(0);
    annotation.height = reader.optionalInt("imageHeight").value_or(0);
    if (annotation.width == 0 || annotation.height == 0)
        if (const auto picture = pictures.find(frame.fileName)) {
            annotation.width = picture->width;
            annotation.height = picture->height;
        }
    const bool valid = annotation.width > 0 && annotation.height > 0 && annotation.width <= kLargestSide &&
                       annotation.height <= kLargestSide &&
                       std::int64_t(annotation.width) * annotation.height <= kMostPixels;
    if (!valid && !reader.hasFailed())
        reader.fail("the size of the picture is missing or impossible");
    return reader.hasFailed() ? base::Status(tl::unexpected(reader.error())) : base::Status();
}

/// Which labels our writer marked as own names of objects.
void readOwnNames(const json& document, ForeignFrame& foreign)
{
    const auto own = document.find(kOwnMember);
    if (own == document.end() || !own->is_object())
        return;
    const auto names = own->find("own_names");
    if (names == own->end() || !names->is_array())
        return;
    for (const json& name : *names)
        if (name.is_string() && !name.get_ref<const std::string&>().empty())
            foreign.ownNames.insert(name.get<std::string>());
}

} // namespace

base::Result<ForeignFrame> parseLabelme(const std::string& text, const std::string& fileName,
                                        const ImportContext& context)
{
    const auto document = parseJson(text, fileName);
    if (!document)
        return tl::unexpected(document.error());
    JsonReader reader(*document, fileName);
    ForeignFrame foreign;
    foreign.file = fileName;
    foreign.frame.fileName = base::fileNameOf(reader.optionalText("imagePath"));
    if (foreign.frame.fileName.empty())
        foreign.frame.fileName = std::filesystem::path(fileName).stem().string();
    const json& shapes = reader.list("shapes", true);
    const bool checked = reader.optionalFlag("checked");
    if (const auto ok = readSize(reader, context.pictures, foreign.frame); !ok)
        return tl::unexpected(ok.error());
    foreign.frame.annotation.review = checked ? ReviewState::Accepted : ReviewState::ToDo;
    foreign.frame.labelme = rest(*document, kMadeMembers);
    readOwnNames(*document, foreign);
    if (reader.optionalMember("imageData"))
        context.report.drop(fileName, "The picture inside the file was not taken over.");
    ShapeReader shapeReader(foreign, text.size(), context.report);
    for (const json& shape : shapes)
        shapeReader.read(shape);
    return foreign;
}

base::Result<std::vector<ForeignFrame>> readLabelme(const std::filesystem::path& path, const ImportContext& context)
{
    const auto text = base::readTextFile(path);
    if (!text)
        return tl::unexpected(text.error());
    auto foreign = parseLabelme(*text, path.filename().string(), context);
    if (!foreign)
        return tl::unexpected(foreign.error());
    std::vector<ForeignFrame> frames;
    frames.push_back(std::move(*foreign));
    return frames;
}

} // namespace blastoscope::formats
