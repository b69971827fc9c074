// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "core/measure/export.h"
#include "ui/jobs/job.h"
#include "ui/session/workspace.h"

class QComboBox;
class QLabel;

namespace blastoscope::ui {

class ExportRow;
class FolderField;

/// Writes the tables of the current stack or of all open ones, and says before which files that replaces.
class MeasurementExportDialog : public QDialog {
    Q_OBJECT
public:
    MeasurementExportDialog(Workspace& workspace, measure::ModelRecord model, const QString& lastFolder,
                            QWidget* parent = nullptr);

    QString folder() const;
    void setFolder(const QString& folder);
    void setAllStacks(bool all);
    /// What an export would do now, or why the last one failed.
    QString stateText() const;
    /// As the button does.
    void start();

public slots:
    void reject() override;

signals:
    /// Everything is written; the dialog closes.
    void exported(const QString& folder);

private:
    void showState();

    Workspace& m_workspace;
    measure::ModelRecord m_model;
    std::unique_ptr<Job<void>> m_job;
    QComboBox* m_stacks = nullptr;
    FolderField* m_folder = nullptr;
    QLabel* m_state = nullptr;
    QString m_error;
    ExportRow* m_row = nullptr;
};

} // namespace blastoscope::ui
