// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/folder_stack.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "core/imaging/file_names.h"
#include "core/imaging/file_reader.h"
#include "core/imaging/file_signature.h"
#include "core/imaging/folder_layout.h"
#include "core/imaging/picture_reader.h"
#include "core/imaging/tiff_stack.h"
#include "core/imaging/time_table.h"

namespace blastoscope::imaging {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;

/// What a folder takes over from its first readable picture.
struct PictureFacts {
    PictureHeader header;
    std::optional<double> umPerPixel;
    std::vector<std::string> warnings;
};

base::Result<PictureFacts> factsOfTiff(const fs::path& file)
{
    const auto stack = openTiffStack(file);
    if (!stack)
        return tl::unexpected(stack.error());
    const StackInfo& info = (*stack)->info();
    PictureFacts facts{{"TIFF", info.width, info.height, info.samplesPerPixel, info.pixelType}, info.umPerPixel, {}};
    if (std::int64_t(info.times) * info.planes * info.channels > 1)
        facts.warnings.push_back("The TIFF files have several pages each; the first page of each is read. To read all "
                                 "pages, open a single file.");
    return facts;
}

base::Result<PictureFacts> factsOf(const fs::path& file)
{
    const auto signature = readSignature(file);
    if (!signature)
        return tl::unexpected(signature.error());
    if (signature->kind == FileKind::Tiff)
        return factsOfTiff(file);
    if (signature->kind != FileKind::Picture)
        return tl::unexpected(refusalOf(file, *signature));
    auto header = probePicture(file);
    if (!header)
        return tl::unexpected(header.error());
    return PictureFacts{std::move(*header), std::nullopt, {}};
}

base::Result<base::Image> readFrameFile(const fs::path& file)
{
    const auto signature = readSignature(file);
    if (!signature)
        return tl::unexpected(signature.error());
    if (signature->kind == FileKind::Picture)
        return readPicture(file);
    if (signature->kind != FileKind::Tiff)
        return tl::unexpected(refusalOf(file, *signature));
    const auto stack = openTiffStack(file);
    if (!stack)
        return tl::unexpected(stack.error());
    return (*stack)->read({});
}

/// Pictures by time and plane; an empty path where a plane lacks a picture.
struct PictureTable {
    std::vector<std::vector<fs::path>> files; ///< [time][plane]
    std::vector<std::optional<int>> runs;     ///< per time
};

/// The planes belong together by RUN number when every picture has one that is unique within its plane.
bool pairsByRun(const std::vector<FolderPlane>& planes)
{
    for (const FolderPlane& plane : planes) {
        std::set<int> seen;
        for (const fs::path& file : plane.files) {
            const auto run = runNumber(file.filename().string());
            if (!run || !seen.insert(*run).second)
                return false;
        }
    }
    return true;
}

PictureTable pairByRun(const std::vector<FolderPlane>& planes)
{
    std::map<int, std::vector<fs::path>> rows;
    for (std::size_t p = 0; p < planes.size(); ++p)
        for (const fs::path& file : planes[p].files) {
            auto& row = rows[*runNumber(file.filename().string())];
            row.resize(planes.size());
            row[p] = file;
        }
    PictureTable table;
    for (auto& [run, row] : rows) {
        table.runs.push_back(run);
        table.files.push_back(std::move(row));
    }
    return table;
}

PictureTable pairByOrder(const std::vector<FolderPlane>& planes)
{
    PictureTable table;
    for (std::size_t p = 0; p < planes.size(); ++p) {
        table.files.resize(std::max(table.files.size(), planes[p].files.size()), std::vector<fs::path>(planes.size()));
        for (std::size_t t = 0; t < planes[p].files.size(); ++t)
            table.files[t][p] = planes[p].files[t];
    }
    table.runs.resize(table.files.size());
    if (planes.size() == 1)
        for (std::size_t t = 0; t < table.files.size(); ++t)
            table.runs[t] = runNumber(table.files[t][0].filename().string());
    return table;
}

class FolderStack final : public ImageStack {
public:
    FolderStack(StackInfo info, PictureTable table) : m_info(std::move(info)), m_table(std::move(table)) {}

    const StackInfo& info() const override { return m_info; }

    base::Result<base::Image> read(const FrameIndex& index) const override
    {
        if (!contains(m_info, index))
            return fail(ErrorCode::InvalidArgument, "The stack has no such frame.");
        const fs::path& file = fileOf(index);
        if (file.empty())
            return fail(ErrorCode::NotFound, "Frame " + std::to_string(index.time + 1) + " has no picture of plane " +
                                                 m_info.planeNames[std::size_t(index.plane)] + ".");
        return readFrameFile(file);
    }

    std::string frameName(const FrameIndex& index) const override
    {
        return contains(m_info, index) && !fileOf(index).empty() ? displayName(fileOf(index)) : std::string();
    }

private:
    const fs::path& fileOf(const FrameIndex& index) const
    {
        return m_table.files[std::size_t(index.time)][std::size_t(index.plane)];
    }

