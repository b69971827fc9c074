// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame_range_dialog.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace blastoscope::ui {

/// Deletes objects of many frames: of one kind, where nobody reviewed, or those that the model is not sure of.
class RemoveRangeDialog : public FrameRangeDialog {
    Q_OBJECT
public:
    explicit RemoveRangeDialog(OpenStack& stack, QWidget* parent = nullptr);

protected:
    Plan plan() const override;
    void perform(std::vector<int> frames) override;

private:
    void createFields();
    annotation::RemovalChoice choice() const;

    QComboBox* m_kind = nullptr;
    QCheckBox* m_onlyToDo = nullptr;
    QCheckBox* m_below = nullptr;
    QSpinBox* m_percent = nullptr;
};

} // namespace blastoscope::ui
