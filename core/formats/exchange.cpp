// SPDX-License-Identifier: Apache-2.0
#include "core/formats/exchange.h"

#include <algorithm>
#include <utility>

namespace blastoscope::formats {

void ExchangeReport::drop(std::string file, std::string text, std::optional<int> instance)
{
    notes.push_back({NoteKind::Dropped, std::move(file), instance, {}, 0, std::move(text)});
}

void ExchangeReport::change(std::string file, std::string text, std::optional<int> instance)
{
    notes.push_back({NoteKind::Changed, std::move(file), instance, {}, 0, std::move(text)});
}

std::int64_t ExchangeReport::lostPixels() const
{
    std::int64_t sum = 0;
    for (const ExchangeNote& note : notes)
        sum += note.kind == NoteKind::Dropped ? note.pixels : 0;
    return sum;
}

std::vector<NoteGroup> groupNotes(const ExchangeReport& report)
{
    std::vector<NoteGroup> groups;
    std::map<std::pair<NoteKind, std::string>, std::size_t> indexOf;
    for (const ExchangeNote& note : report.notes) {
        const auto [entry, isNew] = indexOf.try_emplace({note.kind, note.text}, groups.size());
        if (isNew)
            groups.push_back({note.kind, note.text, 0, 0, {}});
        NoteGroup& group = groups[entry->second];
        ++group.count;
        group.pixels += note.pixels;
        group.notes.push_back(&note);
    }
    return groups;
}

} // namespace blastoscope::formats
