// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <QObject>

#include "core/annotation/document.h"
#include "core/base/error.h"

namespace blastoscope::ui {

/// Undo and redo of one stack. Steps that are not in memory are read from where the document is recorded, one ahead of
/// what a person asks for, so that undo is instant; when it is not there yet, the wish waits, not the window.
class StackHistory : public QObject {
    Q_OBJECT
public:
    using Changes = std::vector<std::string>;
    /// Reads the changes of a step in the form of encodeChange() and delivers them later on this thread.
    using StepReader = std::function<void(annotation::StepId, std::function<void(base::Result<Changes>)>)>;

    explicit StackHistory(annotation::StackDocument& document, QObject* parent = nullptr);

    /// None: everything is in memory.
    void setReader(StepReader reader);

    /// Nothing happens when there is no such step.
    void undo() { step(Direction::Back); }
    void redo() { step(Direction::Forth); }
    /// A step was asked for and is still being read.
    bool isWaiting() const { return m_wish.has_value(); }

signals:
    /// The document was changed by undo or redo, first in this frame.
    void stepped(int frame);
    void failed(const blastoscope::base::Error& error);

private:
    enum class Direction { Back, Forth };

    std::optional<annotation::StepId> missing(Direction direction) const;
    void step(Direction direction);
    /// Reads the next step of a side whose steps are all missing.
    void readAhead();
    void read(annotation::StepId id);
    void take(annotation::StepId id, const base::Result<Changes>& changes);

    annotation::StackDocument& m_document;
    annotation::Connection m_connection;
    StepReader m_reader;
    std::optional<annotation::StepId> m_reading;
    std::optional<annotation::StepId> m_unreadable; ///< was tried; only a person's wish tries again
    std::optional<Direction> m_wish;
};

} // namespace blastoscope::ui
