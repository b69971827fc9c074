// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace blastoscope::ui {

/// Says what is lost when a stack is removed from its project, and asks why, for the audit trail.
class RemoveStackDialog : public QDialog {
    Q_OBJECT
public:
    explicit RemoveStackDialog(const QString& stack, QWidget* parent = nullptr);

    QString reason() const;

private:
    QLineEdit* m_reason = nullptr;
};

} // namespace blastoscope::ui
