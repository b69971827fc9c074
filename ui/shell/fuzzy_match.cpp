// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy_match.h"

#include <limits>

namespace blastoscope::ui {

namespace {

constexpr int kHit = 1;
constexpr int kWordStart = 8;
constexpr int kInRow = 5;
constexpr int kImpossible = std::numeric_limits<int>::min() / 2;

QChar folded(QChar letter)
{
    const QString decomposed = QString(letter).normalized(QString::NormalizationForm_D);
    return decomposed.isEmpty() ? letter : decomposed.front().toCaseFolded();
}

bool startsWord(const QString& text, int position)
{
    return position == 0 || !text[position - 1].isLetterOrNumber() ||
           (text[position].isUpper() && text[position - 1].isLower());
}

QString withoutBlanks(const QString& pattern)
{
    QString letters;
    for (const QChar letter : pattern) {
        if (!letter.isSpace())
            letters.append(folded(letter));
    }
    return letters;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString& pattern, const QString& text)
{
    const QString letters = withoutBlanks(pattern);
    const int n = int(letters.size());
    const int m = int(text.size());
    if (n == 0)
        return FuzzyMatch{};
    // best[i][j]: the best score of letters 0..i with letter i at position j; from[i][j]: where letter i - 1 was then.
    std::vector<std::vector<int>> best(std::size_t(n), std::vector<int>(std::size_t(m), kImpossible));
    std::vector<std::vector<int>> from(std::size_t(n), std::vector<int>(std::size_t(m), -1));
    for (int i = 0; i < n; ++i) {
        int running = kImpossible; // best of the previous letter before j - 1
        int runningAt = -1;
        for (int j = 0; j < m; ++j) {
            if (i > 0 && j >= 2 && best[std::size_t(i) - 1][std::size_t(j) - 2] > running) {
                running = best[std::size_t(i) - 1][std::size_t(j) - 2];
                runningAt = j - 2;
            }
            if (folded(text[j]) != letters[i])
                continue;
            const int own = kHit + (startsWord(text, j) ? kWordStart : 0);
            if (i == 0) {
                best[0][std::size_t(j)] = own - j / 8; // early is a little better
                continue;
            }
            const int adjacent = j > 0 ? best[std::size_t(i) - 1][std::size_t(j) - 1] + kInRow : kImpossible;
            if (std::max(adjacent, running) <= kImpossible / 2)
                continue;
            best[std::size_t(i)][std::size_t(j)] = own + std::max(adjacent, running);
            from[std::size_t(i)][std::size_t(j)] = adjacent >= running ? j - 1 : runningAt;
        }
    }
    const auto& last = best.back();
    int end = 0;
    for (int j = 1; j < m; ++j)
        end = last[std::size_t(j)] > last[std::size_t(end)] ? j : end;
    if (m == 0 || last[std::size_t(end)] <= kImpossible / 2)
        return std::nullopt;
    FuzzyMatch match{last[std::size_t(end)], std::vector<int>(std::size_t(n))};
    for (int i = n - 1, j = end; i >= 0; j = from[std::size_t(i)][std::size_t(j)], --i)
        match.positions[std::size_t(i)] = j;
    return match;
}

} // namespace blastoscope::ui
