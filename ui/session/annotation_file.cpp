// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/annotation_file.h"

#include <map>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "core/formats/coco.h"
#include "core/imaging/stack_info_json.h"

namespace blastoscope::ui {

namespace {

base::Error writeError(const QString& file, const QString& reason)
{
    return {base::ErrorCode::Io,
            QStringLiteral("The annotations could not be written to %1. Choose another place with “Save as”.")
                .arg(QDir::toNativeSeparators(file))
                .toStdString(),
            reason.toStdString()};
}

/// Which time index each picture of the file belongs to.
class FrameFinder {
public:
    explicit FrameFinder(const imaging::ImageStack& images) : m_times(images.info().times)
    {
        const imaging::StackInfo& info = images.info();
        for (int time = 0; time < info.times; ++time) {
            for (int plane = 0; plane < info.planes; ++plane)
                m_byName.emplace(images.frameName({time, plane, 0}), time);
        }
        // One name for many frames (a TIFF stack, a video) names none of them.
        m_namesAreUnique = int(m_byName.size()) >= m_times;
    }

    std::optional<int> timeOf(const formats::AnnotatedFrame& frame) const
    {
        if (m_namesAreUnique) {
            const auto it = m_byName.find(QFileInfo(QString::fromStdString(frame.fileName)).fileName().toStdString());
            return it == m_byName.end() ? std::nullopt : std::optional(it->second);
        }
        return frame.frameIndex >= 0 && frame.frameIndex < m_times ? std::optional(frame.frameIndex) : std::nullopt;
    }

private:
    int m_times = 0;
    std::map<std::string, int> m_byName;
    bool m_namesAreUnique = false;
};

} // namespace

formats::AnnotatedFrame annotatedFrameOf(const OpenStack& stack, int time)
{
    formats::AnnotatedFrame annotated;
    annotated.annotation = stack.document().frame(time);
    annotated.fileName = stack.images()->frameName({time, stack.index().plane, stack.index().channel});
    annotated.frameIndex = time;
    annotated.umPerPixel = stack.properties().umPerPixel;
    if (const auto& hours = stack.info().timeHours; std::size_t(time) < hours.size())
        annotated.timeHours = hours[std::size_t(time)];
    annotated.t0Hours = stack.properties().t0Hours;
    annotated.timeSource = imaging::knownNameOf(stack.info().timeSource);
    annotated.embryoId = stack.embryoId();
    return annotated;
}

bool holdsSomething(const annotation::FrameAnnotation& frame)
{
    return frame.segmented || !frame.instances.empty() || frame.review != annotation::ReviewState::ToDo;
}

AnnotationSnapshot snapshotOf(const OpenStack& stack)
{
    AnnotationSnapshot snapshot;
    for (int time = 0; time < stack.document().frameCount(); ++time) {
        if (holdsSomething(stack.document().frame(time)))
            snapshot.push_back(annotatedFrameOf(stack, time));
    }
    return snapshot;
}

base::Status writeAnnotations(const AnnotationSnapshot& snapshot, const QString& file)
{
    const std::string text = formats::toCocoText(formats::toCoco(snapshot));
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return tl::unexpected(writeError(file, QStringLiteral("the folder cannot be made")));
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), qint64(text.size())) != qint64(text.size()))
        return tl::unexpected(writeError(file, out.errorString()));
    if (QFile::exists(file)) {
        const QString backup = file + QStringLiteral(".bak");
        QFile::remove(backup);
        QFile::copy(file, backup); // without it the new file is still whole: not a reason to refuse
    }
    if (!out.commit())
        return tl::unexpected(writeError(file, out.errorString()));
    return {};
}

base::Result<LoadedAnnotations> readAnnotations(const QString& file, const imaging::ImageStack& images)
{
    const auto dataset = formats::readCocoDataset(file.toStdString());
    if (!dataset)
        return tl::unexpected(dataset.error());
    auto frames = formats::fromCoco(*dataset);
    if (!frames)
        return tl::unexpected(frames.error());

    const FrameFinder finder(images);
    LoadedAnnotations loaded;
    loaded.frames.resize(std::size_t(images.info().times));
    for (formats::AnnotatedFrame& frame : *frames) {
        const auto time = finder.timeOf(frame);
        if (!time) {
            ++loaded.skipped;
            continue;
        }
        loaded.frames[std::size_t(*time)] = std::move(frame.annotation);
        loaded.umPerPixel = frame.umPerPixel;
        loaded.embryoId = frame.embryoId;
    }
    if (!frames->empty() && loaded.skipped == int(frames->size())) {
        return base::fail(base::ErrorCode::InvalidArgument,
                          "None of the pictures that " + QFileInfo(file).fileName().toStdString() +
                              " names belong to this stack. Open the stack that it was made for first.");
    }
    return loaded;
}

} // namespace blastoscope::ui
