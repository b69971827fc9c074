// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/annotation/instance.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

class ReviewQueue;

/// Going through the frames of a stack and saying which masks a person has checked.
class ReviewCommands : public CommandGroup {
    Q_OBJECT
public:
    ReviewCommands(const ShellContext& context, const ReviewQueue& queue, QObject* parent);

private:
    /// The current frame is on the screen: nobody judges a frame that was not seen.
    bool isShown() const;
    /// False when the frame keeps its state; then a message says why.
    bool setReview(annotation::ReviewState state);
    void acceptAndGoOn();
    void rejectAndGoOn();
    void reviewRange();
    /// In one direction from the current frame, round the end; nothing when every segmented frame is reviewed.
    std::optional<int> unreviewed(int step) const;
    void goToUnreviewed(int step);
    void goToDivision(int step);
    /// The neediest frame, or the next one that is not reviewed when nothing calls for attention.
    void goToNeediest();
    void forgetQuestion();
    void updateEnabled();

    const ReviewQueue& m_queue;
    QList<QAction*> m_actions;
    std::optional<int> m_asked; ///< the frame without anything in it that is accepted when it is asked for again
};

} // namespace blastoscope::ui
