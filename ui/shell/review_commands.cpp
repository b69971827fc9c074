// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_commands.h"

#include <algorithm>

#include <QAction>

#include "ui/session/workspace.h"
#include "ui/shell/message_bar.h"

namespace blastoscope::ui {

using annotation::ReviewState;

ReviewCommands::ReviewCommands(const ShellContext& context, QObject* parent)
    : CommandGroup(context, QStringLiteral("review"), tr("&Review"), parent)
{
    m_actions << add("acceptAndGoOn", tr("&Accept and go on"), [this] { acceptAndGoOn(); },
                     {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_actions << add(
        "nextUnreviewed", tr("&Next unreviewed frame"), [this] { goToNextUnreviewed(); }, {Qt::CTRL | Qt::Key_Right},
        Icon::Next);
    addSeparator();
    m_actions << add("reject", tr("&Reject this frame"), [this] { setReview(ReviewState::Rejected); });
    m_actions << add("reset", tr("&Back to not reviewed"), [this] { setReview(ReviewState::ToDo); });
    connect(&shell().workspace, &Workspace::currentChanged, this, &ReviewCommands::updateEnabled);
    updateEnabled();
}

void ReviewCommands::setReview(ReviewState state)
{
    if (const auto set = current()->document().setReview(current()->index().time, state); !set)
        shell().messages.showError(set.error());
}

void ReviewCommands::acceptAndGoOn()
{
    const auto& instances = current()->document().frame(current()->index().time).instances;
    const bool touched = std::any_of(instances.begin(), instances.end(), [](const annotation::Instance& instance) {
        return instance.origin != annotation::Origin::Model;
    });
    setReview(touched ? ReviewState::Corrected : ReviewState::Accepted);
    goToNextUnreviewed();
}

std::optional<int> ReviewCommands::nextUnreviewed() const
{
    const annotation::StackDocument& document = current()->document();
    for (int step = 1; step <= document.frameCount(); ++step) {
        const int time = (current()->index().time + step) % document.frameCount();
        const annotation::FrameAnnotation& frame = document.frame(time);
        if (frame.review == ReviewState::ToDo && (frame.segmented || !frame.instances.empty()))
            return time;
    }
    return std::nullopt;
}

void ReviewCommands::goToNextUnreviewed()
{
    if (const auto time = nextUnreviewed())
        current()->setTime(*time);
    else
        shell().messages.showInformation(tr("Every segmented frame of this stack is reviewed."));
}

void ReviewCommands::updateEnabled()
{
    for (QAction* action : m_actions)
        action->setEnabled(current() != nullptr);
}

} // namespace blastoscope::ui
