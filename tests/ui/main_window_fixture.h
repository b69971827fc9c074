// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>

#include <QDockWidget>
#include <QMouseEvent>
#include <QTest>

#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/shell/choice_button.h"
#include "ui/shell/instances_panel.h"
#include "ui/shell/readout_panel.h"
#include "ui/shell/start_page.h"

/// For each test function anew: a window and a folder of six pictures that can be opened; its parts at hand.
class MainWindowFixture {
protected:
    using CanvasView = blastoscope::ui::CanvasView;

    void beginTest()
    {
        m_w = std::make_unique<WindowFixture>();
        m_stackPath = makePictureFolder(m_w->folder.path(), QStringLiteral("E-014"), 6);
    }
    void endTest() { m_w.reset(); }

    void openStack() { m_w->open(m_stackPath); }
    void segmentAll() { m_w->segmentAll(); }
    QAction* action(const char* id) const { return m_w->action(id); }
    void run(const char* id) const { m_w->run(id); }
    std::set<std::optional<int>> tracksIn(int time) const
    {
        std::set<std::optional<int>> tracks;
        for (const blastoscope::annotation::Instance& instance : stack()->document().frame(time).instances)
            tracks.insert(instance.trackId);
        return tracks;
    }
    CanvasView& canvas() const { return m_w->window->view().canvas(); }
    /// Image coordinates.
    void drawFromTo(const QPointF& from, const QPointF& to) const
    {
        const QPoint a = canvas().viewTransform().toView(from).toPoint();
        const QPoint b = canvas().viewTransform().toView(to).toPoint();
        QTest::mousePress(&canvas(), Qt::LeftButton, {}, a);
        QMouseEvent move(QEvent::MouseMove, b, canvas().mapToGlobal(b), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas(), &move);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, b);
    }
    blastoscope::ui::StartPage* startPage() const { return m_w->window->findChild<blastoscope::ui::StartPage*>(); }
    blastoscope::ui::ChoiceButton* choice(const char* name) const
    {
        return m_w->window->findChild<blastoscope::ui::ChoiceButton*>(QString::fromLatin1(name));
    }
    blastoscope::ui::InstancesPanel* instances() const
    {
        return m_w->window->findChild<blastoscope::ui::InstancesPanel*>();
    }
    blastoscope::ui::ReadoutPanel* readouts() const { return m_w->window->findChild<blastoscope::ui::ReadoutPanel*>(); }
    blastoscope::ui::OpenStack* stack() const { return m_w->window->workspace().current(); }
    static QDockWidget* dockOf(QWidget* content) { return qobject_cast<QDockWidget*>(content->parentWidget()); }

    std::unique_ptr<WindowFixture> m_w;
    QString m_stackPath;
};
