// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QPointer>
#include <QWidget>

#include "ui/session/review_queue.h"
#include "ui/session/review_rows.h"

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QListView;
class QStackedLayout;

namespace blastoscope::ui {

class Workspace;

/// How far the review is, and the frames that need eyes, in that order; a click goes to the frame.
class ReviewPanel : public QWidget {
    Q_OBJECT
public:
    explicit ReviewPanel(Workspace& workspace, QWidget* parent = nullptr);

    ReviewQueue& queue() { return *m_queue; }
    ReviewListModel& model() { return *m_model; }
    ReviewFilter filter() const;
    void setFilter(ReviewFilter filter);
    /// A button below the list.
    void addTool(QAction& action);
    QString progressText() const;
    /// What stands in place of an empty list.
    QString hint() const;

signals:
    /// `ids`: what the reason is about.
    void frameRequested(int frame, const std::vector<int>& ids);

private:
    QWidget* createList();
    QComboBox* createFilter();
    void follow(OpenStack* stack);
    void refresh();
    void showProgress();
    void showCurrent();
    QString emptyText() const;

    Workspace& m_workspace;
    ReviewQueue* m_queue = nullptr;
    ReviewListModel* m_model = nullptr;
    QPointer<OpenStack> m_stack;
    QLabel* m_progress = nullptr;
    QComboBox* m_filter = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_hint = nullptr;
    QStackedLayout* m_pages = nullptr;
    QHBoxLayout* m_tools = nullptr;
};

} // namespace blastoscope::ui
