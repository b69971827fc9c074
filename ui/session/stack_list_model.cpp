// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stack_list_model.h"

#include <algorithm>

#include <QDir>

#include "ui/session/review_queue.h"

namespace blastoscope::ui {

namespace {

QString subtitleOf(const OpenStack& stack)
{
    if (stack.isMissing())
        return stack.reviewedFrames() > 0
                   ? StackListModel::tr("images missing · %n reviewed", nullptr, stack.reviewedFrames())
                   : StackListModel::tr("images missing");
    const ReviewProgress review = reviewProgressOf(stack);
    const int segmented = stack.segmentedFrames();
    if (review.accepted == 0)
        return StackListModel::tr("%1 of %2 segmented").arg(segmented).arg(stack.info().times);
    if (segmented < stack.info().times)
        return StackListModel::tr("%1 / %2 accepted · %3 segmented")
            .arg(review.accepted)
            .arg(review.frames)
            .arg(segmented);
    return StackListModel::tr("%1 / %2 accepted").arg(review.accepted).arg(review.frames);
}

} // namespace

StackListModel::StackListModel(Workspace& workspace, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace)
{
    connect(&workspace, &Workspace::stackAdded, this, [this](OpenStack* stack) {
        const int row = int(m_rows.size());
        beginInsertRows({}, row, row);
        m_rows.push_back(stack);
        endInsertRows();
        watch(stack);
    });
    connect(&workspace, &Workspace::stackClosed, this, [this](OpenStack* stack) {
        const QModelIndex index = indexOf(stack);
        beginRemoveRows({}, index.row(), index.row());
        m_rows.erase(m_rows.begin() + index.row());
        m_thumbnails.remove(stack->id());
        endRemoveRows();
    });
    for (const auto& stack : workspace.stacks()) {
        m_rows.push_back(stack.get());
        watch(stack.get());
    }
}

void StackListModel::watch(OpenStack* stack)
{
    connect(stack, &OpenStack::annotationsChanged, this, [this, stack] { changed(stack); });
    connect(stack, &OpenStack::imagesChanged, this, [this, stack] { changed(stack); });
}

void StackListModel::changed(const OpenStack* stack)
{
    if (const QModelIndex index = indexOf(stack); index.isValid())
        emit dataChanged(index, index);
}

QModelIndex StackListModel::indexOf(const OpenStack* stack) const
{
    const auto it = std::find(m_rows.begin(), m_rows.end(), stack);
    return it == m_rows.end() ? QModelIndex() : index(int(it - m_rows.begin()));
}

void StackListModel::setThumbnail(int stackId, const QImage& thumbnail)
{
    m_thumbnails.insert(stackId, thumbnail);
    changed(m_workspace.find(stackId));
}

int StackListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StackListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    OpenStack* stack = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return stack->name();
    case Qt::DecorationRole: return m_thumbnails.value(stack->id());
    case Qt::ToolTipRole: return QDir::toNativeSeparators(stack->path());
    case StackRole: return QVariant::fromValue(stack);
    case SubtitleRole: return subtitleOf(*stack);
    case ProgressRole: return double(stack->segmentedFrames()) / std::max(1, stack->info().times);
    case MissingRole: return stack->isMissing();
    default: return {};
    }
}

} // namespace blastoscope::ui
