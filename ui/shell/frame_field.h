// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

namespace blastoscope::ui {

/// The number of a frame, as people count: from 1.
class FrameField : public QSpinBox {
    Q_OBJECT
public:
    explicit FrameField(int frameCount, QWidget* parent = nullptr);

    /// From 0, as everywhere else in the program.
    int frame() const { return value() - 1; }
    void setFrame(int frame) { setValue(frame + 1); }

signals:
    /// Another one than before. Return in the field says a number again, and then presses the button of the dialog.
    void frameChanged(int frame);

private:
    int m_frame = 0;
};

} // namespace blastoscope::ui
