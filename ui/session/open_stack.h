// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QMetaType>
#include <QObject>
#include <QString>

#include "core/annotation/document.h"
#include "core/imaging/image_stack.h"
#include "ui/session/stack_history.h"
#include "ui/session/stack_lineage.h"

namespace blastoscope::ui {

enum class Insemination { Unknown, Ivf, Icsi };

/// What a person knows about a stack beyond its files.
struct StackProperties {
    std::optional<double> umPerPixel;
    imaging::CalibrationSource calibrationSource = imaging::CalibrationSource::Unknown;
    std::optional<double> t0Hours; ///< time of insemination on the stack's own clock; times are shown relative to it
    Insemination insemination = Insemination::Unknown;
    bool operator==(const StackProperties&) const = default;
};

/// One stack that is open: its images, its annotations, what is known about it and where one looks. GUI thread only,
/// but images() may be read from any thread.
class OpenStack : public QObject {
    Q_OBJECT
public:
    OpenStack(int id, std::shared_ptr<const imaging::ImageStack> images, QObject* parent = nullptr);

    int id() const { return m_id; }
    /// File or folder name.
    QString name() const { return m_name; }
    QString path() const { return m_path; }
    const imaging::StackInfo& info() const { return m_images->info(); }
    const std::shared_ptr<const imaging::ImageStack>& images() const { return m_images; }
    /// The same images at another place, or found again: of the same size and length.
    void setImages(std::shared_ptr<const imaging::ImageStack> images);
    /// The images are MissingImages.
    bool isMissing() const;

    annotation::StackDocument& document() { return m_document; }
    const annotation::StackDocument& document() const { return m_document; }
    StackHistory& history() { return m_history; }
    const StackLineage& lineage() const { return m_lineage; }

    const StackProperties& properties() const { return m_properties; }
    void setProperties(const StackProperties& properties);

    /// Hours since insemination when t0 is known, otherwise the stack's own time; nothing when the time is unknown.
    std::optional<double> hoursAt(int time) const;

    imaging::FrameIndex index() const { return m_index; }
    void setTime(int time);
    void setPlane(int plane);
    void setChannel(int channel);

    /// Random, so that nothing that is exported names the embryo; the same from export to export.
    const std::string& embryoId() const { return m_embryoId; }
    void setEmbryoId(const std::string& id) { m_embryoId = id; }

    /// The file of annotations that goes with the stack: beside it unless another one was opened or written.
    QString annotationFile() const { return m_annotationFile; }
    void setAnnotationFile(const QString& file) { m_annotationFile = file; }

    /// The frame was on the screen since the stack was opened, and its outlines are still those that were seen.
    bool wasSeen(int time) const { return m_seen[std::size_t(time)]; }
    /// The frame is on the screen as it is now.
    void noteSeen(int time) { m_seen[std::size_t(time)] = true; }

    int segmentedFrames() const;
    int reviewedFrames() const;

signals:
    void annotationsChanged(const blastoscope::annotation::ChangeEvent& event);
    void propertiesChanged();
    void indexChanged();
    void imagesChanged();

private:
    void setIndex(const imaging::FrameIndex& index);
    void forgetSeen(const annotation::ChangeEvent& event);

    int m_id;
    std::shared_ptr<const imaging::ImageStack> m_images;
    QString m_path;
    QString m_name;
    annotation::StackDocument m_document;
    annotation::Connection m_connection;
    StackHistory m_history;
    StackLineage m_lineage;
    StackProperties m_properties;
    imaging::FrameIndex m_index;
    std::vector<bool> m_seen; ///< by time
    std::string m_embryoId;
    QString m_annotationFile;
};

/// The file beside a stack in which its annotations are kept, e.g. "…/E-014.blastoscope.json".
QString annotationFileFor(const QString& stackPath);

} // namespace blastoscope::ui
