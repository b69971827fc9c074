// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include "ui/session/stack_list_model.h"

class QHBoxLayout;
class QListView;

namespace blastoscope::ui {

/// A small picture, the name, how far the stack is and a thin bar.
class StackDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The open stacks; the selected one is on the canvas.
class StacksPanel : public QWidget {
    Q_OBJECT
public:
    StacksPanel(Workspace& workspace, QWidget* parent = nullptr);

    StackListModel& model() { return *m_model; }
    /// A button below the list.
    void addTool(QAction& action);
    /// An entry of the menu of a stack, which is the current one then.
    void addMenuEntry(QAction& action) { m_entries.append(&action); }

signals:
    void closeRequested(blastoscope::ui::OpenStack* stack);
    void propertiesRequested(blastoscope::ui::OpenStack* stack);

private:
    void showMenu(const QPoint& position);

    Workspace& m_workspace;
    StackListModel* m_model = nullptr;
    QListView* m_view = nullptr;
    QHBoxLayout* m_tools = nullptr;
    QList<QAction*> m_entries;
};

} // namespace blastoscope::ui
