// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_row.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

#include "core/base/progress.h"

namespace blastoscope::ui {

ExportRow::ExportRow(QWidget* parent) : QWidget(parent)
{
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("startExport"));
    connect(m_start, &QPushButton::clicked, this, &ExportRow::startRequested);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportRow::cancelRequested);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_progress, 1);
    layout->addWidget(buttons);
}

void ExportRow::setBusy(bool busy)
{
    if (busy && !m_progress->isVisibleTo(this))
        m_progress->setRange(0, 0);
    m_progress->setVisible(busy);
}

void ExportRow::setReady(bool ready)
{
    m_start->setEnabled(ready);
}

void ExportRow::showProgress(const base::Progress& progress)
{
    m_progress->setRange(0, int(progress.total));
    m_progress->setValue(int(progress.done));
}

} // namespace blastoscope::ui
