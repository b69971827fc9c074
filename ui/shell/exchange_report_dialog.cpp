// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exchange_report_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/session/exchange_report_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

QLabel* wrapped(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(breakable(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

ExchangeReportDialog::ExchangeReportDialog(ExchangeResult result, QWidget* parent)
    : QDialog(parent), m_result(std::move(result))
{
    setWindowTitle(m_result.title);
    setProperty("helpPage", QStringLiteral("exchange"));
    const int unit = gridUnit(this);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit);
    layout->addWidget(wrapped(m_result.headline, this));
    if (m_result.report.lostPixels() > 0)
        layout->addWidget(createLoss());
    if (m_result.report.notes.empty()) {
        layout->addWidget(wrapped(tr("Nothing was left out or changed."), this));
        layout->addStretch(1);
    } else {
        layout->addWidget(createList(), 1);
    }

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    QPushButton* copy = buttons->addButton(tr("Co&py report"), QDialogButtonBox::ActionRole);
    copy->setIcon(icon(Icon::Copy));
    copy->setObjectName(QStringLiteral("copyReport"));
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(text()); });
    if (!m_result.folder.isEmpty()) {
        QPushButton* open = buttons->addButton(tr("&Show folder"), QDialogButtonBox::ActionRole);
        open->setIcon(icon(Icon::OpenFolder));
        connect(open, &QPushButton::clicked, this,
                [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_result.folder)); });
    }
    layout->addWidget(buttons);
    resize(unit * 80, m_result.report.notes.empty() ? sizeHint().height() : unit * 50);
}

QWidget* ExchangeReportDialog::createLoss()
{
    const QLocale locale;
    QLabel* loss =
        wrapped(tr("%1 px were lost, because objects that overlap cannot share a pixel in this format. “COCO” "
                   "and “Label image, one page per depth layer” keep them.")
                    .arg(locale.toString(qlonglong(m_result.report.lostPixels()))),
                this);
    QFont bold = font();
    bold.setBold(true);
    loss->setFont(bold);
    loss->setObjectName(QStringLiteral("lostPixels"));
    return loss;
}

QWidget* ExchangeReportDialog::createList()
{
    auto* list = new QTreeView(this);
    auto* model = new ExchangeReportModel(m_result.report, list);
    list->setModel(model);
    list->setUniformRowHeights(true);
    list->setFont(tabularFigures(font()));
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setTextElideMode(Qt::ElideMiddle);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(ExchangeReportModel::What, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(ExchangeReportModel::Count, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(ExchangeReportModel::Pixels, QHeaderView::ResizeToContents);
    list->setAccessibleName(tr("What was left out or changed"));
    return list;
}

QString ExchangeReportDialog::text() const
{
    const QString notes = reportText(m_result.report);
    return notes.isEmpty() ? m_result.headline : m_result.headline + u'\n' + notes;
}

ExchangeReportDialog* showExchangeReport(ExchangeResult result, QWidget* parent)
{
    auto* dialog = new ExchangeReportDialog(std::move(result), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

} // namespace blastoscope::ui
