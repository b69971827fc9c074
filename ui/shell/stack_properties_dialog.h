// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/session/open_stack.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace blastoscope::ui {

/// What is known about a stack: what its files say, and what only a person can say (time of insemination, method).
class StackPropertiesDialog : public QDialog {
    Q_OBJECT
public:
    StackPropertiesDialog(const OpenStack& stack, QWidget* parent = nullptr);

    /// The stack's properties with what was entered.
    StackProperties properties() const;

signals:
    void calibrateRequested();

private:
    void addFacts(QFormLayout& form, const OpenStack& stack);
    void addEntries(QFormLayout& form);

    StackProperties m_before;
    QCheckBox* m_t0Known = nullptr;
    QDoubleSpinBox* m_t0 = nullptr;
    QComboBox* m_insemination = nullptr;
};

} // namespace blastoscope::ui
