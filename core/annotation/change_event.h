// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <vector>

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

/// What changed; an observer that only shows one kind of thing need not look at the others.
enum class ChangeKind {
    Reset,         ///< everything may have changed, the undo history is gone; `frame` is -1
    FrameReplaced, ///< instances, order, qc flags and review state of one frame
    InstancesAdded,
    InstancesRemoved,
    ShapesChanged,     ///< masks
    AttributesChanged, ///< class, track, score, flags
    OrderChanged,      ///< depth relations
    ReviewChanged,
    HistoryChanged, ///< only canUndo(), canRedo() or isModified() changed; `frame` is -1
};

/// What an observer of a document is told: one event per changed frame, after the change.
struct ChangeEvent {
    ChangeKind kind = ChangeKind::Reset;
    int frame = -1;
    std::vector<InstanceId> ids; ///< the instances concerned; for FrameReplaced those that are there now
};

/// Called on the thread of the document, after the change and in the order of the changes.
using ChangeObserver = std::function<void(const ChangeEvent&)>;

/// The observers of one document. An observer may subscribe, disconnect or change the document while it is called.
class ObserverList {
public:
    std::uint64_t add(ChangeObserver observer);
    void remove(std::uint64_t id);
    void notify(const ChangeEvent& event);

private:
    std::map<std::uint64_t, std::shared_ptr<ChangeObserver>> m_observers;
    std::uint64_t m_lastId = 0;
};

/// Keeps one subscription alive; its destructor ends it. May outlive the document.
class Connection {
public:
    Connection() = default;
    Connection(std::weak_ptr<ObserverList> list, std::uint64_t id) : m_list(std::move(list)), m_id(id) {}
    ~Connection() { disconnect(); }
    Connection(Connection&& other) noexcept;
    Connection& operator=(Connection&& other) noexcept;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void disconnect();

private:
    std::weak_ptr<ObserverList> m_list;
    std::uint64_t m_id = 0;
};

} // namespace blastoscope::annotation
