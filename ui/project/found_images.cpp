// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/found_images.h"

#include <algorithm>

#include <QCoreApplication>
#include <QDir>

#include "ui/project/stack_records.h"

namespace blastoscope::ui {

namespace {

constexpr std::int64_t kOtherFiles = 100; ///< beside the images of a stack

QString nameOf(const std::filesystem::path& path)
{
    return QString::fromStdString(path.filename().string());
}

/// The images at that place when the annotations can lie over them; otherwise the reason why not.
base::Result<std::shared_ptr<const imaging::ImageStack>> openAt(const std::filesystem::path& path,
                                                                const project::StackRecord& record)
{
    auto opened = imaging::openStack(path);
    if (!opened)
        return tl::unexpected(opened.error());
    if (!fits(record, (*opened)->info()))
        return base::fail(base::ErrorCode::InvalidArgument,
                          QCoreApplication::translate("FoundImages", "The images in %1 are of another size or number "
                                                                     "than those that were annotated.")
                              .arg(QDir::toNativeSeparators(QString::fromStdString(path.string())))
                              .toStdString());
    return std::shared_ptr<const imaging::ImageStack>(std::move(*opened));
}

/// A look at no more files than that: a person may pick the folder of everything.
bool isNoLargerThan(const std::filesystem::path& folder, std::int64_t files)
{
    namespace fs = std::filesystem;
    std::error_code error;
    auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    for (; !error && it != fs::recursive_directory_iterator(); it.increment(error))
        if (--files < 0)
            return false;
    return true;
}

} // namespace

FoundImages findImages(const project::StackRecord& record, const QString& projectFile,
                       const std::vector<project::StackRecord>& others, const base::CancellationToken& cancel)
{
    const auto place = project::findStack(record.path, record.fingerprint, projectFile.toStdString(), {}, cancel);
    const bool isOther = place && place->moved
                         && std::any_of(others.begin(), others.end(), [&](const project::StackRecord& other) {
                                return other.key != record.key && other.path == place->path;
                            });
    if (!place || isOther) {
        const QString reason =
            QCoreApplication::translate("FoundImages",
                                        "The images of %1 are not where they were, and neither near there nor near the "
                                        "project. “Locate…” looks for them in a folder of your choice.")
                .arg(nameOf(record.path));
        return {missingImagesOf(record, reason), std::nullopt};
    }
    auto images = openAt(place->path, record);
    if (!images)
        return {missingImagesOf(record, QString::fromStdString(images.error().message)), std::nullopt};
    return {std::move(*images), place};
}

std::optional<FoundImages> findImagesIn(const QString& folder, const project::StackRecord& record,
                                        const QString& projectFile, const base::CancellationToken& cancel)
{
    const std::filesystem::path picked = folder.toStdString();
    const auto print = isNoLargerThan(picked, record.fingerprint.files + kOtherFiles)
                           ? project::fingerprintOf(picked)
                           : base::fail(base::ErrorCode::NotFound, "A folder of many things.");
    if (print && print->matches(record.fingerprint))
        if (auto images = openAt(picked, record))
            return FoundImages{std::move(*images), project::FoundStack{picked, *print, true, false}};
    const auto place = project::findStack(record.path, record.fingerprint, projectFile.toStdString(), picked, cancel);
    if (place)
        if (auto images = openAt(place->path, record))
            return FoundImages{std::move(*images), place};
    if (!print || cancel.isCancelled())
        return std::nullopt;
    auto images = openAt(picked, record);
    return images ? std::optional(FoundImages{std::move(*images), project::FoundStack{picked, *print, true, true}})
                  : std::nullopt;
}

} // namespace blastoscope::ui
