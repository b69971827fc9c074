// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/annotation/frame_range.h"

namespace blastoscope::ui {

class FrameField;

/// "12 to 48": a range of frames. Either number may be the smaller one, so that none jumps while the other is typed.
class FrameRangeField : public QWidget {
    Q_OBJECT
public:
    explicit FrameRangeField(int frameCount, QWidget* parent = nullptr);

    annotation::FrameRange range() const;
    void setRange(const annotation::FrameRange& range);

signals:
    void rangeChanged();

private:
    FrameField* m_first = nullptr;
    FrameField* m_last = nullptr;
};

} // namespace blastoscope::ui
