// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

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

    /// `now` with what was changed here, and nothing else: the dialog leaves the window usable, so other properties may
    /// have been set meanwhile.
    StackProperties appliedTo(StackProperties now) const;

signals:
    void calibrateRequested();

private:
    void addFacts(QFormLayout& form, const OpenStack& stack);
    void addEntries(QFormLayout& form, const StackProperties& properties);
    std::optional<double> enteredT0() const;

    std::optional<double> m_t0Before; ///< as the field shows it
    int m_inseminationBefore = 0;
    QCheckBox* m_t0Known = nullptr;
    QDoubleSpinBox* m_t0 = nullptr;
    QComboBox* m_insemination = nullptr;
};

} // namespace blastoscope::ui
