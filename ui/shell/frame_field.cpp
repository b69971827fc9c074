// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame_field.h"

#include <utility>

namespace blastoscope::ui {

FrameField::FrameField(int frameCount, QWidget* parent) : QSpinBox(parent)
{
    setRange(1, frameCount);
    connect(this, &QSpinBox::valueChanged, this, [this] {
        if (std::exchange(m_frame, frame()) != frame())
            emit frameChanged(frame());
    });
}

} // namespace blastoscope::ui
