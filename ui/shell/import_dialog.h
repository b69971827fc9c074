// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

#include "ui/models/import_preview_model.h"
#include "ui/session/annotation_import.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLayout;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace blastoscope::ui {

/// Chooses annotation files of other programs, shows for each picture what an import will do, and does it.
class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(Workspace& workspace, QString folder, QWidget* parent = nullptr);

    /// As if a person had chosen these files or folders.
    void read(const QStringList& paths);
    const AnnotationImport& import() const { return *m_import; }
    ImportPreviewModel& preview() const { return *m_preview; }

public slots:
    void reject() override;

signals:
    /// Everything that could be imported is; the dialog closes.
    void imported(const QString& headline, const blastoscope::formats::ExchangeReport& report);
    void folderUsed(const QString& folder);

private:
    QLayout* createSource();
    QLayout* createChoices();
    QWidget* createTable();
    QLayout* createBottom();
    void chooseFiles();
    void chooseFolder();
    void applyChoices();
    void showState();
    void showProgress(const base::Progress& progress);
    void showError(const base::Error& error);

    QString m_folder;
    AnnotationImport* m_import = nullptr;
    ImportPreviewModel* m_preview = nullptr;
    QLabel* m_source = nullptr;
    QCheckBox* m_replace = nullptr;
    QCheckBox* m_byOrder = nullptr;
    QCheckBox* m_keepReview = nullptr;
    QComboBox* m_otherClass = nullptr;
    QLabel* m_headline = nullptr;
    QTreeView* m_table = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace blastoscope::ui
