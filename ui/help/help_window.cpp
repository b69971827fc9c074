// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_window.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/help/help_browser.h"
#include "ui/theme/icons.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

namespace {

constexpr int kIdRole = Qt::UserRole + 1;

} // namespace

HelpWindow::HelpWindow(HelpPages::KeysOf keysOf, QWidget* parent)
    : QWidget(parent, Qt::Window), m_pages(std::move(keysOf))
{
    setWindowTitle(tr("Blastoscope help"));
    const int unit = gridUnit(this);
    m_browser = new HelpBrowser(m_pages, this);
    auto* split = new QSplitter(this);
    split->addWidget(createSide());
    split->addWidget(m_browser);
    split->setStretchFactor(1, 1);
    split->setSizes({unit * 30, unit * 90});
    split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createBar());
    layout->addWidget(split, 1);
    resize(unit * 120, unit * 90);
    // QTextBrowser::source() is still the page before while this signal is sent.
    connect(m_browser, &QTextBrowser::sourceChanged, this,
            [this](const QUrl& url) { markCurrent(QFileInfo(url.path()).completeBaseName()); });
    fillList();
}

QToolBar* HelpWindow::createBar()
{
    auto* bar = new QToolBar(this);
    QAction* back = bar->addAction(icon(Icon::Previous), tr("Back"), m_browser, &QTextBrowser::backward);
    QAction* forward = bar->addAction(icon(Icon::Next), tr("Forward"), m_browser, &QTextBrowser::forward);
    back->setShortcut(QKeySequence::Back);
    forward->setShortcut(QKeySequence::Forward);
    bar->addAction(icon(Icon::First), tr("First page"), this, [this] { showPage(QStringLiteral("index")); });
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(m_browser, &QTextBrowser::backwardAvailable, back, &QAction::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, forward, &QAction::setEnabled);
    auto* close = new QAction(tr("Close"), this);
    close->setShortcut(Qt::Key_Escape);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    return bar;
}

QWidget* HelpWindow::createSide()
{
    const int unit = gridUnit(this);
    auto* side = new QWidget(this);
    m_search = new QLineEdit(side);
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Icon::Find), QLineEdit::LeadingPosition);
    m_list = new QListWidget(side);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("Pages"));
    m_nothing = wrappedLabel(tr("No page holds all these words."), side);
    m_nothing->setMargin(unit);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(unit, unit, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fillList);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            m_browser->showPage(item->data(kIdRole).toString());
    });
    return side;
}

void HelpWindow::showPage(const QString& id)
{
    m_browser->showPage(m_pages.contains(id) ? id : m_pages.pages().front().id);
    markCurrent(page());
    show();
    raise();
    activateWindow();
}

QString HelpWindow::page() const
{
    return m_browser->page();
}

void HelpWindow::search(const QString& words)
{
    m_search->setText(words);
}

void HelpWindow::fillList()
{
    {
        const QSignalBlocker quiet(m_list); // nothing is opened while the list is made
        m_list->clear();
        const auto add = [this](const QString& id, const QString& text, const QString& toolTip) {
            auto* item = new QListWidgetItem(text, m_list);
            item->setData(kIdRole, id);
            item->setToolTip(toolTip);
        };
        if (m_search->text().trimmed().isEmpty())
            for (const HelpPage& page : m_pages.pages())
                add(page.id, page.title, {});
        else
            for (const HelpHit& hit : m_pages.search(m_search->text()))
                add(hit.id, hit.title, QStringLiteral("… %1 …").arg(hit.excerpt));
    }
    m_nothing->setVisible(m_list->count() == 0);
    markCurrent(page());
}

void HelpWindow::markCurrent(const QString& id)
{
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentRow(-1);
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(kIdRole).toString() == id)
            m_list->setCurrentRow(row);
}

} // namespace blastoscope::ui
