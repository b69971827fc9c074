// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/pictures_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "core/annotation/persons_work.h"
#include "ui/factory/factory.h"
#include "ui/factory/job_row.h"
#include "ui/factory/sample_stacks.h"
#include "ui/session/workspace.h"
#include "ui/theme/labels.h"
#include "ui/training/accepted_frames.h"

namespace blastoscope::ui {

namespace {

constexpr int kLargestSide = 256; ///< the most that a generator here paints
constexpr int kFewPictures = 200;
constexpr int kIdRole = Qt::UserRole;

} // namespace

PicturesPage::PicturesPage(FactoryContext& context)
    : FactoryPage(
          context, tr("Pictures"),
          tr("The generator learns how your pictures look. It needs no outlines, but many pictures: a few hundred at "
             "least, better some thousand, from as many embryos as possible, all of one microscope."))
{
    m_stacks = new QListWidget(this);
    m_stacks->setObjectName(QStringLiteral("pictureStacks"));
    m_stacks->setAccessibleName(tr("Open stacks"));
    m_every = new QSpinBox(this);
    m_every->setObjectName(QStringLiteral("everyFrame"));
    m_every->setRange(1, 100);
    m_every->setToolTip(tr("Neighbouring frames are almost the same picture"));
    m_unlabelled = new QCheckBox(tr("Leave out accepted frames"), this);
    m_unlabelled->setObjectName(QStringLiteral("leaveOutAccepted"));
    m_unlabelled->setChecked(true);
    m_unlabelled->setToolTip(tr("They take part in training sets anyway, and some are held out to judge models by"));
    m_count = wrappedLabel({}, this);
    m_count->setObjectName(QStringLiteral("pictureCount"));
    m_write = new QPushButton(tr("Take these pictures"), this);
    m_write->setObjectName(QStringLiteral("writePictures"));
    auto* choice = new QHBoxLayout;
    choice->addWidget(new QLabel(tr("Every n-th frame, n ="), this));
    choice->addWidget(m_every);
    choice->addSpacing(24);
    choice->addWidget(m_unlabelled);
    choice->addStretch(1);
    auto* action = new QHBoxLayout;
    action->addWidget(m_count, 1);
    action->addWidget(m_write);
    column().addWidget(m_stacks, 1);
    column().addLayout(choice);
    column().addLayout(action);
    column().addWidget(&jobs());

    connect(m_stacks, &QListWidget::itemChanged, this, &PicturesPage::updateCount);
    connect(m_every, &QSpinBox::valueChanged, this, &PicturesPage::updateCount);
    connect(m_unlabelled, &QCheckBox::toggled, this, &PicturesPage::updateCount);
    connect(m_write, &QPushButton::clicked, this, &PicturesPage::write);
    connect(&context.workspace, &Workspace::stackAdded, this, &PicturesPage::listStacks);
    connect(&context.workspace, &Workspace::stackClosed, this, &PicturesPage::listStacks);
    listStacks();
}

void PicturesPage::listStacks()
{
    {
        const QSignalBlocker quiet(m_stacks);
        m_stacks->clear();
        for (const auto& stack : context().workspace.stacks()) {
            if (isSynthetic(*stack) || stack->isMissing())
                continue;
            auto* item =
                new QListWidgetItem(tr("%1   %n frame(s)", nullptr, stack->info().times).arg(stack->name()), m_stacks);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
            item->setCheckState(Qt::Checked);
            item->setData(kIdRole, stack->id());
        }
    }
    updateCount();
}

dataset::PictureSource PicturesPage::framesOf(const OpenStack& stack) const
{
    dataset::PictureSource source{stack.images(), {}, stack.embryoId()};
    for (int time = 0; time < stack.info().times; time += m_every->value()) {
        if (!annotation::isReviewed(stack.document().frame(time).review) || !m_unlabelled->isChecked())
            source.frames.push_back({time, stack.index().plane, stack.index().channel});
    }
    return source;
}

std::vector<dataset::PictureSource> PicturesPage::chosen() const
{
    std::vector<dataset::PictureSource> sources;
    for (int row = 0; row < m_stacks->count(); ++row) {
        const QListWidgetItem* item = m_stacks->item(row);
        const OpenStack* stack = context().workspace.find(item->data(kIdRole).toInt());
        if (!stack || item->checkState() != Qt::Checked)
            continue;
        if (auto source = framesOf(*stack); !source.frames.empty())
            sources.push_back(std::move(source));
    }
    return sources;
}

void PicturesPage::updateCount()
{
    const bool written = factory() && factory()->record().pictures > 0;
    const bool used = factory() && !factory()->record().run.isEmpty();
    int frames = 0;
    const auto sources = chosen();
    for (const dataset::PictureSource& source : sources)
        frames += int(source.frames.size());
    if (used)
        m_count->setText(tr("The generator learns from %1. For other pictures, make another factory.").arg(state()));
    else if (m_stacks->count() == 0)
        m_count->setText(tr("Open the stacks to learn from in the main window; they appear here."));
    else
        m_count->setText(
            tr("%Ln frame(s) chosen", nullptr, frames) +
            (frames < kFewPictures ? tr(": few, so that the generated ones will resemble each other") : QString()) +
            (written ? tr(". Taken so far: %1").arg(state()) : QString()));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_stacks, m_every, m_unlabelled})
        widget->setEnabled(!used && !isBusy());
    m_write->setEnabled(factory() && !factory()->trouble() && !used && frames > 0 && !isBusy() &&
                        context().services.writePictures);
    m_write->setText(written ? tr("Take these instead") : tr("Take these pictures"));
}

void PicturesPage::refresh()
{
    updateCount();
}

QString PicturesPage::state() const
{
    if (!factory() || factory()->record().pictures == 0)
        return {};
    const FactoryRecord& record = factory()->record();
    //: "%1" is like "3 stacks"
    return tr("%Ln frame(s) of %1", nullptr, record.pictures).arg(tr("%n stack(s)", nullptr, record.stacks));
}

void PicturesPage::write()
{
    auto sources = chosen();
    const int stacks = int(sources.size());
    jobs().run<dataset::PictureSetReport>(
        tr("Taking pictures"),
        [write = context().services.writePictures, sources = std::move(sources),
         out = factory()->picturesFolder().toStdString()](const auto& cancel, const auto& progress) {
            return write(sources, out, kLargestSide, cancel, progress);
        },
        [this, stacks, target = QPointer<Factory>(factory())](const dataset::PictureSetReport& report) {
            if (!target)
                return;
            const bool noted = note(target->edit([&](FactoryRecord& record) {
                record.pictures = report.pictures;
                record.stacks = stacks;
                record.pictureSide = report.smallestSide;
            }));
            QStringList warnings;
            if (!report.oneSize)
                warnings << tr(
                    "The pictures have several sizes; the middle square of each is taken. If their scales differ, "
                    "choose stacks of one scale.");
            if (const auto left = report.warnings.size(); left > 0)
                warnings << tr("%n picture(s) could not be read and are left out.", nullptr, int(left));
            QString details;
            for (const std::string& line : report.warnings)
                details += QString::fromStdString(line) + u'\n';
            if (noted)
                jobs().showMessage(warnings.join(u'\n'), details);
        });
}

} // namespace blastoscope::ui
