// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/review_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/annotation/object_names.h"
#include "ui/session/workspace.h"
#include "ui/shell/review_delegate.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

ReviewPanel::ReviewPanel(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace)
{
    const int unit = gridUnit(this);
    m_queue = new ReviewQueue(this);
    m_model = new ReviewListModel(this);
    m_progress = new QLabel(this);
    m_progress->setFont(tabularFigures(font()));
    m_progress->setWordWrap(true);
    m_filter = createFilter();
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(unit / 2);
    m_tools->addStretch(1);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(unit, unit / 2, unit, 0);
    top->addWidget(m_progress);
    top->addWidget(m_filter);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(unit, 0, unit, unit / 2);
    bottom->addLayout(m_tools);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(unit / 2);
    layout->addLayout(top);
    layout->addWidget(createList(), 1);
    layout->addLayout(bottom);

    connect(m_queue, &ReviewQueue::changed, this, &ReviewPanel::refresh);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &ReviewPanel::refresh);
    connect(&workspace, &Workspace::currentChanged, this, &ReviewPanel::follow);
    connect(&workspace, &Workspace::stackAdded, this, &ReviewPanel::showProgress);
    follow(workspace.current());
}

QWidget* ReviewPanel::createList()
{
    auto* page = new QWidget(this);
    m_list = new QListView(page);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ReviewDelegate(m_list));
    m_list->setObjectName(QStringLiteral("reviewList"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Frames to look at"));
    m_hint = new QLabel(page);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setMargin(gridUnit(this) * 2);
    m_pages = new QStackedLayout(page);
    m_pages->addWidget(m_hint);
    m_pages->addWidget(m_list);
    const auto go = [this](const QModelIndex& index) {
        const ReviewRow row = m_model->rows()[std::size_t(index.row())];
        emit frameRequested(row.frame, row.ids);
    };
    connect(m_list, &QListView::clicked, this, go);
    connect(m_list, &QListView::activated, this, go);
    return page;
}

QComboBox* ReviewPanel::createFilter()
{
    auto* filter = new QComboBox(this);
    const std::pair<QString, ReviewFilter> entries[] = {{tr("Need eyes, most needed first"), ReviewFilter::NeedsEyes},
                                                        {tr("Low confidence"), ReviewFilter::Confidence},
                                                        {tr("Odd cell counts"), ReviewFilter::Counts},
                                                        {tr("Overlap conflicts"), ReviewFilter::Overlap},
                                                        {tr("Odd sizes and shapes"), ReviewFilter::Shapes},
                                                        {tr("Picked at random"), ReviewFilter::Random},
                                                        {tr("All not reviewed"), ReviewFilter::ToDo},
                                                        {tr("Accepted"), ReviewFilter::Accepted},
                                                        {tr("Corrected"), ReviewFilter::Corrected},
                                                        {tr("Rejected"), ReviewFilter::Rejected}};
    for (const auto& [text, value] : entries) {
        if (value == ReviewFilter::Confidence || value == ReviewFilter::ToDo)
            filter->insertSeparator(filter->count());
        filter->addItem(text, int(value));
    }
    filter->setAccessibleName(tr("Which frames are listed"));
    filter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    filter->setMinimumContentsLength(12);
    return filter;
}

ReviewFilter ReviewPanel::filter() const
{
    return ReviewFilter(m_filter->currentData().toInt());
}

void ReviewPanel::setFilter(ReviewFilter filter)
{
    m_filter->setCurrentIndex(m_filter->findData(int(filter)));
}

void ReviewPanel::addTool(QAction& action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(&action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::NoFocus);
    m_tools->insertWidget(m_tools->count() - 1, button);
}

QString ReviewPanel::progressText() const
{
    return m_progress->text();
}

QString ReviewPanel::hint() const
{
    return m_pages->currentIndex() == 0 ? m_hint->text() : QString();
}

void ReviewPanel::follow(OpenStack* stack)
{
    if (m_stack)
        m_stack->disconnect(this);
    m_stack = stack;
    if (stack) {
        connect(stack, &OpenStack::indexChanged, this, &ReviewPanel::showCurrent);
        connect(stack, &OpenStack::annotationsChanged, this, [this](const annotation::ChangeEvent& event) {
            if (event.kind != annotation::ChangeKind::HistoryChanged)
                showProgress();
        });
    }
    m_queue->setStack(stack);
    refresh();
}

void ReviewPanel::refresh()
{
    const bool ofCells = !m_stack || annotation::sharedNameOf(m_stack->document()).empty();
    m_filter->setItemText(m_filter->findData(int(ReviewFilter::Counts)),
                          ofCells ? tr("Odd cell counts") : tr("Odd counts"));
    m_model->setRows(reviewRows(*m_queue, filter()));
    m_hint->setText(emptyText());
    m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    showProgress();
    showCurrent();
}

void ReviewPanel::showProgress()
{
    m_progress->setVisible(m_stack != nullptr);
    if (!m_stack)
        return;
    const QLocale locale;
    const ReviewProgress own = reviewProgressOf(*m_stack);
    QString text = tr("%1 / %2 accepted").arg(locale.toString(own.accepted), locale.toString(own.frames));
    if (own.corrected > 0)
        text += tr(", %n of them corrected", nullptr, own.corrected);
    if (own.rejected > 0)
        text += tr(", %n rejected", nullptr, own.rejected);
    if (m_workspace.stacks().size() > 1) {
        ReviewProgress all;
        for (const auto& stack : m_workspace.stacks())
            all += reviewProgressOf(*stack);
        text += u'\n' + tr("All open stacks: %1 / %2").arg(locale.toString(all.accepted), locale.toString(all.frames));
    }
    m_progress->setText(text);
}

void ReviewPanel::showCurrent()
{
    const int frame = m_stack ? m_stack->index().time : -1;
    m_model->setCurrentFrame(frame);
    const int row = m_model->rowOf(frame);
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row));
}

QString ReviewPanel::emptyText() const
{
    if (!m_stack)
        return tr("Open a stack first.");
    if (!m_queue->isUpToDate())
        return tr("Looking for frames that need eyes…");
    const annotation::StackDocument& document = m_stack->document();
    bool known = false, toDo = false;
    for (int time = 0; time < document.frameCount(); ++time) {
        const annotation::FrameAnnotation& frame = document.frame(time);
        const bool holdsSomething = frame.segmented || !frame.instances.empty();
        known = known || holdsSomething || frame.review != annotation::ReviewState::ToDo;
        toDo = toDo || (holdsSomething && frame.review == annotation::ReviewState::ToDo);
    }
    if (!known)
        return tr("Nothing to review yet. Segment the stack or draw the cells first.");
    if (filter() == ReviewFilter::NeedsEyes && toDo)
        return tr("Nothing calls for attention. “All not reviewed” lists what is left.");
    if (!toDo && (filter() <= ReviewFilter::ToDo))
        return tr("Every segmented frame of this stack is reviewed.");
    return tr("No frame of this kind.");
}

} // namespace blastoscope::ui
