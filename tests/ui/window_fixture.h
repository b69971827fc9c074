// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QAction>
#include <QApplication>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/fake_segmenter.h"
#include "tests/ui/picture_stack.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/main_window.h"
#include "ui/shell/stack_view.h"
#include "ui/theme/theme.h"

/// A window with a model that sees two cells in every frame, a sample of three pictures, and its own settings and
/// folders.
class WindowFixture {
public:
    explicit WindowFixture(blastoscope::ui::TrainingServices training = {},
                           blastoscope::ui::FactoryServices factory = {},
                           decltype(blastoscope::ui::ShellServices::readLookJudge) readLookJudge = {})
    {
        using namespace blastoscope;
        QStandardPaths::setTestModeEnabled(true);
        settings = std::make_unique<ui::AppSettings>(folder.filePath(QStringLiteral("settings.ini")));
        theme = std::make_unique<ui::Theme>(*qApp);
        services.loadSegmenter = [behaviour = behaviour](const auto&, const auto&)
            -> base::Result<std::unique_ptr<inference::Segmenter>> {
            return std::make_unique<FakeSegmenter>(behaviour);
        };
        services.readModelInfo = [](const auto&) -> base::Result<inference::ModelInfo> {
            return inference::ModelInfo{"fake", "1", {}, {}, {}, {"blastomere"}, .5};
        };
        services.readLookJudge = std::move(readLookJudge);
        services.training = std::move(training);
        services.factory = std::move(factory);
        services.shippedModels = {QStringLiteral("/models/fake.safetensors")};
        services.samplePath = makePictureFolder(folder.path(), QStringLiteral("sample"), 3);
        services.dataFolder = folder.filePath(QStringLiteral("data"));
        services.cacheFolder = folder.filePath(QStringLiteral("cache"));
        makeWindow();
    }

    /// In place of the one before, as if the program was closed and started again.
    void makeWindow()
    {
        window.reset();
        window = std::make_unique<blastoscope::ui::MainWindow>(services, *settings, *theme);
        window->show();
        (void)QTest::qWaitForWindowActive(window.get());
    }

    /// Opens a stack and waits until it is shown.
    void open(const QString& path)
    {
        QSignalSpy shown(&window->view(), &blastoscope::ui::StackView::frameShown);
        window->open({path});
        QTRY_VERIFY(shown.count() >= 1);
    }
    /// A new folder of pictures, opened and shown.
    void openStack(const QString& name, int frames) { open(makePictureFolder(folder.path(), name, frames)); }
    void segmentAll()
    {
        QSignalSpy finished(&window->queue(), &blastoscope::ui::SegmentationQueue::finished);
        run("segment.stack");
        QTRY_COMPARE(finished.count(), 1);
        QTRY_VERIFY(!window->tracking().isBusy());
        QTRY_VERIFY(window->metrics()->isUpToDate());
    }
    void run(const char* id) const
    {
        QVERIFY2(action(id) && action(id)->isEnabled(), id);
        action(id)->trigger();
    }
    QAction* action(const char* id) const { return window->actions().action(QString::fromLatin1(id)); }
    blastoscope::ui::OpenStack& stack() const { return *window->workspace().current(); }

    QTemporaryDir folder;
    std::unique_ptr<blastoscope::ui::AppSettings> settings;
    std::unique_ptr<blastoscope::ui::Theme> theme;
    std::shared_ptr<FakeSegmenter::Behaviour> behaviour = std::make_shared<FakeSegmenter::Behaviour>();
    blastoscope::ui::ShellServices services; ///< of the next window
    std::unique_ptr<blastoscope::ui::MainWindow> window; ///< goes first
};
