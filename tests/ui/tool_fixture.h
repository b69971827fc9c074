// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QSignalSpy>
#include <QTest>

#include "tests/ui/frames.h"
#include "ui/canvas/canvas_view.h"
#include "ui/tools/edit_tool.h"

/// A canvas with a document of two frames of 200 x 200 pixels, of which it shows the first and all that happens to it.
class ToolFixture {
public:
    /// Two discs that overlap around the middle: id 1 on the left, id 2 on the right.
    ToolFixture() : editor(view), document(2, 200, 200)
    {
        view.resize(640, 480);
        view.setImage(frames::gray(200, 100));
        view.show();
        [[maybe_unused]] const bool exposed = QTest::qWaitForWindowExposed(&view);
        Q_ASSERT(exposed);
        std::vector<blastoscope::annotation::FrameAnnotation> content = {frames::pair({{1, 2}}), {}};
        [[maybe_unused]] const bool loaded = document.load(content).has_value();
        Q_ASSERT(loaded);
        m_connection = document.subscribe([this](const auto&) {
            if (followsDocument)
                showDocument();
        });
        showDocument();
        editor.setFrame(&document, 0);
    }

    void showDocument()
    {
        const auto& frame = document.frame(0);
        using namespace blastoscope::ui;
        view.setOverlay(std::make_shared<const FrameOverlay>(buildOverlay(frame, assignColors(frame))));
    }

    template<typename Tool, typename... Arguments>
    Tool& use(Arguments&&... arguments)
    {
        auto tool = std::make_unique<Tool>(view, editor, std::forward<Arguments>(arguments)...);
        Tool& made = *tool;
        view.setTool(std::move(tool));
        return made;
    }

    QPoint at(double x, double y) const { return view.viewTransform().toView({x, y}).toPoint(); }
    /// Where the image point is that a mouse event at at(x, y) means.
    blastoscope::base::Point point(double x, double y) const
    {
        const QPointF p = view.viewTransform().toImage(at(x, y));
        return {p.x(), p.y()};
    }

    void press(double x, double y, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(&view, Qt::LeftButton, modifiers, at(x, y));
    }
    /// With the button held.
    void drag(double x, double y, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QMouseEvent event(QEvent::MouseMove, at(x, y), view.mapToGlobal(at(x, y)), Qt::NoButton, Qt::LeftButton,
                          modifiers);
        QCoreApplication::sendEvent(&view, &event);
    }
    void hover(double x, double y) { frames::hover(view, at(x, y)); }
    void release(double x, double y) { QTest::mouseRelease(&view, Qt::LeftButton, Qt::NoModifier, at(x, y)); }
    void click(double x, double y, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        press(x, y, modifiers);
        QTest::mouseRelease(&view, Qt::LeftButton, modifiers, at(x, y));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&view, key, modifiers); }

    const blastoscope::masks::RleMask& shape(int id) const { return document.frame(0).find(id)->amodal; }
    std::size_t count() const { return document.frame(0).instances.size(); }
    void lock(int id) { setFlag(id, &blastoscope::annotation::InstanceAttributes::locked); }
    void hide(int id) { setFlag(id, &blastoscope::annotation::InstanceAttributes::hidden); }
    /// What a model found in the first frame.
    void segment(const std::vector<blastoscope::masks::RleMask>& shapes)
    {
        blastoscope::annotation::SegmentedFrame found;
        for (const auto& shape : shapes)
            found.instances.push_back(frames::cell(int(found.instances.size()) + 1, shape));
        [[maybe_unused]] const bool applied =
            document
                .applySegmentation(0, found, blastoscope::annotation::ReplacePolicy::KeepReviewed, document.newRun())
                .has_value();
        Q_ASSERT(applied);
    }

    blastoscope::ui::CanvasView view;
    blastoscope::ui::FrameEditor editor;
    blastoscope::annotation::StackDocument document;
    bool followsDocument = true; ///< false: as while the silhouettes are still being traced

private:
    void setFlag(int id, bool blastoscope::annotation::InstanceAttributes::*flag)
    {
        auto attributes = attributesOf(*document.frame(0).find(id));
        attributes.*flag = true;
        [[maybe_unused]] const bool set = document.setAttributes(0, id, attributes).has_value();
        Q_ASSERT(set);
    }

    blastoscope::annotation::Connection m_connection;
};
