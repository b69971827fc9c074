// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QCoreApplication>
#include <QImage>
#include <QMouseEvent>
#include <QWidget>

#include "core/annotation/instance.h"
#include "tests/support/shapes.h"

/// Small frames with discs, for tests of what is painted.
namespace frames {

inline blastoscope::masks::RleMask disc(int size, double x, double y, double radius)
{
    return blastoscope::tests::disc(size, size, x, y, radius);
}

inline blastoscope::annotation::Instance cell(int id, blastoscope::masks::RleMask mask)
{
    blastoscope::annotation::Instance instance;
    instance.id = id;
    instance.amodal = std::move(mask);
    instance.score = 0.9;
    return instance;
}

inline blastoscope::annotation::FrameAnnotation frame(int size, std::vector<blastoscope::annotation::Instance> cells,
                                                      std::vector<blastoscope::annotation::DepthRelation> order = {})
{
    blastoscope::annotation::FrameAnnotation frame;
    frame.width = frame.height = size;
    frame.instances = std::move(cells);
    frame.order = std::move(order);
    frame.segmented = true;
    return frame;
}

/// Two discs side by side that overlap around the middle; the left one has id 1, the right one id 2.
inline blastoscope::annotation::FrameAnnotation pair(std::vector<blastoscope::annotation::DepthRelation> order = {})
{
    return frame(200, {cell(1, disc(200, 75, 100, 45)), cell(2, disc(200, 125, 100, 45))}, std::move(order));
}

inline QImage gray(int size, int value)
{
    QImage image(size, size, QImage::Format_Grayscale8);
    image.fill(value);
    return image;
}

/// Moves the cursor without a button. QTest::mouseMove goes through the cursor of the system and sends nothing when it
/// happens to be there already.
inline void hover(QWidget& widget, const QPoint& position)
{
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace frames
