// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;

namespace blastoscope::ui {

class AuditFilter;
class AuditTableModel;
class ProjectSession;

/// The audit trail of the open project: who did what, when; filtered, sorted, checked and written as CSV.
class AuditDialog : public QDialog {
    Q_OBJECT
public:
    explicit AuditDialog(ProjectSession& session, QWidget* parent = nullptr);

    AuditTableModel& model() { return *m_model; }
    AuditFilter& filter() { return *m_filter; }
    /// The sentence below the table.
    const QString& result() const { return m_said; }

    void refresh();
    void verify();
    /// May be called without a dialog for the file.
    void exportCsv(const QString& file);

signals:
    void exported(const QString& file);

private:
    QWidget* createFilters();
    QWidget* createTable();
    QWidget* createButtons();
    void fillFilters();
    void chooseFile();
    void say(const QString& text, bool warning = false);

    ProjectSession& m_session;
    AuditTableModel* m_model = nullptr;
    AuditFilter* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QComboBox* m_stack = nullptr;
    QSpinBox* m_frame = nullptr;
    QComboBox* m_person = nullptr;
    QLabel* m_icon = nullptr;
    QLabel* m_result = nullptr;
    QString m_said;
    QPushButton* m_verify = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace blastoscope::ui
