// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/narrow_combo_box.h"

#include <QComboBox>

namespace blastoscope::ui {

QComboBox* narrowComboBox(const char* name, QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    return box;
}

} // namespace blastoscope::ui