    StackInfo m_info;
    PictureTable m_table;
};

int planeNearestToFocus(const std::vector<FolderPlane>& planes)
{
    const auto nearest = std::min_element(planes.begin(), planes.end(), [](const FolderPlane& a, const FolderPlane& b) {
        return std::abs(a.focus.value_or(0)) < std::abs(b.focus.value_or(0));
    });
    return int(nearest - planes.begin());
}

std::optional<std::string> readTable(const fs::path& file, std::vector<std::string>& warnings)
{
    constexpr std::uint64_t kMaxTableBytes = 64 << 20;
    const auto bytes = readWholeFile(file, kMaxTableBytes);
    if (!bytes) {
        warnings.push_back(bytes.error().message);
        return std::nullopt;
    }
    return std::string(bytes->begin(), bytes->end());
}

void readSideTables(const FolderLayout& layout, StackInfo& info)
{
    info.timeHours.resize(std::size_t(info.times));
    if (layout.timeTable) {
        if (const auto text = readTable(*layout.timeTable, info.warnings)) {
            const auto table = parseTimeTable(*text);
            if (table)
                assignTimes(*table, info);
            else
                info.warnings.push_back(quotedName(*layout.timeTable) + ": " + table.error().message);
        }
    }
    if (layout.phaseTable)
        if (const auto text = readTable(*layout.phaseTable, info.warnings))
            info.phases = parsePhases(*text);
}

void warnAboutGaps(const PictureTable& table, StackInfo& info)
{
    std::size_t missing = 0;
    for (const auto& row : table.files)
        missing += std::size_t(std::count_if(row.begin(), row.end(), [](const fs::path& p) { return p.empty(); }));
    if (missing > 0)
        info.warnings.push_back("The focal planes do not have the same pictures: " + std::to_string(missing) +
                                (missing == 1 ? " is missing." : " are missing."));
}

void takeOver(const PictureFacts& facts, StackInfo& info)
{
    info.width = facts.header.width;
    info.height = facts.header.height;
    info.samplesPerPixel = facts.header.channels;
    info.pixelType = facts.header.type;
    info.umPerPixel = facts.umPerPixel;
    info.calibrationSource = facts.umPerPixel ? CalibrationSource::File : CalibrationSource::Unknown;
    info.warnings.insert(info.warnings.end(), facts.warnings.begin(), facts.warnings.end());
}

base::Result<PictureFacts> firstReadable(const std::vector<fs::path>& files)
{
    base::Result<PictureFacts> first = factsOf(files.front());
    for (std::size_t i = 1; !first && i < files.size(); ++i)
        if (auto facts = factsOf(files[i]))
            return facts;
    return first;
}

base::Result<std::shared_ptr<ImageStack>> buildStack(const fs::path& path, const FolderLayout& layout)
{
    StackInfo info;
    info.path = path;
    info.warnings = layout.warnings;
    info.defaultPlane = planeNearestToFocus(layout.planes);
    const auto facts = firstReadable(layout.planes[std::size_t(info.defaultPlane)].files);
    if (!facts)
        return tl::unexpected(facts.error());
    takeOver(*facts, info);

    PictureTable table = pairsByRun(layout.planes) ? pairByRun(layout.planes) : pairByOrder(layout.planes);
    info.format = facts->header.format + " folder";
    info.times = int(table.files.size());
    info.planes = int(layout.planes.size());
    for (const FolderPlane& plane : layout.planes)
        info.planeNames.push_back(plane.name);
    info.runNumbers = table.runs;
    warnAboutGaps(table, info);
    readSideTables(layout, info);
    return std::make_shared<FolderStack>(std::move(info), std::move(table));
}

/// A folder with nothing but one TIFF of several pages is that TIFF; null otherwise.
std::shared_ptr<ImageStack> onlyTiffStack(const FolderLayout& layout)
{
    if (layout.planes.size() != 1 || layout.planes.front().files.size() != 1)
        return nullptr;
    const fs::path& file = layout.planes.front().files.front();
    const auto signature = readSignature(file);
    if (!signature || signature->kind != FileKind::Tiff)
        return nullptr;
    auto stack = openTiffStack(file);
    return stack ? *stack : nullptr;
}

} // namespace

base::Result<std::shared_ptr<ImageStack>> openFolderStack(const fs::path& folder)
{
    const auto layout = scanFolder(folder);
    if (!layout)
        return tl::unexpected(layout.error());
    if (layout->stackFile)
        return openStack(*layout->stackFile);
    if (auto stack = onlyTiffStack(*layout))
        return stack;
    return buildStack(folder, *layout);
}

base::Result<std::shared_ptr<ImageStack>> openPictureStack(const fs::path& file)
{
    auto header = verifyPicture(file);
    if (!header)
        return tl::unexpected(header.error());
    StackInfo info;
    info.path = file;
    info.format = header->format + " picture";
    info.times = 1;
    info.planeNames = {""};
    info.timeHours.resize(1);
    takeOver({std::move(*header), std::nullopt, {}}, info);
    PictureTable table{{{file}}, {runNumber(file.filename().string())}};
    info.runNumbers = table.runs;
    return std::make_shared<FolderStack>(std::move(info), std::move(table));
}

} // namespace blastoscope::imaging
