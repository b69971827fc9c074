// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <pugixml.hpp>

#include "core/base/text.h"
#include "core/imaging/tiff_layout.h"
#include "core/imaging/units.h"

namespace blastoscope::imaging {
namespace {

using base::ErrorCode;
using base::fail;

/// Element names may carry a namespace prefix ("ome:Pixels").
bool isNamed(const pugi::xml_node& node, std::string_view name)
{
    std::string_view full = node.name();
    if (const std::size_t colon = full.rfind(':'); colon != std::string_view::npos)
        full.remove_prefix(colon + 1);
    return full == name;
}

std::vector<pugi::xml_node> childrenNamed(const pugi::xml_node& parent, std::string_view name)
{
    std::vector<pugi::xml_node> found;
    for (const pugi::xml_node& child : parent.children())
        if (isNamed(child, name))
            found.push_back(child);
    return found;
}

std::optional<int> intAttribute(const pugi::xml_node& node, const char* name)
{
    return base::parseInt(node.attribute(name).value());
}

std::string_view textAttribute(const pugi::xml_node& node, const char* name, std::string_view otherwise)
{
    const pugi::xml_attribute attribute = node.attribute(name);
    return attribute ? std::string_view(attribute.value()) : otherwise;
}

/// The axes of a Pixels element and the order in which its frames follow each other.
class Axes {
public:
    static base::Result<Axes> read(const pugi::xml_node& pixels, int samplesPerPixel)
    {
        Axes axes;
        axes.m_order = textAttribute(pixels, "DimensionOrder", "XYZCT");
        std::string sorted = axes.m_order.size() == 5 ? axes.m_order.substr(2) : std::string();
        std::sort(sorted.begin(), sorted.end());
        if (sorted != "CTZ" || !axes.m_order.starts_with("XY"))
            return fail(ErrorCode::Corrupt, "The OME-XML of the TIFF has an unknown dimension order.");
        axes.z = intAttribute(pixels, "SizeZ").value_or(1);
        axes.c = intAttribute(pixels, "SizeC").value_or(1);
        axes.t = intAttribute(pixels, "SizeT").value_or(1);
        if (axes.c > samplesPerPixel && axes.c % samplesPerPixel == 0)
            axes.c /= samplesPerPixel;
        else if (axes.c == samplesPerPixel)
            axes.c = 1;
        if (axes.z < 1 || axes.c < 1 || axes.t < 1 ||
            double(axes.z) * double(axes.c) * double(axes.t) > double(kMaxFrames))
            return fail(ErrorCode::Corrupt, "The OME-XML of the TIFF has impossible sizes.");
        return axes;
    }

    std::int64_t frames() const { return std::int64_t(z) * c * t; }

    /// The frame at position `number` in the dimension order.
    FrameIndex at(std::int64_t number) const
    {
        FrameIndex index;
        for (const char axis : m_order.substr(2)) {
            const int size = axis == 'Z' ? z : axis == 'C' ? c : t;
            int& target = axis == 'Z' ? index.plane : axis == 'C' ? index.channel : index.time;
            target = int(number % size);
            number /= size;
        }
        return index;
    }

    /// Position of a frame in the dimension order; empty when it lies outside the axes.
    std::optional<std::int64_t> position(const FrameIndex& index) const
    {
        std::int64_t number = 0;
        std::int64_t factor = 1;
        for (const char axis : m_order.substr(2)) {
            const int size = axis == 'Z' ? z : axis == 'C' ? c : t;
            const int value = axis == 'Z' ? index.plane : axis == 'C' ? index.channel : index.time;
            if (value < 0 || value >= size)
                return std::nullopt;
            number += value * factor;
            factor *= size;
        }
        return number;
    }

