// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/frame_range_dialog.h"

class QComboBox;

namespace blastoscope::ui {

/// Gives many frames one verdict, and says how many of them were not on the screen.
class ReviewRangeDialog : public FrameRangeDialog {
    Q_OBJECT
public:
    explicit ReviewRangeDialog(OpenStack& stack, QWidget* parent = nullptr);

protected:
    Plan plan() const override;
    void perform(std::vector<int> frames) override;

private:
    annotation::ReviewState verdict() const;
    QStringList linesFor(const std::vector<int>& frames) const;

    QComboBox* m_verdict = nullptr;
};

} // namespace blastoscope::ui
