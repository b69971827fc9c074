// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "core/annotation/document.h"
#include "ui/tools/frame_drafts.h"

namespace blastoscope::ui {

class CanvasView;

/// The frame that is on the canvas, for tools and commands that change it: the one door to the document. Refuses what a
/// lock forbids with a short reason; whatever it does is one undo step.
class FrameEditor : public QObject {
    Q_OBJECT
public:
    explicit FrameEditor(CanvasView& canvas, QObject* parent = nullptr);

    /// Null: nothing can be edited, e.g. while another frame than the one on the screen is asked for. The document must
    /// outlive this call's effect.
    void setFrame(annotation::StackDocument* document, int index);
    /// Null while nothing can be edited.
    const annotation::FrameAnnotation* frame() const;
    /// Only while frame() is not null.
    annotation::StackDocument& document() const { return *m_document; }
    int index() const { return m_index; }
    CanvasView& canvas() const { return m_canvas; }

    /// What is selected on the canvas and exists, in the order of selection.
    std::vector<const annotation::Instance*> selection() const;
    const annotation::Instance* selected() const;
    /// The instance, or null: it does not exist or, which is said, it is locked.
    const annotation::Instance* unlocked(annotation::InstanceId id);
    /// The same for a tool, which changes only what one sees: an object that is hidden is refused too.
    const annotation::Instance* changeable(annotation::InstanceId id);
    /// The selection, or nothing: none is selected, or one of them is locked (which is said).
    std::vector<const annotation::Instance*> unlockedSelection();

    /// A new silhouette; an empty one removes the object. Without `origin` the provenance is that of an edit.
    bool reshape(annotation::InstanceId id, masks::RleMask shape,
                 std::optional<annotation::Origin> origin = std::nullopt);
    /// A drawn object, called what all others are; it becomes the selected one. Nothing for an empty shape.
    std::optional<annotation::InstanceId> add(masks::RleMask shape);
    /// An object with all that is known about it except its id; it becomes the selected one.
    std::optional<annotation::InstanceId> add(annotation::Instance instance);
    /// Says so when it failed.
    bool report(const base::Status& status);
    void refuse(const QString& reason) { emit refused(reason); }

    /// What a tool has half drawn in this frame waits until takeDraft(): one of each type, while the document lives.
    template<typename Draft>
    void keepDraft(Draft draft)
    {
        if (m_document)
            m_drafts.keep(*m_document, m_index, std::move(draft));
    }
    template<typename Draft>
    std::optional<Draft> takeDraft()
    {
        return m_document ? m_drafts.take<Draft>(*m_document, m_index) : std::nullopt;
    }

    /// The next stroke draws a new object although one may be under the cursor; ends with the next selection.
    void beginNewObject();
    bool isNewObject() const { return m_newObject; }

signals:
    /// frame() is about to be another one, or none; it can still be changed.
    void frameLeft();
    /// Another frame, or none.
    void frameChanged();
    /// The document changed, by whomever; only events of this frame.
    void edited(const blastoscope::annotation::ChangeEvent& event);
    void newObjectChanged(bool on);
    void refused(const QString& reason);
    void failed(const blastoscope::base::Error& error);

private:
    CanvasView& m_canvas;
    annotation::StackDocument* m_document = nullptr;
    annotation::Connection m_connection;
    int m_index = 0;
    bool m_newObject = false;
    FrameDrafts m_drafts;
};

} // namespace blastoscope::ui
