// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QListView;

namespace blastoscope::ui {

class ActionCatalog;
class CommandListModel;

/// Finds and runs any action by a few letters of its name. Actions that cannot run at the moment are not offered.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(const ActionCatalog& catalog, QWidget* parent);

    /// Opens at the top of the parent, with an empty search.
    void popUp();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// No taller than what was found.
    void fitHeight();
    void moveSelection(int step);
    void runSelected();

    const ActionCatalog& m_catalog;
    CommandListModel* m_model = nullptr;
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
};

} // namespace blastoscope::ui
