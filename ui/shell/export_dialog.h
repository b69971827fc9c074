// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QDialog>

#include "ui/jobs/job.h"
#include "ui/session/annotation_export.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace blastoscope::ui {

class ExportRow;
class FolderField;

/// Writes annotations for other programs: which frames, in which format, with or without names, and where to.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(Workspace& workspace, const QString& lastFolder, QWidget* parent = nullptr);

    AnnotationExportChoices choices() const;
    void setChoices(const AnnotationExportChoices& choices);
    /// As the button does.
    void start();

public slots:
    void reject() override;

signals:
    /// Everything is written; the dialog closes.
    void exported(const QString& headline, const QString& folder, const blastoscope::formats::ExchangeReport& report);

private:
    void addEntries(QFormLayout& form, const QString& lastFolder);
    void fillFormats();
    void showState();
    /// What the chosen format cannot hold.
    QString formatHint() const;
    void finish(const formats::ExchangeReport& report);

    Workspace& m_workspace;
    std::unique_ptr<Job<formats::ExchangeReport>> m_job;
    QComboBox* m_stacks = nullptr;
    QComboBox* m_frames = nullptr;
    QComboBox* m_format = nullptr;
    QLabel* m_formatHint = nullptr;
    QCheckBox* m_keepNames = nullptr;
    FolderField* m_folder = nullptr;
    QLabel* m_state = nullptr;
    QString m_error;
    ExportRow* m_row = nullptr;
};

} // namespace blastoscope::ui
