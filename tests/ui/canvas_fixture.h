// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QCoreApplication>
#include <QTest>
#include <QWheelEvent>

#include "tests/ui/frames.h"
#include "ui/canvas/canvas_view.h"

/// A canvas of 640 x 480 logical pixels that shows a grey picture of 200 x 200, for each test function anew.
class CanvasFixture {
protected:
    void showView()
    {
        m_view = std::make_unique<blastoscope::ui::CanvasView>();
        m_view->resize(640, 480);
        m_view->setImage(frames::gray(200, 100));
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    /// Where an image point is in the widget.
    QPoint at(double x, double y) const { return m_view->viewTransform().toView({x, y}).toPoint(); }
    QImage picture() const { return m_view->grab().toImage(); }

    void wheel(const QPoint& position, int delta, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(position, m_view->mapToGlobal(position), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &event);
    }

    static std::shared_ptr<const blastoscope::ui::FrameOverlay>
    overlayOf(const blastoscope::annotation::FrameAnnotation& frame)
    {
        using namespace blastoscope::ui;
        return std::make_shared<const FrameOverlay>(buildOverlay(frame, assignColors(frame)));
    }

    std::unique_ptr<blastoscope::ui::CanvasView> m_view;
};
