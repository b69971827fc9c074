// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <any>
#include <map>
#include <memory>
#include <optional>
#include <typeindex>
#include <utility>

#include "core/annotation/document.h"

namespace blastoscope::ui {

/// What tools have half drawn, put aside for the frame it was begun in: one draft of each type per frame. The drafts of
/// a document go with it.
class FrameDrafts {
public:
    template<typename Draft>
    void keep(annotation::StackDocument& document, int frame, Draft draft)
    {
        (*draftsOf(document))[{frame, typeid(Draft)}] = std::move(draft);
    }

    /// It is gone here then.
    template<typename Draft>
    std::optional<Draft> take(annotation::StackDocument& document, int frame)
    {
        const auto drafts = draftsOf(document)->extract({frame, typeid(Draft)});
        return drafts ? std::optional(std::any_cast<Draft>(drafts.mapped())) : std::nullopt;
    }

private:
    using Drafts = std::map<std::pair<int, std::type_index>, std::any>;
    struct Entry {
        std::weak_ptr<Drafts> drafts;
        annotation::Connection connection;
    };

    std::shared_ptr<Drafts> draftsOf(annotation::StackDocument& document)
    {
        Entry& entry = m_documents[&document];
        std::shared_ptr<Drafts> drafts = entry.drafts.lock();
        if (!drafts) { // a new document, perhaps where another one was before
            drafts = std::make_shared<Drafts>();
            entry.drafts = drafts;
            entry.connection = document.subscribe([drafts](const annotation::ChangeEvent&) {}); // owns them
        }
        return drafts;
    }

    std::map<const annotation::StackDocument*, Entry> m_documents;
};

} // namespace blastoscope::ui
