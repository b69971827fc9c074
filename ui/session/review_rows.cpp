// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/review_rows.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "core/annotation/object_names.h"
#include "ui/session/object_words.h"

namespace blastoscope::ui {

namespace {

using annotation::ReviewState;
using review::Reason;
using review::ReasonKind;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::ReviewRows)
};

QString percent(double share)
{
    return Texts::tr("%1 %", "per cent").arg(QLocale().toString(int(std::lround(100 * share))));
}

/// "2", "2 and 3", "1, 2 and 3": numbers as painted on the canvas.
QString numbersOf(const std::vector<annotation::InstanceId>& ids, const annotation::FrameAnnotation& frame)
{
    QStringList numbers;
    for (std::size_t i = 0; i < frame.instances.size(); ++i)
        if (std::find(ids.begin(), ids.end(), frame.instances[i].id) != ids.end())
            numbers << QLocale().toString(int(i) + 1);
    if (numbers.size() < 2)
        return numbers.value(0);
    const QString last = numbers.takeLast();
    return Texts::tr("%1 and %2", "numbers of objects").arg(numbers.join(QStringLiteral(", ")), last);
}

int cellsOf(const annotation::FrameAnnotation& frame)
{
    return int(std::count_if(frame.instances.begin(), frame.instances.end(), [](const annotation::Instance& instance) {
        return instance.classId == int(base::ObjectClass::Blastomere) && !instance.uncertain;
    }));
}

ReviewFilter filterOf(ReasonKind kind)
{
    switch (kind) {
    case ReasonKind::NearlyIdentical:
    case ReasonKind::OneInsideAnother:
    case ReasonKind::ContradictoryOrder: return ReviewFilter::Overlap;
    case ReasonKind::CountDiffers:
    case ReasonKind::CountFalls:
    case ReasonKind::CountLeaps:
    case ReasonKind::CountRises:
    case ReasonKind::FoundNothing: return ReviewFilter::Counts;
    case ReasonKind::LowConfidence: return ReviewFilter::Confidence;
    case ReasonKind::ImplausibleSize:
    case ReasonKind::ImplausibleVolume:
    case ReasonKind::ImplausibleShape: return ReviewFilter::Shapes;
    case ReasonKind::Random: return ReviewFilter::Random;
    }
    return ReviewFilter::NeedsEyes;
}

std::optional<ReviewState> stateOf(ReviewFilter filter)
{
    switch (filter) {
    case ReviewFilter::ToDo: return ReviewState::ToDo;
    case ReviewFilter::Accepted: return ReviewState::Accepted;
    case ReviewFilter::Corrected: return ReviewState::Corrected;
    case ReviewFilter::Rejected: return ReviewState::Rejected;
    default: return std::nullopt;
    }
}

QString titleOf(const OpenStack& stack, int frame)
{
    const QString number = Texts::tr("Frame %1").arg(QLocale().toString(frame + 1));
    const auto hours = stack.hoursAt(frame);
    return hours ? Texts::tr("%1 · %2 h").arg(number, QLocale().toString(*hours, 'f', 1)) : number;
}

/// `first` tells which reason stands in the list; the tool tip holds all of them.
ReviewRow rowOf(const OpenStack& stack, const review::QueueEntry& entry, const Reason& first)
{
    const annotation::FrameAnnotation& frame = stack.document().frame(entry.frame);
    const std::string ownName = annotation::sharedNameAt(stack.document(), entry.frame);
    ReviewRow row{.frame = entry.frame, .title = titleOf(stack, entry.frame), .need = entry.need};
    row.reason = textOf(first, frame, ownName);
    QStringList all;
    for (const Reason& reason : entry.reasons)
        all << textOf(reason, frame, ownName);
    row.toolTip = all.join(u'\n');
    row.ids = first.ids;
    return row;
}

QString countText(const annotation::StackDocument& document, int time)
{
    const std::string ownName = annotation::sharedNameAt(document, time);
    const int count = cellsOf(document.frame(time));
    return ownName.empty() ? Texts::tr("%n cell(s)", nullptr, count) : countOfObjects(ownName, count);
}

