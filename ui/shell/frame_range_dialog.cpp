// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame_range_dialog.h"

#include <utility>

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/open_stack.h"
#include "ui/shell/dialog_texts.h"
#include "ui/shell/frame_range_field.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

FrameRangeDialog::FrameRangeDialog(OpenStack& stack, const Words& words, QWidget* parent)
    : QDialog(parent), m_stack(stack)
{
    setWindowTitle(words.title);
    setProperty("helpPage", words.helpPage);
    createWidgets(words);
    m_range->setRange({stack.index().time, stack.document().frameCount() - 1});
    m_update.setSingleShot(true);
    m_update.setInterval(0);
    connect(&m_update, &QTimer::timeout, this, &FrameRangeDialog::showPlan);
    connect(m_range, &FrameRangeField::rangeChanged, this, &FrameRangeDialog::updatePlan);
    connect(&stack, &OpenStack::annotationsChanged, this, &FrameRangeDialog::updatePlan);
}

annotation::FrameRange FrameRangeDialog::range() const
{
    return m_range->range();
}

void FrameRangeDialog::createWidgets(const Words& words)
{
    const int unit = gridUnit(this);
    const DialogTexts texts = addTexts(*this, words.text);
    m_summary = texts.summary;
    m_fields = new QWidget(this);
    m_form = new QFormLayout(m_fields);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_range = new FrameRangeField(m_stack.document().frameCount(), m_fields);
    m_form->addRow(tr("&Frames:"), m_range);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_button = buttons->addButton(words.button, QDialogButtonBox::AcceptRole);
    m_button->setObjectName(QStringLiteral("perform"));
    m_button->setDefault(true);
    connect(m_button, &QPushButton::clicked, this, [this] { perform(plan().frames); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    layout->setSpacing(unit * 2);
    layout->addWidget(texts.intro);
    layout->addWidget(m_fields);
    layout->addWidget(m_summary, 1);
    layout->addWidget(buttons);
}

void FrameRangeDialog::showPlan()
{
    const Plan plan = this->plan();
    m_summary->setText(plan.lines.join(u'\n'));
    m_button->setEnabled(!plan.frames.empty());
}

void FrameRangeDialog::changeFrames(annotation::StepKind kind, std::vector<int> frames, FrameEdits::Change change)
{
    disconnect(&m_stack, &OpenStack::annotationsChanged, this, nullptr); // the changes are our own
    m_update.stop();
    m_fields->setEnabled(false);
    m_button->setEnabled(false);
    auto* edits = new FrameEdits(m_stack.document(), kind, this);
    connect(edits, &FrameEdits::progressed, this, [this](int done, int total) {
        m_summary->setText(tr("%1 of %2 frames are done.").arg(QLocale().toString(done), QLocale().toString(total)));
    });
    connect(edits, &FrameEdits::failed, this, &FrameRangeDialog::failed);
    connect(edits, &FrameEdits::finished, this, &QDialog::accept);
    edits->start(std::move(frames), std::move(change));
}

QString changedFramesText(int frames)
{
    return frames == 0 ? FrameRangeDialog::tr("No frame changes.")
                       : FrameRangeDialog::tr("%n frame(s) change.", nullptr, frames);
}

} // namespace blastoscope::ui
