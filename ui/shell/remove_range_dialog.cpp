// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/remove_range_dialog.h"

#include <utility>

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSpinBox>

#include "core/annotation/object_names.h"
#include "ui/session/object_words.h"
#include "ui/session/open_stack.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {
namespace {

using base::ObjectClass;

constexpr int kEveryClass = 0;
constexpr int kUsualPercent = 50;

} // namespace

RemoveRangeDialog::RemoveRangeDialog(OpenStack& stack, QWidget* parent)
    : FrameRangeDialog(stack,
                       {tr("Delete objects in range"),
                        tr("Objects of these frames are deleted. Locked ones stay. One undo takes all of it back."),
                        tr("&Delete"), QStringLiteral("correct")},
                       parent)
{
    createFields();
    showPlan();
}

void RemoveRangeDialog::createFields()
{
    const std::string ownName = annotation::sharedNameOf(stack().document());
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("Every kind"), kEveryClass);
    m_kind->addItem(ownName.empty() ? tr("Blastomeres") : objectsTitle(ownName), int(ObjectClass::Blastomere));
    m_kind->addItem(tr("Fragments"), int(ObjectClass::Fragment));
    m_kind->addItem(tr("Polar bodies"), int(ObjectClass::PolarBody));
    form().addRow(tr("&Kind of object:"), m_kind);
    m_onlyToDo = new QCheckBox(tr("Only in frames that are not &reviewed"), this);
    m_onlyToDo->setChecked(true);
    form().addRow(QString(), m_onlyToDo);
    m_below = new QCheckBox(tr("Only those of the model with a confidence &below"), this);
    m_percent = new QSpinBox(this);
    m_percent->setObjectName(QStringLiteral("confidence"));
    m_percent->setRange(1, 100);
    m_percent->setSuffix(QStringLiteral(" %"));
    m_percent->setValue(kUsualPercent);
    m_percent->setAccessibleName(tr("Confidence"));
    m_percent->setEnabled(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(gridUnit(this));
    line->addWidget(m_below);
    line->addWidget(m_percent);
    line->addStretch();
    form().addRow(QString(), line);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RemoveRangeDialog::updatePlan);
    connect(m_onlyToDo, &QCheckBox::toggled, this, &RemoveRangeDialog::updatePlan);
    connect(m_below, &QCheckBox::toggled, m_percent, &QWidget::setEnabled);
    connect(m_below, &QCheckBox::toggled, this, &RemoveRangeDialog::updatePlan);
    connect(m_percent, &QSpinBox::valueChanged, this, &RemoveRangeDialog::updatePlan);
}

annotation::RemovalChoice RemoveRangeDialog::choice() const
{
    annotation::RemovalChoice choice;
    if (const int classId = m_kind->currentData().toInt(); classId != kEveryClass)
        choice.classId = classId;
    choice.onlyToDo = m_onlyToDo->isChecked();
    if (m_below->isChecked())
        choice.belowScore = m_percent->value() / 100.;
    return choice;
}

FrameRangeDialog::Plan RemoveRangeDialog::plan() const
{
    Plan plan;
    int removed = 0, ofPerson = 0, locked = 0;
    for (int frame = range().first; frame <= range().last; ++frame) {
        const annotation::FrameAnnotation& annotation = stack().document().frame(frame);
        const std::vector<annotation::InstanceId> ids = annotation::removedInRange(annotation, choice());
        locked += annotation::keptByLock(annotation, choice());
        if (ids.empty())
            continue;
        plan.frames.push_back(frame);
        removed += int(ids.size());
        for (const annotation::InstanceId id : ids)
            ofPerson += annotation.find(id)->origin != annotation::Origin::Model;
    }
    plan.lines << tr("%n object(s) are deleted.", nullptr, removed) << changedFramesText(int(plan.frames.size()));
    if (ofPerson > 0)
        plan.lines << tr("%n of the objects a person drew, edited or imported.", nullptr, ofPerson);
    if (locked > 0)
        plan.lines << tr("%n locked object(s) stay.", nullptr, locked);
    return plan;
}

void RemoveRangeDialog::perform(std::vector<int> frames)
{
    changeFrames(annotation::StepKind::RemoveInstances, std::move(frames),
                 [choice = choice()](annotation::StackDocument& document, int frame) {
                     return document.removeInstances(frame, annotation::removedInRange(document.frame(frame), choice));
                 });
}

} // namespace blastoscope::ui
