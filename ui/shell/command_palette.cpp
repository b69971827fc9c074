// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/settings/action_catalog.h"
#include "ui/shell/command_delegate.h"
#include "ui/shell/command_list_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

namespace {

constexpr int kMostRows = 14;

} // namespace

CommandPalette::CommandPalette(const ActionCatalog& catalog, QWidget* parent)
    : QDialog(parent, Qt::Popup), m_catalog(catalog)
{
    setWindowTitle(tr("Commands"));
    m_model = new CommandListModel(this);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("commandSearch"));
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->addAction(icon(Icon::Find), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridUnit(this), gridUnit(this), gridUnit(this), gridUnit(this));
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->search(m_catalog, text);
        m_list->setCurrentIndex(m_model->index(0));
        fitHeight();
    });
    connect(m_list, &QListView::clicked, this, [this] { runSelected(); });
}

void CommandPalette::popUp()
{
    m_search->clear();
    m_model->search(m_catalog, QString());
    m_list->setCurrentIndex(m_model->index(0));
    const QWidget* window = parentWidget();
    const int width = qMin(gridUnit(this) * 72, window->width() * 9 / 10);
    resize(width, height());
    fitHeight();
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 10)));
    show();
    m_search->setFocus();
}

void CommandPalette::fitHeight()
{
    const int rows = qBound(1, m_model->rowCount(), kMostRows);
    const int row = qMax(gridUnit(this) * 4, m_list->sizeHintForRow(0));
    const QMargins margins = layout()->contentsMargins();
    const int list = qMin(rows * row + 2, parentWidget()->height() * 3 / 4);
    resize(width(), margins.top() + m_search->sizeHint().height() + layout()->spacing() + list + margins.bottom());
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int page = qMax(1, m_list->viewport()->height() / (gridUnit(this) * 4));
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down: moveSelection(1); return true;
    case Qt::Key_Up: moveSelection(-1); return true;
    case Qt::Key_PageDown: moveSelection(page); return true;
    case Qt::Key_PageUp: moveSelection(-page); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runSelected(); return true;
    default: return false;
    }
}

void CommandPalette::moveSelection(int step)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index(qBound(0, m_list->currentIndex().row() + step, rows - 1)));
}

void CommandPalette::runSelected()
{
    QAction* action = m_model->actionAt(m_list->currentIndex());
    if (!action)
        return;
    hide();
    // After this event, so that an action which opens a window of its own doesn't run inside the popup.
    QTimer::singleShot(0, action, &QAction::trigger);
}

} // namespace blastoscope::ui
