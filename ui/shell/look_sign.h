// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QToolButton>

#include "core/inference/training_look.h"

namespace blastoscope::ui {

/// Says beside the model in the status bar that the frame looks unlike those that the model was trained on: in what,
/// and what helps. Hidden as long as it does not.
class LookSign : public QToolButton {
    Q_OBJECT
public:
    explicit LookSign(QWidget* parent = nullptr);

    /// None = nothing to say.
    void showDifferences(const std::vector<inference::LookDifference>& differences);
};

} // namespace blastoscope::ui
