// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/job_row.h"

#include <utility>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/labels.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

JobRow::JobRow(QWidget* parent) : QWidget(parent)
{
    m_running = new QWidget(this);
    m_title = new QLabel(m_running);
    m_bar = new QProgressBar(m_running);
    m_bar->setTextVisible(false);
    m_cancel = new QPushButton(tr("Cancel"), m_running);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    connect(m_cancel, &QPushButton::clicked, this, &JobRow::cancel);
    auto* row = new QHBoxLayout(m_running);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    m_message = wrappedLabel({}, this);
    m_message->setObjectName(QStringLiteral("jobMessage"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_running);
    layout->addWidget(m_message);
    m_running->hide();
    m_message->hide();
    hide();
}

JobRow::~JobRow()
{
    m_job.reset(); // its last signals find the labels still there
}

void JobRow::follow(std::unique_ptr<JobBase> job)
{
    JobBase::abandon(std::exchange(m_job, std::move(job)), this);
    m_title->setText(m_job->title());
    m_bar->setRange(0, 0);
    m_cancel->setEnabled(true);
    m_running->show();
    showMessage({});
    show();
    connect(m_job.get(), &JobBase::progressed, this, &JobRow::showProgress);
    connect(m_job.get(), &JobBase::failed, this, &JobRow::showError);
    connect(m_job.get(), &JobBase::cancelled, this, [this] { showMessage(tr("Cancelled.")); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_running->hide();
        setVisible(!m_message->isHidden());
        emit busyChanged();
    });
}

void JobRow::cancel()
{
    if (!isBusy())
        return;
    m_cancel->setEnabled(false);
    m_job->cancel();
}

void JobRow::showProgress(const base::Progress& progress)
{
    m_bar->setRange(0, int(progress.total));
    m_bar->setValue(int(progress.done));
}

void JobRow::showMessage(const QString& text, const QString& detail)
{
    m_message->setText(breakable(text));
    m_message->setToolTip(detail);
    m_message->setVisible(!text.isEmpty());
    setVisible(!m_message->isHidden() || !m_running->isHidden());
}

void JobRow::showError(const base::Error& error)
{
    showMessage(QString::fromStdString(error.message), QString::fromStdString(error.detail));
}

QString JobRow::message() const
{
    return m_message->isHidden() ? QString() : m_message->text();
}

} // namespace blastoscope::ui
