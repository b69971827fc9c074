// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/measurement_export_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/session/annotation_export.h"
#include "ui/session/core_texts.h"
#include "ui/session/measurement_export.h"
#include "ui/shell/export_row.h"
#include "ui/shell/folder_field.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

MeasurementExportDialog::MeasurementExportDialog(Workspace& workspace, measure::ModelRecord model,
                                                 const QString& lastFolder, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_model(std::move(model))
{
    setWindowTitle(tr("Export measurements"));
    setProperty("helpPage", QStringLiteral("measure"));
    const int unit = gridUnit(this);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit);
    auto* form = new QFormLayout;
    m_stacks = new QComboBox(this);
    m_stacks->addItem(tr("This stack"), false);
    m_stacks->addItem(tr("All open stacks"), true);
    form->addRow(tr("&Stacks:"), m_stacks);
    m_folder = new FolderField(tr("Export measurements into a folder"),
                               QDir(lastFolder).filePath(tr("measurements", "name of a folder")), this);
    form->addRow(tr("F&older:"), m_folder);
    layout->addLayout(form);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    layout->addStretch(1);
    m_row = new ExportRow(this);
    layout->addWidget(m_row);
    setMinimumWidth(unit * 68);

    connect(m_stacks, &QComboBox::currentIndexChanged, this, &MeasurementExportDialog::showState);
    connect(m_folder, &FolderField::changed, this, &MeasurementExportDialog::showState);
    connect(m_row, &ExportRow::startRequested, this, &MeasurementExportDialog::start);
    connect(m_row, &ExportRow::cancelRequested, this, &MeasurementExportDialog::reject);
    for (const auto change : {&Workspace::currentChanged, &Workspace::stackAdded, &Workspace::stackClosed})
        connect(&workspace, change, this, &MeasurementExportDialog::showState);
    showState();
}

QString MeasurementExportDialog::folder() const
{
    return m_folder->folder();
}

void MeasurementExportDialog::setFolder(const QString& folder)
{
    m_folder->setFolder(folder);
}

void MeasurementExportDialog::setAllStacks(bool all)
{
    m_stacks->setCurrentIndex(m_stacks->findData(all));
}

QString MeasurementExportDialog::stateText() const
{
    return m_state->text();
}

void MeasurementExportDialog::showState()
{
    const bool busy = m_job != nullptr;
    const auto stacks = stacksToExport(m_workspace, m_stacks->currentData().toBool());
    m_row->setBusy(busy);
    m_row->setReady(!busy && !stacks.empty() && !folder().isEmpty());
    for (QWidget* entry : std::initializer_list<QWidget*>{m_stacks, m_folder})
        entry->setEnabled(!busy);
    if (!m_error.isEmpty()) {
        m_state->setText(m_error);
        m_error.clear();
        return;
    }
    QString text = stacks.empty() ? tr("No stack is open.")
                                  : tr("The tables of %n stack(s) will be written.", nullptr, int(stacks.size()));
    const QStringList replaced = folder().isEmpty() ? QStringList() : measurementFilesIn(folder());
    if (!stacks.empty() && !replaced.isEmpty())
        text +=
            u' ' + tr("The folder already holds files that are replaced: %1.").arg(replaced.join(QStringLiteral(", ")));
    m_state->setText(text);
}

void MeasurementExportDialog::start()
{
    const auto stacks = stacksToExport(m_workspace, m_stacks->currentData().toBool());
    auto records = std::make_shared<std::vector<measure::StackRecord>>();
    for (const OpenStack* stack : stacks)
        records->push_back(recordOf(*stack));
    m_job =
        std::make_unique<Job<void>>(tr("Exporting measurements"),
                                    [records, folder = folder(), info = exportInfoOf(stacks, m_model)](
                                        const base::CancellationToken& cancel, const base::ProgressCallback& progress) {
                                        return writeMeasurements(folder, std::move(*records), info, cancel, progress);
                                    });
    m_job->onSuccess([this] {
        emit exported(folder());
        accept();
    });
    connect(m_job.get(), &JobBase::progressed, m_row, &ExportRow::showProgress);
    connect(m_job.get(), &JobBase::failed, this,
            [this](const base::Error& error) { m_error = inWindowLanguage(error.message); });
    connect(m_job.get(), &JobBase::cancelled, this, [this] { m_error = tr("Cancelled. Nothing was written."); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        showState();
    });
    m_job->start();
    showState();
}

void MeasurementExportDialog::reject()
{
    if (m_job)
        m_job->cancel(); // a second time closes the dialog
    else
        QDialog::reject();
}

} // namespace blastoscope::ui
