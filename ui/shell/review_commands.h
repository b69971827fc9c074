// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/annotation/instance.h"
#include "ui/shell/command_group.h"

namespace blastoscope::ui {

/// Going through the frames of a stack and saying which masks a person has checked.
class ReviewCommands : public CommandGroup {
    Q_OBJECT
public:
    ReviewCommands(const ShellContext& context, QObject* parent);

private:
    void setReview(annotation::ReviewState state);
    void acceptAndGoOn();
    /// After the current frame, then from the beginning; nothing when every segmented frame is reviewed.
    std::optional<int> nextUnreviewed() const;
    void goToNextUnreviewed();
    void updateEnabled();

    QList<QAction*> m_actions;
};

} // namespace blastoscope::ui
