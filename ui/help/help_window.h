// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/help/help_pages.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QToolBar;

namespace blastoscope::ui {

class HelpBrowser;

/// The help in a window of its own: contents and search on the left, the page on the right.
class HelpWindow : public QWidget {
    Q_OBJECT
public:
    explicit HelpWindow(HelpPages::KeysOf keysOf, QWidget* parent = nullptr);

    /// Shows a page and comes to the front; an unknown page is the first one.
    void showPage(const QString& id);
    QString page() const;
    HelpBrowser& browser() { return *m_browser; }
    const HelpPages& pages() const { return m_pages; }
    void search(const QString& words);

private:
    QWidget* createSide();
    QToolBar* createBar();
    void fillList();
    void markCurrent(const QString& id);

    HelpPages m_pages;
    QLineEdit* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_nothing = nullptr;
    HelpBrowser* m_browser = nullptr;
};

} // namespace blastoscope::ui
