// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <set>

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/fake_segmenter.h"
#include "tests/ui/picture_stack.h"
#include "ui/canvas/canvas_view.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/choice_button.h"
#include "ui/shell/instances_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/readout_panel.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/start_page.h"
#include "ui/theme/theme.h"

/// For each test function anew: a window with a model that sees two cells in every frame, and a folder of six pictures
/// that can be opened; its parts at hand.
class MainWindowFixture {
protected:
    using CanvasView = blastoscope::ui::CanvasView;

    void beginTest()
    {
        QStandardPaths::setTestModeEnabled(true);
        if (!m_theme)
            m_theme = std::make_unique<blastoscope::ui::Theme>(*qApp);
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<blastoscope::ui::AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        m_stackPath = makePictureFolder(m_folder->path(), QStringLiteral("E-014"), 6);
        makeWindow();
    }

    void endTest()
    {
        m_window.reset();
        m_settings.reset();
    }

    void makeWindow()
    {
        blastoscope::ui::ShellServices services;
        services.loadSegmenter = [behaviour = m_behaviour, fail = m_failToLoad](const auto&, const auto&)
            -> blastoscope::base::Result<std::unique_ptr<blastoscope::inference::Segmenter>> {
            if (fail)
                return blastoscope::base::fail(blastoscope::base::ErrorCode::Corrupt, "The weights are damaged.");
            return std::make_unique<FakeSegmenter>(behaviour);
        };
        services.readModelInfo = [](const auto&) -> blastoscope::base::Result<blastoscope::inference::ModelInfo> {
            return blastoscope::inference::ModelInfo{"fake", "1", {}, {}, {}, {"blastomere"}, .5};
        };
        services.shippedModels = {QStringLiteral("/models/fake.safetensors")};
        services.samplePath = makePictureFolder(m_folder->path(), QStringLiteral("sample"), 3);
        services.dataFolder = m_folder->filePath(QStringLiteral("data"));
        services.cacheFolder = m_folder->filePath(QStringLiteral("cache"));
        m_window = std::make_unique<blastoscope::ui::MainWindow>(services, *m_settings, *m_theme);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void openStack()
    {
        QSignalSpy shown(&m_window->view(), &blastoscope::ui::StackView::frameShown);
        m_window->open({m_stackPath});
        QTRY_VERIFY(shown.count() >= 1);
    }

    void segmentAll()
    {
        QSignalSpy finished(&m_window->queue(), &blastoscope::ui::SegmentationQueue::finished);
        run("segment.stack");
        QTRY_COMPARE(finished.count(), 1);
        QTRY_VERIFY(!m_window->tracking().isBusy());
        QTRY_VERIFY(m_window->metrics()->isUpToDate());
    }

    QAction* action(const char* id) const { return m_window->actions().action(QString::fromLatin1(id)); }
    void run(const char* id) const
    {
        QVERIFY2(action(id) && action(id)->isEnabled(), id);
        action(id)->trigger();
    }
    std::set<std::optional<int>> tracksIn(int time) const
    {
        std::set<std::optional<int>> tracks;
        for (const blastoscope::annotation::Instance& instance : stack()->document().frame(time).instances)
            tracks.insert(instance.trackId);
        return tracks;
    }
    CanvasView& canvas() const { return m_window->view().canvas(); }
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
    blastoscope::ui::StartPage* startPage() const { return m_window->findChild<blastoscope::ui::StartPage*>(); }
    blastoscope::ui::ChoiceButton* choice(const char* name) const
    {
        return m_window->findChild<blastoscope::ui::ChoiceButton*>(QString::fromLatin1(name));
    }
    blastoscope::ui::InstancesPanel* instances() const
    {
        return m_window->findChild<blastoscope::ui::InstancesPanel*>();
    }
    blastoscope::ui::ReadoutPanel* readouts() const { return m_window->findChild<blastoscope::ui::ReadoutPanel*>(); }
    blastoscope::ui::OpenStack* stack() const { return m_window->workspace().current(); }
    static QDockWidget* dockOf(QWidget* content) { return qobject_cast<QDockWidget*>(content->parentWidget()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<blastoscope::ui::Theme> m_theme;
    std::unique_ptr<blastoscope::ui::AppSettings> m_settings;
    std::shared_ptr<FakeSegmenter::Behaviour> m_behaviour;
    QString m_stackPath;
    bool m_failToLoad = false;
    std::unique_ptr<blastoscope::ui::MainWindow> m_window;
};
