// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QMetaType>
#include <QObject>
#include <QString>

#include "core/annotation/document.h"
#include "core/imaging/image_stack.h"

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

    annotation::StackDocument& document() { return m_document; }
    const annotation::StackDocument& document() const { return m_document; }

    const StackProperties& properties() const { return m_properties; }
    void setProperties(const StackProperties& properties);
    /// Annotations that are in no file yet. Properties don't count: the program remembers them by itself.
    bool isModified() const { return m_unsaved || m_document.isModified(); }
    void markSaved();
    /// Although nothing changed since: writing failed, or the annotations come from a recovered copy.
    void markUnsaved();

    /// Hours since insemination when t0 is known, otherwise the stack's own time; nothing when the time is unknown.
    std::optional<double> hoursAt(int time) const;

    imaging::FrameIndex index() const { return m_index; }
    void setTime(int time);
    void setPlane(int plane);
    void setChannel(int channel);

    /// Random, so that nothing that is exported names the embryo; the same from export to export.
    const std::string& embryoId() const { return m_embryoId; }
    void setEmbryoId(const std::string& id) { m_embryoId = id; }

    /// Where the annotations are kept: beside the stack unless they were opened from or saved to another file.
    QString annotationFile() const { return m_annotationFile; }
    void setAnnotationFile(const QString& file) { m_annotationFile = file; }

    int segmentedFrames() const;
    int reviewedFrames() const;

signals:
    void annotationsChanged(const blastoscope::annotation::ChangeEvent& event);
    void propertiesChanged();
    void indexChanged();
    void modifiedChanged();

private:
    void setIndex(const imaging::FrameIndex& index);
    void noteModified();

    int m_id;
    std::shared_ptr<const imaging::ImageStack> m_images;
    QString m_path;
    QString m_name;
    annotation::StackDocument m_document;
    annotation::Connection m_connection;
    StackProperties m_properties;
    bool m_unsaved = false;
    bool m_wasModified = false;
    imaging::FrameIndex m_index;
    std::string m_embryoId;
    QString m_annotationFile;
};

/// The file beside a stack in which its annotations are kept, e.g. "…/E-014.blastoscope.json".
QString annotationFileFor(const QString& stackPath);

} // namespace blastoscope::ui
