// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame_range_dialog.h"

namespace blastoscope::ui {

/// Asks which frames a model is to segment; who opened it hands them to the model when it is accepted.
class SegmentRangeDialog : public FrameRangeDialog {
    Q_OBJECT
public:
    explicit SegmentRangeDialog(OpenStack& stack, QWidget* parent = nullptr);

protected:
    Plan plan() const override;
    void perform(std::vector<int> frames) override;
};

} // namespace blastoscope::ui
