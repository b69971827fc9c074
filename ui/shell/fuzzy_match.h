// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>

namespace blastoscope::ui {

struct FuzzyMatch {
    int score = 0;              ///< higher is better; only comparable for the same pattern
    std::vector<int> positions; ///< matched characters of the text, ascending
};

/// Finds the letters of `pattern` in `text`, in this order but not necessarily side by side, without regard to case,
/// accents and blanks. Letters in a row, and those that begin a word, count more. Nothing when a letter is missing; an
/// empty pattern matches everything.
std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text);

} // namespace blastoscope::ui
