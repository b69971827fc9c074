// SPDX-License-Identifier: GPL-3.0-or-later
// Opening, the arrangement of the window, its actions and keys.
#include <QApplication>
#include <QDockWidget>
#include <QDropEvent>
#include <QMenuBar>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QStatusBar>

#include "tests/ui/frames.h"
#include "tests/ui/main_window_fixture.h"
#include "ui/session/annotation_file.h"
#include "ui/settings/key_presets.h"
#include "ui/shell/import_dialog.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/tool_strip.h"
#include "ui/theme/palette.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class MainWindowTest : public QObject, private MainWindowFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void theStartPageOffersWhatCanBeOpened()
    {
        QVERIFY(startPage()->isVisible());
        QVERIFY(choice("openChoice")->isEnabled());
        QVERIFY(choice("sampleChoice")->isEnabled());
        QVERIFY(!choice("recentChoice")->isEnabled());
        for (const QDockWidget* dock : m_w->window->findChildren<QDockWidget*>())
            QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
    }

    void anOpenedFolderIsShownAndRemembered()
    {
        openStack();
        QVERIFY(!startPage()->isVisible());
        QVERIFY(m_w->window->view().canvas().isVisible());
        QCOMPARE(m_w->window->view().canvas().image().size(), QSize(120, 120));
        QVERIFY(m_w->window->windowTitle().startsWith(QStringLiteral("E-014")));
        QCOMPARE(m_w->settings->recentStacks(), QStringList{m_stackPath});
        run("file.close");
        QTRY_VERIFY(startPage()->isVisible());
        QVERIFY(choice("recentChoice")->isEnabled());
        choice("recentChoice")->click();
        QTRY_VERIFY(m_w->window->workspace().current());
    }

    void theSampleOpensWithOneClick()
    {
        choice("sampleChoice")->click();
        QTRY_VERIFY(m_w->window->workspace().current());
        QCOMPARE(m_w->window->workspace().current()->name(), QStringLiteral("sample"));
    }

    void whatCannotBeOpenedIsSaidWithoutADialog()
    {
        m_w->window->open({m_w->folder.filePath(QStringLiteral("missing"))});
        QTRY_COMPARE(m_w->window->messages().texts().size(), 1);
        QVERIFY(!QApplication::activeModalWidget());
    }

    void droppedFoldersAreOpened()
    {
        drop(m_stackPath);
        QTRY_VERIFY(m_w->window->workspace().current());
        QCOMPARE(m_w->window->workspace().current()->path(), m_stackPath);
    }

    void droppedAnnotationsAreAnImportWhereWorkCouldBeLost()
    {
        openStack();
        const auto objects = [this](int time) { return stack()->document().frame(time).instances.size(); };
        addCell(2);
        addCell(4);
        const QString file = m_w->folder.filePath(QStringLiteral("a.json"));
        QVERIFY(writeAnnotations(snapshotOf(*stack()), file));
        QVERIFY(stack()->document().clearFrame(4));
        drop(file);
        const QPointer<ImportDialog> dialog = m_w->window->findChild<ImportDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QTRY_VERIFY(dialog->import().isReady());
        QCOMPARE(objects(4), std::size_t(0)); // nobody said yes
        dialog->findChild<QPushButton*>(QStringLiteral("startImport"))->click();
        QTRY_COMPARE(objects(4), std::size_t(1));
        QCOMPARE(objects(2), std::size_t(1));
        QCOMPARE(stack()->document().frame(2).instances[0].origin, annotation::Origin::Drawn);
        QTRY_VERIFY(!dialog); // it is done
        run("edit.undo");
        QCOMPARE(objects(4), std::size_t(0));
        run("edit.undo"); // of what was done before
        QCOMPARE(objects(4), std::size_t(1));
    }

    void droppedAnnotationsAreOpenedWhereThereAreNone()
    {
        openStack();
        addCell(4);
        const QString file = m_w->folder.filePath(QStringLiteral("a.json"));
        QVERIFY(writeAnnotations(snapshotOf(*stack()), file));
        m_w->window->open({makePictureFolder(m_w->folder.path(), QStringLiteral("E-015"), 6)});
        QTRY_COMPARE(stack()->name(), QStringLiteral("E-015"));
        drop(file);
        QTRY_COMPARE(stack()->document().frame(4).instances.size(), std::size_t(1));
        QVERIFY(!m_w->window->findChild<ImportDialog*>());
    }

    void theLookChangesAtOnceAndIsRemembered()
    {
        run("view.themeDark");
        QTRY_VERIFY(isDark(m_w->window->palette()));
        QCOMPARE(m_w->settings->themeMode(), ThemeMode::Dark);
        run("view.themeLight");
        QTRY_VERIFY(!isDark(m_w->window->palette()));
    }

    void fullViewLeavesOnlyTheEmbryo()
    {
        openStack();
        QAction* full = action("view.fullView");
        full->trigger();
        QVERIFY(!dockOf(instances())->isVisible());
        QVERIFY(!m_w->window->statusBar()->isVisible());
        full->trigger();
        QTRY_VERIFY(dockOf(instances())->isVisible());
        QVERIFY(m_w->window->statusBar()->isVisible());
    }

    void fullViewEndsOnTheStartPage()
    {
        openStack();
        QAction* full = action("view.fullView");
        full->trigger();
        run("file.close");
        QTRY_VERIFY(startPage()->isVisible());
        QVERIFY(!full->isChecked() && !full->isEnabled());
        QVERIFY(!m_w->window->isFullScreen());
        QVERIFY(m_w->window->menuBar()->isVisible() && m_w->window->statusBar()->isVisible());
        openStack();
        QVERIFY(full->isEnabled());
        QTRY_VERIFY(dockOf(instances())->isVisible());
    }

    void theNextWindowIsNotInFullView()
    {
        openStack();
        run("view.fullView");
        run("file.quit");
        QTRY_VERIFY(!m_w->window->isVisible());
        m_w->makeWindow();
        QVERIFY(!m_w->window->isFullScreen());
        openStack();
        QTRY_VERIFY(dockOf(instances())->isVisible());
        QVERIFY(m_w->window->statusBar()->isVisible());
    }

    void noTwoActionsShareAKey()
    {
        const auto conflicts = ActionCatalog::conflictsIn(m_w->window->actions().keys());
        QVERIFY2(conflicts.empty(),
                 conflicts.empty() ? "" : qPrintable(conflicts.front().firstId + " and " + conflicts.front().secondId));
    }

    void noPresetGivesTwoActionsTheSameKey()
    {
        for (const KeyPreset& preset : keyPresets()) {
            for (const QString& id : preset.changed.keys())
                QVERIFY2(m_w->window->actions().find(id), qPrintable(id));
            QMap<QString, QList<QKeySequence>> keys;
            for (const ActionCatalog::Entry& entry : m_w->window->actions().entries())
                keys[entry.id] = preset.changed.value(entry.id, entry.defaultKeys);
            const auto conflicts = ActionCatalog::conflictsIn(keys);
            QVERIFY2(conflicts.empty(), conflicts.empty() ? "" : qPrintable(conflicts.front().firstId + " and "
                                                                            + conflicts.front().secondId));
        }
    }

    void keysStepThroughTheFramesWhereverTheFocusIs()
    {
        openStack();
        for (QWidget* focused : {static_cast<QWidget*>(&canvas()), static_cast<QWidget*>(instances())}) {
            focused->setFocus();
            QTest::keyClick(focused, Qt::Key_Right);
            QTRY_COMPARE(stack()->index().time, 1);
            QTRY_VERIFY(action("view.previousFrame")->isEnabled());
            QTest::keyClick(focused, Qt::Key_A);
            QTRY_COMPARE(stack()->index().time, 0);
            QTRY_VERIFY(!action("view.previousFrame")->isEnabled());
        }
    }

    void heldKeysStepThroughFramesButJudgeAndSegmentOnce()
    {
        for (const ActionCatalog::Entry& entry : m_w->window->actions().entries()) {
            if (entry.id.startsWith(QStringLiteral("review.")) || entry.id.startsWith(QStringLiteral("segment.")))
                QVERIFY2(!entry.action->autoRepeat(), qPrintable(entry.id));
        }
        for (const char* id : {"view.nextFrame", "view.previousFrame", "edit.undo", "tool.largerBrush"})
            QVERIFY2(action(id)->autoRepeat(), id);
    }

    void everyActionHasANameAndNoneIsDeadForever()
    {
        openStack();
        segmentAll();
        emit instances()->selectionChanged({instances()->model().rows()[0].id});
        run("edit.undo");
        run("edit.redo");
        run("edit.clearFrame");
        run("edit.undo");
        const QStringList onlyInOtherStates = {QStringLiteral("file.locateImages"),
                                               QStringLiteral("segment.cancel"),
                                               QStringLiteral("segment.continueTrack"),
                                               QStringLiteral("segment.startTrack"),
                                               QStringLiteral("edit.redo"),
                                               QStringLiteral("view.planeUp"),
                                               QStringLiteral("view.planeDown")};
        for (const ActionCatalog::Entry& entry : m_w->window->actions().entries()) {
            QVERIFY2(!plainText(*entry.action).isEmpty(), qPrintable(entry.id));
            if (entry.id.startsWith(QStringLiteral("edit.")) || entry.id.startsWith(QStringLiteral("view.previous")) ||
                entry.id.startsWith(QStringLiteral("view.first")) || onlyInOtherStates.contains(entry.id))
                continue;
            QVERIFY2(entry.action->isEnabled(), qPrintable(entry.id));
        }
    }

    void messagesLeaveTheToolsWithinReach()
    {
        auto* bar = m_w->window->findChild<MessageBar*>();
        bar->showInformation(QStringLiteral("On the start page it has the whole width"));
        QCOMPARE(bar->x(), 0);
        openStack();
        bar->showInformation(QStringLiteral("Beside the tools"));
        auto* strip = m_w->window->findChild<ToolStrip*>();
        QVERIFY(strip->isVisible());
        QTRY_COMPARE(bar->mapToGlobal(QPoint(0, 0)).x(), strip->mapToGlobal(QPoint(strip->width(), 0)).x());
        QCOMPARE(bar->x() + bar->width(), bar->parentWidget()->width());
    }

private:
    void drop(const QString& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_w->window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_w->window.get(), &drop);
    }

    void addCell(int time)
    {
        annotation::Instance cell = frames::cell(0, frames::disc(120, 60, 60, 20));
        cell.origin = annotation::Origin::Drawn;
        QVERIFY(stack()->document().addInstance(time, cell));
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
