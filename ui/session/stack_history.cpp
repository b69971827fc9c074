// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stack_history.h"

#include <utility>

#include <QPointer>

namespace blastoscope::ui {

StackHistory::StackHistory(annotation::StackDocument& document, QObject* parent)
    : QObject(parent), m_document(document)
{
    m_connection = document.subscribe([this](const annotation::ChangeEvent&) { readAhead(); });
}

void StackHistory::setReader(StepReader reader)
{
    m_reader = std::move(reader);
    m_unreadable.reset();
    readAhead();
}

std::optional<annotation::StepId> StackHistory::missing(Direction direction) const
{
    return direction == Direction::Back ? m_document.missingForUndo() : m_document.missingForRedo();
}

void StackHistory::step(Direction direction)
{
    if (const auto id = missing(direction)) {
        m_wish = direction;
        m_unreadable.reset();
        read(*id);
        return;
    }
    m_wish.reset();
    if (const auto frame = direction == Direction::Back ? m_document.undo() : m_document.redo())
        emit stepped(*frame);
}

void StackHistory::readAhead()
{
    for (const Direction direction : {Direction::Back, Direction::Forth})
        if (const auto id = missing(direction); id && id != m_unreadable)
            return read(*id);
}

void StackHistory::read(annotation::StepId id)
{
    if (m_reading || !m_reader)
        return;
    m_reading = id;
    m_reader(id, [self = QPointer<StackHistory>(this), id](const base::Result<Changes>& changes) {
        if (self)
            self->take(id, changes);
    });
}

void StackHistory::take(annotation::StepId id, const base::Result<Changes>& changes)
{
    m_reading.reset();
    const bool awaited = missing(Direction::Back) == id || missing(Direction::Forth) == id;
    base::Status supplied;
    if (!changes)
        supplied = tl::unexpected(changes.error());
    else if (awaited)
        supplied = m_document.supplyStep(id, *changes);
    if (awaited && !supplied) {
        m_unreadable = id;
        if (std::exchange(m_wish, std::nullopt))
            emit failed(supplied.error());
    }
    if (const auto wish = m_wish)
        step(*wish); // reads the other side first when that is what it takes
    readAhead();
}

} // namespace blastoscope::ui