    int z = 1;
    int c = 1;
    int t = 1;

private:
    std::string m_order;
};

/// Assigns pages to frames from the TiffData elements (OME-TIFF specification, "The TiffData element").
void assignPages(const pugi::xml_node& pixels, const Axes& axes, std::size_t pageCount, TiffLayout& layout)
{
    const auto elements = childrenNamed(pixels, "TiffData");
    const auto assign = [&](std::int64_t position, std::int64_t page) {
        if (position < axes.frames() && page >= 0 && page < std::int64_t(pageCount))
            layout.pages[layout.frameNumber(axes.at(position))] = page;
    };
    if (elements.empty()) {
        for (std::int64_t i = 0; i < std::min(axes.frames(), std::int64_t(pageCount)); ++i)
            assign(i, i);
        return;
    }
    for (const pugi::xml_node& element : elements) {
        const std::int64_t page = intAttribute(element, "IFD").value_or(0);
        FrameIndex first;
        first.plane = intAttribute(element, "FirstZ").value_or(0);
        first.channel = intAttribute(element, "FirstC").value_or(0);
        first.time = intAttribute(element, "FirstT").value_or(0);
        const auto position = axes.position(first);
        if (!position)
            continue;
        // Without a count, an element with a page number is one frame and an empty element is all of them.
        const std::int64_t all = element.attribute("IFD") ? 1 : axes.frames();
        const std::int64_t count = std::min<std::int64_t>(intAttribute(element, "PlaneCount").value_or(int(all)),
                                                          std::int64_t(pageCount));
        for (std::int64_t i = 0; i < count; ++i)
            assign(*position + i, page + i);
    }
}

/// Error when the frames are spread over several files. One foreign name alone is a renamed file.
base::Status checkOneFile(const pugi::xml_node& pixels)
{
    std::set<std::string> names;
    for (const pugi::xml_node& element : childrenNamed(pixels, "TiffData"))
        for (const pugi::xml_node& uuid : childrenNamed(element, "UUID"))
            names.insert(std::string(textAttribute(uuid, "FileName", "")));
    if (names.size() <= 1)
        return {};
    return fail(ErrorCode::Unsupported,
                "The file is one of " + std::to_string(names.size()) +
                    " files of a multi-file OME-TIFF, which is not read. Save the data set as one OME-TIFF file, or "
                    "put its pictures into one folder and open that.");
}

void readPixelSize(const pugi::xml_node& pixels, TiffLayout& layout)
{
    const auto sizeOf = [&](const char* attribute, const char* unitAttribute) -> std::optional<double> {
        const auto value = base::parseDouble(pixels.attribute(attribute).value());
        const auto unit = micrometresPerUnit(textAttribute(pixels, unitAttribute, "um"));
        if (!value || !unit || !(*value > 0))
            return std::nullopt;
        return *value * *unit;
    };
    layout.umPerPixel = sizeOf("PhysicalSizeX", "PhysicalSizeXUnit");
    const auto vertical = sizeOf("PhysicalSizeY", "PhysicalSizeYUnit");
    if (layout.umPerPixel && vertical && std::abs(*layout.umPerPixel / *vertical - 1) > 0.01)
        layout.warnings.push_back("The pixels are not square according to the file (" +
                                  base::formatNumber(*layout.umPerPixel) + " x " + base::formatNumber(*vertical) +
                                  " µm); the width is used.");
}

/// Times measured per frame: the earliest DeltaT of each time point.
bool readMeasuredTimes(const pugi::xml_node& pixels, TiffLayout& layout)
{
    std::vector<std::optional<double>> hours(static_cast<std::size_t>(layout.times));
    bool any = false;
    for (const pugi::xml_node& plane : childrenNamed(pixels, "Plane")) {
        const auto t = intAttribute(plane, "TheT");
        const auto value = base::parseDouble(plane.attribute("DeltaT").value());
        const auto unit = hoursPerUnit(textAttribute(plane, "DeltaTUnit", "s"));
        if (!t || *t < 0 || *t >= layout.times || !value || !unit)
            continue;
        auto& entry = hours[std::size_t(*t)];
        entry = entry ? std::min(*entry, *value * *unit) : *value * *unit;
        any = true;
    }
    // A single time point says nothing about when it was taken.
    if (!any || layout.times < 2)
        return false;
    layout.timeHours = std::move(hours);
    layout.timeSource = TimeSource::File;
    return true;
}

void readTimes(const pugi::xml_node& pixels, TiffLayout& layout)
{
    if (readMeasuredTimes(pixels, layout) || layout.times < 2)
        return;
    const auto increment = base::parseDouble(pixels.attribute("TimeIncrement").value());
    const auto unit = hoursPerUnit(textAttribute(pixels, "TimeIncrementUnit", "s"));
    if (!increment || !unit || !(*increment > 0))
        return;
    for (int t = 0; t < layout.times; ++t)
        layout.timeHours.push_back(t * *increment * *unit);
    layout.timeSource = TimeSource::Nominal;
    layout.warnings.push_back("Times are the nominal interval of " + base::formatNumber(*increment * *unit * 60) +
                              " min from the file, counted from the first frame; they were not measured per frame.");
}

/// The refusal of OME-XML without an image of its own.
tl::unexpected<base::Error> noImage(const pugi::xml_document& document)
{
    for (const pugi::xml_node& root : document.children())
        if (!childrenNamed(root, "BinaryOnly").empty())
            return fail(ErrorCode::Unsupported, "The file is part of a multi-file OME-TIFF whose description lies in "
                                                "another file, which is not read. Save the data set as one OME-TIFF "
                                                "file.");
    return fail(ErrorCode::Corrupt, "The OME-XML of the TIFF describes no image.");
}

} // namespace

bool isOmeDescription(std::string_view description)
{
    const std::string_view beginning = description.substr(0, 4096);
    return base::trimmed(beginning).starts_with("<") &&
           (beginning.find("<OME") != std::string_view::npos || beginning.find(":OME") != std::string_view::npos);
}

base::Result<TiffLayout> omeLayout(std::string_view xml, std::size_t pageCount, int samplesPerPixel)
{
    pugi::xml_document document;
    const auto parsed = document.load_buffer(xml.data(), xml.size());
    if (!parsed)
        return fail(ErrorCode::Corrupt, "The OME-XML of the TIFF is damaged.", parsed.description());
    std::vector<pugi::xml_node> pixelNodes;
    for (const pugi::xml_node& root : document.children())
        for (const pugi::xml_node& image : childrenNamed(root, "Image"))
            for (const pugi::xml_node& pixels : childrenNamed(image, "Pixels"))
                pixelNodes.push_back(pixels);
    if (pixelNodes.empty())
        return noImage(document);
    const pugi::xml_node pixels = pixelNodes.front();
    const auto axes = Axes::read(pixels, samplesPerPixel);
    if (!axes)
        return tl::unexpected(axes.error());
    if (const auto status = checkOneFile(pixels); !status)
        return tl::unexpected(status.error());

    TiffLayout layout;
    layout.format = "OME-TIFF";
    layout.times = axes->t;
    layout.planes = axes->z;
    layout.channels = axes->c;
    layout.pages.assign(std::size_t(axes->frames()), -1);
    assignPages(pixels, *axes, pageCount, layout);
    if (pixelNodes.size() > 1)
        layout.warnings.push_back("The OME-TIFF holds " + std::to_string(pixelNodes.size()) +
                                  " images; the first is read.");
    readPixelSize(pixels, layout);
    readTimes(pixels, layout);
    return layout;
}

} // namespace blastoscope::imaging
