// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QObject>

namespace blastoscope::ui {

class ActionCatalog;
class InstancesPanel;
class ReadoutPanel;
class StackMetrics;
class StackView;

/// Keeps the list of blastomeres and the readouts on the frame that is on the canvas, and selection and hover the same
/// in list and canvas.
class FramePanels : public QObject {
    Q_OBJECT
public:
    /// `actions` tells the keys for the hints.
    FramePanels(StackView& view, InstancesPanel& instances, ReadoutPanel& readouts, const ActionCatalog& actions,
                QObject* parent = nullptr);

    /// Null while nothing is open.
    void setMetrics(const StackMetrics* metrics);

signals:
    /// Counted blastomeres of the frame; -1 = not known. `ownName`: what is counted when it is not blastomeres.
    void cellCountChanged(int cells, const std::string& ownName);

private:
    void connectSelection();
    void refresh();
    void showNothing(bool segmented);
    QString hint(bool segmented) const;

    StackView& m_view;
    InstancesPanel& m_instances;
    ReadoutPanel& m_readouts;
    const ActionCatalog& m_actions;
    const StackMetrics* m_metrics = nullptr;
};

} // namespace blastoscope::ui
