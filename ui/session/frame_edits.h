// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include <QBasicTimer>
#include <QObject>

#include "core/annotation/document.h"
#include "core/base/error.h"

namespace blastoscope::ui {

/// Changes many frames of a document piece by piece, so that the window stays alive; all of it is one undo step. What
/// is done when this object is deleted stays. No change may be on its way when the document goes.
class FrameEdits : public QObject {
    Q_OBJECT
public:
    /// Looks at the frame as it is when its turn comes.
    using Change = std::function<base::Status(annotation::StackDocument& document, int frame)>;

    FrameEdits(annotation::StackDocument& document, annotation::StepKind kind, QObject* parent = nullptr);

    /// Once.
    void start(std::vector<int> frames, Change change);

signals:
    void progressed(int done, int total);
    /// The frames behind this one are left alone; finished() follows.
    void failed(const blastoscope::base::Error& error);
    void finished();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    /// As many frames as fit between two pictures of the screen.
    base::Status changeSome();

    annotation::StackDocument& m_document;
    const annotation::StepKind m_kind;
    const annotation::RunId m_run;
    std::vector<int> m_frames;
    std::size_t m_next = 0; ///< of m_frames
    Change m_change;
    QBasicTimer m_timer;
};

} // namespace blastoscope::ui
