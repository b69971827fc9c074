// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame_range_field.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>

#include "ui/shell/frame_field.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

FrameRangeField::FrameRangeField(int frameCount, QWidget* parent) : QWidget(parent)
{
    m_first = new FrameField(frameCount, this);
    m_last = new FrameField(frameCount, this);
    m_first->setObjectName(QStringLiteral("firstFrame"));
    m_last->setObjectName(QStringLiteral("lastFrame"));
    m_first->setAccessibleName(tr("First frame"));
    m_last->setAccessibleName(tr("Last frame"));
    for (FrameField* field : {m_first, m_last})
        connect(field, &FrameField::frameChanged, this, &FrameRangeField::rangeChanged);
    setFocusProxy(m_first);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridUnit(this));
    layout->addWidget(m_first);
    layout->addWidget(new QLabel(tr("to", "frames 12 to 48"), this));
    layout->addWidget(m_last);
    layout->addStretch();
}

annotation::FrameRange FrameRangeField::range() const
{
    const auto [first, last] = std::minmax({m_first->frame(), m_last->frame()});
    return {first, last};
}

void FrameRangeField::setRange(const annotation::FrameRange& range)
{
    m_first->setFrame(range.first);
    m_last->setFrame(range.last);
}

} // namespace blastoscope::ui
