// SPDX-License-Identifier: GPL-3.0-or-later
// What goes on while stacks and models come and go.
#include <QElapsedTimer>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QSemaphore>

#include "tests/ui/window_fixture.h"
#include "ui/shell/model_picker.h"
#include "ui/shell/stacks_panel.h"
#include "ui/shell/train_commands.h"
#include "ui/training/models_panel.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class WindowLifetimeTest : public QObject {
    Q_OBJECT

private slots:
    void closingAnotherStackLeavesTheFrameEditable()
    {
        WindowFixture w;
        w.openStack(QStringLiteral("E-001"), 2);
        OpenStack* first = &w.stack();
        w.openStack(QStringLiteral("E-002"), 2);
        QTRY_VERIFY(&w.stack() != first && w.action("edit.newObject")->isEnabled());
        w.window->workspace().close(first);
        QVERIFY(w.action("edit.newObject")->isEnabled());
        w.window->workspace().close(&w.stack());
        QVERIFY(!w.action("edit.newObject")->isEnabled());
    }

    void theMenuOfAStackMayOutliveIt()
    {
        WindowFixture w;
        w.openStack(QStringLiteral("E-001"), 2);
        auto* panel = w.window->findChild<StacksPanel*>();
        auto* list = panel->findChild<QListView*>();
        emit list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).topLeft() + QPoint(4, 4));
        const QPointer menu = panel->findChild<QMenu*>();
        QVERIFY(menu && menu->isVisible());
        QSignalSpy properties(panel, &StacksPanel::propertiesRequested);
        QSignalSpy close(panel, &StacksPanel::closeRequested);
        w.window->workspace().close(&w.stack());
        menu->actions().at(0)->trigger();
        menu->actions().at(1)->trigger();
        QCOMPARE(properties.count() + close.count(), 0);
        menu->close();
        QTRY_VERIFY(!menu);
    }

    void smallPicturesDoNotKeepTheImages()
    {
        WindowFixture w;
        w.openStack(QStringLiteral("E-001"), 2);
        QTRY_VERIFY(w.stack().findChildren<JobBase*>().isEmpty());
    }

    void choosingAnotherModelDoesNotWaitForTheHeaderOfTheFirst()
    {
        const auto entered = std::make_shared<QSemaphore>(), goOn = std::make_shared<QSemaphore>();
        const ModelPicker::InfoReader read = [entered, goOn](const std::filesystem::path& file) {
            entered->release();
            if (file.stem() == "a")
                (void)goOn->tryAcquire(1, 10000);
            const inference::ModelInfo info{file.stem().string(), "1", {}, {}, {}, {"blastomere"}, .5};
            return base::Result<inference::ModelInfo>(info);
        };
        ModelPicker picker({}, read);
        QElapsedTimer clock;
        clock.start();
        picker.setModelPath(QStringLiteral("/models/a.safetensors"));
        QVERIFY(entered->tryAcquire(1, 5000));
        picker.setModelPath(QStringLiteral("/models/b.safetensors"));
        QVERIFY(clock.elapsed() < 8000);
        QTRY_VERIFY2(picker.text().startsWith(QStringLiteral("b v1")), qPrintable(picker.text()));
        goOn->release();
        QTRY_VERIFY(picker.findChildren<JobBase*>().isEmpty());
        QVERIFY2(picker.text().startsWith(QStringLiteral("b v1")), qPrintable(picker.text()));
    }

    void aSecondWishForAModelDoesNotWaitForTheFirst()
    {
        const auto entered = std::make_shared<QSemaphore>(), goOn = std::make_shared<QSemaphore>();
        TrainingServices training;
        training.checkModel = [entered, goOn](const std::filesystem::path&) -> base::Status {
            entered->release();
            (void)goOn->tryAcquire(1, 10000);
            return {};
        };
        WindowFixture w(training);
        auto* panel = w.window->findChild<ModelsPanel*>();
        auto* commands = w.window->findChild<TrainCommands*>();
        QSignalSpy chosen(commands, &TrainCommands::modelChosen);
        QElapsedTimer clock;
        clock.start();
        emit panel->makeDefaultRequested(QStringLiteral("/models/a.safetensors"));
        QVERIFY(entered->tryAcquire(1, 5000));
        emit panel->makeDefaultRequested(QStringLiteral("/models/b.safetensors"));
        QVERIFY(clock.elapsed() < 8000);
        goOn->release(2);
        QTRY_VERIFY(commands->findChildren<JobBase*>(Qt::FindDirectChildrenOnly).isEmpty());
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("/models/b.safetensors"));
    }
};

QTEST_MAIN(WindowLifetimeTest)
#include "tst_window_lifetime.moc"