/// Where the counted objects are no cells; empty for reasons that are the same for both. `count`: "57 nuclei".
QString ownTextOf(const Reason& reason, const QString& count)
{
    const QString other = QLocale().toString(int(std::lround(reason.value)));
    switch (reason.kind) {
    case ReasonKind::CountDiffers:
        return Texts::tr("%1, but %2 before and after", "count of objects, another count").arg(count, other);
    case ReasonKind::CountFalls:
        return Texts::tr("%1, but %2 before", "count of objects, another count").arg(count, other);
    case ReasonKind::CountLeaps:
    case ReasonKind::CountRises: return Texts::tr("%1 after %2", "count of objects, another count").arg(count, other);
    case ReasonKind::FoundNothing: return Texts::tr("Nothing was found");
    default: return {};
    }
}

std::vector<ReviewRow> queueRows(const ReviewQueue& queue, ReviewFilter filter)
{
    std::vector<ReviewRow> rows;
    for (const review::QueueEntry& entry : queue.entries()) {
        const auto fits = std::find_if(entry.reasons.begin(), entry.reasons.end(), [filter](const Reason& reason) {
            return filter == ReviewFilter::NeedsEyes || filterOf(reason.kind) == filter;
        });
        if (fits != entry.reasons.end())
            rows.push_back(rowOf(*queue.stack(), entry, *fits));
    }
    return rows;
}

} // namespace

QString textOf(const Reason& reason, const annotation::FrameAnnotation& frame, const std::string& ownName)
{
    if (!ownName.empty())
        if (const QString text = ownTextOf(reason, countOfObjects(ownName, cellsOf(frame))); !text.isEmpty())
            return text;
    const QString numbers = numbersOf(reason.ids, frame);
    const int cells = cellsOf(frame);
    const int value = int(std::lround(reason.value));
    switch (reason.kind) {
    case ReasonKind::NearlyIdentical: return Texts::tr("%1 are almost the same outline").arg(numbers);
    case ReasonKind::OneInsideAnother: return Texts::tr("%1: one lies inside the other").arg(numbers);
    case ReasonKind::ContradictoryOrder: return Texts::tr("Depth order of %1 contradicts itself").arg(numbers);
    case ReasonKind::CountDiffers:
        return Texts::tr("%n cell(s), but %1 before and after", nullptr, cells).arg(QLocale().toString(value));
    case ReasonKind::CountFalls:
        return Texts::tr("%n cell(s), but %1 before", nullptr, cells).arg(QLocale().toString(value));
    case ReasonKind::CountLeaps:
        return Texts::tr("%n cell(s) after %1: very many at once", nullptr, cells).arg(QLocale().toString(value));
    case ReasonKind::CountRises:
        return Texts::tr("%n cell(s) after %1: a division?", nullptr, cells).arg(QLocale().toString(value));
    case ReasonKind::FoundNothing: return Texts::tr("No cell was found");
    case ReasonKind::LowConfidence: return Texts::tr("Confidence of %1 is %2").arg(numbers, percent(reason.value));
    case ReasonKind::ImplausibleSize:
        return Texts::tr("%1 has %2 of the usual diameter").arg(numbers, percent(reason.value));
    case ReasonKind::ImplausibleVolume:
        return Texts::tr("All cells together have %1 of the usual volume").arg(percent(reason.value));
    case ReasonKind::ImplausibleShape: return Texts::tr("%1 has an odd shape").arg(numbers);
    case ReasonKind::Random: return Texts::tr("Picked at random");
    }
    return {};
}

std::vector<ReviewRow> reviewRows(const ReviewQueue& queue, ReviewFilter filter)
{
    if (!queue.stack())
        return {};
    const auto state = stateOf(filter);
    if (!state)
        return queueRows(queue, filter);
    std::vector<ReviewRow> rows;
    const annotation::StackDocument& document = queue.stack()->document();
    for (int time = 0; time < document.frameCount(); ++time) {
        const annotation::FrameAnnotation& frame = document.frame(time);
        if (frame.review != *state || (*state == ReviewState::ToDo && !frame.segmented && frame.instances.empty()))
            continue;
        if (const review::QueueEntry* entry = queue.entryOf(time))
            rows.push_back(rowOf(*queue.stack(), *entry, entry->reasons.front()));
        else
            rows.push_back(
                {.frame = time, .title = titleOf(*queue.stack(), time), .reason = countText(document, time)});
    }
    return rows;
}

} // namespace blastoscope::ui
