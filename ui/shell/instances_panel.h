// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/models/instance_list_model.h"

class QLabel;
class QStackedLayout;
class QTreeView;

namespace blastoscope::ui {

/// The list of what is on the canvas; selection and hover go both ways.
class InstancesPanel : public QWidget {
    Q_OBJECT
public:
    explicit InstancesPanel(QWidget* parent = nullptr);

    InstanceListModel& model() { return *m_model; }
    void setRows(std::vector<InstanceRow> rows);
    /// What an empty list says.
    void setHint(const QString& hint);

public slots:
    void select(const std::vector<int>& ids);

signals:
    /// In the order in which they were selected.
    void selectionChanged(const std::vector<int>& ids);
    void hovered(std::optional<int> id);
    /// For what is selected; the row under the cursor is.
    void menuRequested(const QPoint& globalPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteSelection();

    std::vector<int> m_selected;
    InstanceListModel* m_model = nullptr;
    QTreeView* m_view = nullptr;
    QLabel* m_hint = nullptr;
    QStackedLayout* m_pages = nullptr;
};

} // namespace blastoscope::ui
