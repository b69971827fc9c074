// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/open_stack.h"

#include <algorithm>

#include <QDir>
#include <QFileInfo>

#include "ui/session/missing_images.h"

namespace blastoscope::ui {

OpenStack::OpenStack(int id, std::shared_ptr<const imaging::ImageStack> images, QObject* parent)
    : QObject(parent), m_id(id), m_images(std::move(images)),
      m_path(QDir(QString::fromStdString(info().path.string())).absolutePath()), m_name(QFileInfo(m_path).fileName()),
      m_document(info().times, info().width, info().height), m_history(m_document), m_lineage(m_document),
      m_seen(std::size_t(m_document.frameCount())), m_annotationFile(annotationFileFor(m_path))
{
    m_properties.umPerPixel = info().umPerPixel;
    m_properties.calibrationSource = info().calibrationSource;
    m_index.plane = info().defaultPlane;
    m_connection = m_document.subscribe([this](const annotation::ChangeEvent& event) {
        forgetSeen(event);
        emit annotationsChanged(event);
    });
    connect(&m_history, &StackHistory::stepped, this, &OpenStack::setTime); // the view goes to what changed
}

void OpenStack::setProperties(const StackProperties& properties)
{
    if (properties == m_properties)
        return;
    m_properties = properties;
    emit propertiesChanged();
}

void OpenStack::setImages(std::shared_ptr<const imaging::ImageStack> images)
{
    m_images = std::move(images);
    m_path = QDir(QString::fromStdString(info().path.string())).absolutePath();
    m_name = QFileInfo(m_path).fileName();
    m_annotationFile = annotationFileFor(m_path);
    m_index.plane = info().defaultPlane;
    m_index.channel = 0;
    m_seen.assign(m_seen.size(), false);
    emit imagesChanged();
    emit propertiesChanged(); // the times may be known now
}

bool OpenStack::isMissing() const
{
    return dynamic_cast<const MissingImages*>(m_images.get()) != nullptr;
}

std::optional<double> OpenStack::hoursAt(int time) const
{
    const auto& hours = info().timeHours;
    if (time < 0 || std::size_t(time) >= hours.size() || !hours[std::size_t(time)])
        return std::nullopt;
    return *hours[std::size_t(time)] - m_properties.t0Hours.value_or(0);
}

void OpenStack::setTime(int time)
{
    imaging::FrameIndex index = m_index;
    index.time = std::clamp(time, 0, std::max(0, info().times - 1));
    setIndex(index);
}

void OpenStack::setPlane(int plane)
{
    imaging::FrameIndex index = m_index;
    index.plane = std::clamp(plane, 0, std::max(0, info().planes - 1));
    setIndex(index);
}

void OpenStack::setChannel(int channel)
{
    imaging::FrameIndex index = m_index;
    index.channel = std::clamp(channel, 0, std::max(0, info().channels - 1));
    setIndex(index);
}

void OpenStack::setIndex(const imaging::FrameIndex& index)
{
    if (index == m_index)
        return;
    m_index = index;
    emit indexChanged();
}

void OpenStack::forgetSeen(const annotation::ChangeEvent& event)
{
    using annotation::ChangeKind;
    switch (event.kind) {
    case ChangeKind::Reset: m_seen.assign(m_seen.size(), false); break;
    case ChangeKind::FrameReplaced:
    case ChangeKind::InstancesAdded:
    case ChangeKind::InstancesRemoved:
    case ChangeKind::ShapesChanged: m_seen[std::size_t(event.frame)] = false; break;
    default: break;
    }
}

int OpenStack::segmentedFrames() const
{
    int count = 0;
    for (int time = 0; time < m_document.frameCount(); ++time)
        count += m_document.frame(time).segmented ? 1 : 0;
    return count;
}

int OpenStack::reviewedFrames() const
{
    int count = 0;
    for (int time = 0; time < m_document.frameCount(); ++time)
        count += m_document.frame(time).review != annotation::ReviewState::ToDo ? 1 : 0;
    return count;
}

QString annotationFileFor(const QString& stackPath)
{
    const QFileInfo file(stackPath);
    const QString stem = file.isDir() ? file.fileName() : file.completeBaseName();
    return file.dir().filePath(stem + QStringLiteral(".blastoscope.json"));
}

} // namespace blastoscope::ui
