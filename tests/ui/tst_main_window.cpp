// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <set>

#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include "tests/ui/fake_segmenter.h"
#include "tests/ui/picture_stack.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/pan_tool.h"
#include "ui/canvas/select_tool.h"
#include "ui/models/measurement_table_model.h"
#include "ui/plots/lineage_plot.h"
#include "ui/project/project_session.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/key_presets.h"
#include "ui/shell/choice_button.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/instances_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/measurements_panel.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/readout_panel.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/start_page.h"
#include "ui/shell/tool_strip.h"
#include "ui/theme/palette.h"
#include "ui/tools/brush_tool.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class MainWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme = new Theme(*qApp);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_behaviour = std::make_shared<FakeSegmenter::Behaviour>();
        m_stackPath = makePictureFolder(m_folder->path(), QStringLiteral("E-014"), 6);
        makeWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void theStartPageOffersWhatCanBeOpened()
    {
        QVERIFY(startPage()->isVisible());
        QVERIFY(choice("openChoice")->isEnabled());
        QVERIFY(choice("sampleChoice")->isEnabled());
        QVERIFY(!choice("recentChoice")->isEnabled());
        for (const QDockWidget* dock : m_window->findChildren<QDockWidget*>())
            QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
    }

    void anOpenedFolderIsShownAndRemembered()
    {
        openStack();
        QVERIFY(!startPage()->isVisible());
        QVERIFY(m_window->view().canvas().isVisible());
        QCOMPARE(m_window->view().canvas().image().size(), QSize(120, 120));
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("E-014")));
        QCOMPARE(m_settings->recentStacks(), QStringList{m_stackPath});
        run("file.close");
        QTRY_VERIFY(startPage()->isVisible());
        QVERIFY(choice("recentChoice")->isEnabled());
        choice("recentChoice")->click();
        QTRY_VERIFY(m_window->workspace().current());
    }

    void theSampleOpensWithOneClick()
    {
        choice("sampleChoice")->click();
        QTRY_VERIFY(m_window->workspace().current());
        QCOMPARE(m_window->workspace().current()->name(), QStringLiteral("sample"));
    }

    void whatCannotBeOpenedIsSaidWithoutADialog()
    {
        m_window->open({m_folder->filePath(QStringLiteral("missing"))});
        QTRY_COMPARE(m_window->messages().texts().size(), 1);
        QVERIFY(!QApplication::activeModalWidget());
    }

    void segmentingAFrameFillsListAndReadouts()
    {
        openStack();
        QVERIFY(readouts()->valueOf(QStringLiteral("Blastomeres")).isEmpty());
        run("segment.frame");
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        QCOMPARE(readouts()->valueOf(QStringLiteral("Blastomeres")), QStringLiteral("2"));
        QVERIFY(readouts()->findChild<QPushButton*>()->isVisibleTo(readouts())); // "Calibrate…"
        QTRY_VERIFY(m_window->view().canvas().overlay());
        QTRY_COMPARE(m_window->view().canvas().overlay()->silhouettes.size(), std::size_t(2));
    }

    void aRunOverTheStackIsOneUndoStep()
    {
        openStack();
        QSignalSpy finished(&m_window->queue(), &SegmentationQueue::finished);
        run("segment.stack");
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(stack()->segmentedFrames(), 6);
        QTRY_VERIFY(!m_window->tracking().isBusy()); // its cells are followed through time
        QCOMPARE(tracksIn(5), (std::set<std::optional<int>>{1, 2}));
        QVERIFY(m_window->isWindowModified()); // an unsaved project
        run("edit.undo");
        QCOMPARE(stack()->segmentedFrames(), 0);
        QVERIFY(!action("edit.undo")->isEnabled());
        run("edit.redo");
        QCOMPARE(stack()->segmentedFrames(), 6);
        QCOMPARE(tracksIn(5), (std::set<std::optional<int>>{1, 2}));
    }

    void cellsAreTrackedOnRequestAsOneUndoStep()
    {
        openStack();
        for (int frame = 0; frame < 3; ++frame) { // frame by frame nobody knows what belongs together
            stack()->setTime(frame);
            run("segment.frame");
            QTRY_COMPARE(stack()->segmentedFrames(), frame + 1);
        }
        QCOMPARE(tracksIn(0), (std::set<std::optional<int>>{std::nullopt}));
        run("segment.trackCells");
        QTRY_VERIFY(!m_window->tracking().isBusy());
        for (int frame = 0; frame < 3; ++frame)
            QCOMPARE(tracksIn(frame), (std::set<std::optional<int>>{1, 2}));
        QVERIFY(m_window->messages().texts().join(' ').contains(QStringLiteral("2 cell(s) followed")));
        QVERIFY(action("edit.undo")->text().contains(QStringLiteral("tracking")));
        auto* plot = m_window->findChild<LineagePlot*>();
        dockOf(plot->parentWidget())->show();
        dockOf(plot->parentWidget())->raise();
        QTRY_VERIFY(!plot->isEmpty());
        run("edit.undo");
        QCOMPARE(tracksIn(1), (std::set<std::optional<int>>{std::nullopt}));
        QCOMPARE(stack()->segmentedFrames(), 3);
        QTRY_VERIFY(plot->isEmpty());
    }

    void tracksThatAreThereStayWhenAStackIsSegmentedAgain()
    {
        openStack();
        segmentAll();
        annotation::InstanceAttributes mine;
        mine.trackId = 40;
        mine.locked = true; // so that it is kept
        const int id = stack()->document().frame(2).instances[0].id;
        QVERIFY(stack()->document().setAttributes(2, id, mine));
        segmentAll();
        QCOMPARE(stack()->document().frame(2).find(id)->trackId, std::optional(40));
        QCOMPARE(tracksIn(0), (std::set<std::optional<int>>{std::nullopt}));
        QVERIFY(m_window->messages().texts().join(' ').contains(QStringLiteral("have tracks already")));
        run("segment.trackCells"); // a person may want it all the same
        QTRY_COMPARE(tracksIn(2), (std::set<std::optional<int>>{1, 2}));
    }

    void aLongRunShowsProgressAndCanBeCancelled()
    {
        m_behaviour->delay = std::chrono::milliseconds(40);
        openStack();
        QSignalSpy progressed(&m_window->queue(), &SegmentationQueue::progressed);
        QSignalSpy finished(&m_window->queue(), &SegmentationQueue::finished);
        run("segment.stack");
        QTRY_VERIFY(progressed.count() >= 1);
        auto* strip = m_window->findChild<ProgressStrip*>();
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(QStringLiteral("/ 6")), qPrintable(strip->text()));
        QVERIFY(strip->text().contains(QStringLiteral("left")));
        strip->findChild<QAbstractButton*>(QStringLiteral("cancelProgress"))->click();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(stack()->segmentedFrames() < 6);
        QVERIFY(stack()->segmentedFrames() >= 1);
        QVERIFY(!strip->isVisible());
    }

    void segmentingLeavesReviewedFramesAlone()
    {
        openStack();
        segmentAll();
        QCOMPARE(stack()->index().time, 0);
        run("review.acceptAndGoOn");
        QCOMPARE(int(stack()->document().frame(0).review), int(annotation::ReviewState::Accepted));
        QVERIFY(stack()->index().time != 0); // the neediest of the others
        const int calls = m_behaviour->calls;
        segmentAll();
        QCOMPARE(m_behaviour->calls.load(), calls + 5);
    }

    void objectsOfAnotherKindAreCalledSoEverywhereAndAfterReopening()
    {
        m_window.reset();
        m_behaviour->onlyClass = "nucleus";
        makeWindow();
        openStack();
        const auto title = [this](const char* dock) {
            return m_window->findChild<QDockWidget*>(QString::fromLatin1(dock))->windowTitle();
        };
        const auto saysNuclei = [&] {
            return title("blastomeres") == QStringLiteral("Nuclei  2") && title("cells") == QStringLiteral("Nuclei") &&
                   readouts()->valueOf(QStringLiteral("Nuclei")) == QStringLiteral("2") &&
                   action("edit.makeBlastomere")->text() == QStringLiteral("&Nucleus") &&
                   action("view.panel.blastomeres")->text() == QStringLiteral("Panel “Nuclei”");
        };
        QCOMPARE(title("blastomeres"), QStringLiteral("Blastomeres"));
        QCOMPARE(action("edit.makeBlastomere")->text(), QStringLiteral("&Blastomere"));
        segmentAll();
        QTRY_VERIFY(saysNuclei());
        const QString file = m_folder->filePath(QStringLiteral("a.blasto"));
        m_window->project().saveAs(file);
        QTRY_COMPARE(m_window->project().file(), file);
        run("file.closeProject");
        QTRY_VERIFY(!m_window->workspace().current());
        m_behaviour->onlyClass.clear();
        m_window.reset(); // nothing in memory knows the model any more
        makeWindow();
        m_window->open({file});
        QTRY_VERIFY(stack());
        QTRY_VERIFY(saysNuclei());
    }

    void resultsAreInTheProjectAndReopened()
    {
        openStack();
        segmentAll();
        const QString file = m_folder->filePath(QStringLiteral("a.blasto"));
        m_window->project().saveAs(file);
        QTRY_COMPARE(m_window->project().file(), file);
        run("file.closeProject");
        QTRY_VERIFY(!m_window->workspace().current());
        m_window->open({file});
        QTRY_VERIFY(stack());
        QCOMPARE(stack()->segmentedFrames(), 6);
        QCOMPARE(stack()->document().frame(3).instances.size(), std::size_t(2));
    }

    void closingAsksAboutAnUnsavedProject_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("saves");
        QTest::newRow("save") << QMessageBox::AcceptRole << true << true;
        QTest::newRow("discard") << QMessageBox::DestructiveRole << true << false;
        QTest::newRow("cancel") << QMessageBox::RejectRole << false << false;
    }

    void closingAsksAboutAnUnsavedProject()
    {
        QFETCH(QMessageBox::ButtonRole, answer);
        QFETCH(bool, closes);
        QFETCH(bool, saves);
        openStack();
        segmentAll();
        QTRY_COMPARE(m_window->project().status().state, SaveState::Saved);
        m_window->close();
        auto* question = m_window->findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        QVERIFY(m_window->isVisible());
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == answer)
                button->click();
        }
        const QString file = m_folder->filePath(QStringLiteral("saved.blasto"));
        if (saves) {
            auto* dialog = m_window->findChild<QFileDialog*>();
            QVERIFY(dialog);
            emit dialog->fileSelected(file);
        }
        QTRY_COMPARE(!m_window->isVisible(), closes);
        QCOMPARE(QFile::exists(file), saves);
        const QDir unsaved(m_window->project().unsavedFolder());
        QTRY_COMPARE(unsaved.entryList({QStringLiteral("*.blasto")}, QDir::Files).size(), closes ? 0 : 1);
    }

    void closingWithNothingToLoseAsksNothing()
    {
        openStack();
        run("file.quit");
        QTRY_VERIFY(!m_window->isVisible()); // when the unsaved project is written
    }

    void measurementsAreExportedAsTables()
    {
        openStack();
        segmentAll();
        const QString out = m_folder->filePath(QStringLiteral("out"));
        m_window->files().exportMeasurements(out);
        QTRY_VERIFY(QFile::exists(out + QStringLiteral("/manifest.json")));
        QFile cells(out + QStringLiteral("/cells.csv"));
        QVERIFY(cells.open(QIODevice::ReadOnly));
        QCOMPARE(cells.readAll().count('\n'), qsizetype(13)); // a header and two cells in six frames
        QFile manifest(out + QStringLiteral("/manifest.json"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QByteArray text = manifest.readAll();
        QVERIFY(text.contains("\"fake\""));
        QVERIFY(!text.contains("E-014")); // no name leaves the program
    }

    void aPictureWithItsSilhouettesIsExported()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(m_window->view().canvas().overlay());
        const QString file = m_folder->filePath(QStringLiteral("picture.png"));
        m_window->files().exportPicture(file);
        QTRY_VERIFY(!QImage(file).isNull());
        QVERIFY(QImage(file).width() >= 120);
    }

    void theTableIsCopiedWithItsColumnNames()
    {
        openStack();
        segmentAll();
        auto* panel = m_window->findChild<MeasurementsPanel*>();
        dockOf(panel)->show();
        dockOf(panel)->raise();
        QTRY_COMPARE(panel->model().rowCount(), 12);
        panel->copySelection();
        const QStringList lines = QApplication::clipboard()->text().trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype(13));
        QVERIFY(lines.first().contains(QStringLiteral("eq_diameter_px")));
    }

    void calibrationTurnsPixelsIntoMicrometres()
    {
        openStack();
        segmentAll();
        StackProperties properties = stack()->properties();
        properties.umPerPixel = 0.5;
        stack()->setProperties(properties);
        QTRY_VERIFY(!readouts()->findChild<QPushButton*>()->isVisibleTo(readouts()));
    }

    void selectionIsTheSameInListAndCanvas()
    {
        openStack();
        segmentAll();
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        const int id = instances()->model().rows()[1].id;
        emit instances()->selectionChanged({id});
        QCOMPARE(m_window->view().canvas().selectedId().value_or(-1), id);
        run("edit.remove");
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
        QTRY_COMPARE(instances()->model().rowCount(), 1);
    }

    void droppedFoldersAreOpened()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_stackPath)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(m_window->workspace().current());
        QCOMPARE(m_window->workspace().current()->path(), m_stackPath);
    }

    void theLookChangesAtOnceAndIsRemembered()
    {
        run("view.themeDark");
        QTRY_VERIFY(isDark(m_window->palette()));
        QCOMPARE(m_settings->themeMode(), ThemeMode::Dark);
        run("view.themeLight");
        QTRY_VERIFY(!isDark(m_window->palette()));
    }

    void fullViewLeavesOnlyTheEmbryo()
    {
        openStack();
        QAction* full = action("view.fullView");
        full->trigger();
        QVERIFY(!dockOf(instances())->isVisible());
        QVERIFY(!m_window->statusBar()->isVisible());
        full->trigger();
        QTRY_VERIFY(dockOf(instances())->isVisible());
        QVERIFY(m_window->statusBar()->isVisible());
    }

    void noTwoActionsShareAKey()
    {
        const auto conflicts = ActionCatalog::conflictsIn(m_window->actions().keys());
        QVERIFY2(conflicts.empty(),
                 conflicts.empty() ? "" : qPrintable(conflicts.front().firstId + " and " + conflicts.front().secondId));
    }

    void noPresetGivesTwoActionsTheSameKey()
    {
        for (const KeyPreset& preset : keyPresets()) {
            for (const QString& id : preset.changed.keys())
                QVERIFY2(m_window->actions().find(id), qPrintable(id));
            QMap<QString, QList<QKeySequence>> keys;
            for (const ActionCatalog::Entry& entry : m_window->actions().entries())
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

    void keysChooseToolsAndEscapeLeavesThem()
    {
        openStack();
        QCOMPARE(action("tool.brush")->shortcut(), QKeySequence(Qt::Key_B));
        run("tool.brush");
        QVERIFY(action("tool.brush")->isChecked());
        QVERIFY(dynamic_cast<BrushTool*>(&canvas().tool()));
        QVERIFY(m_window->findChild<ToolStrip*>()->isVisible());
        run("tool.ellipse");
        QVERIFY(action("tool.ellipse")->isChecked());
        QVERIFY(!action("tool.brush")->isChecked());
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QTRY_VERIFY(action("tool.select")->isChecked());
        run("edit.newObject");
        QVERIFY(action("tool.brush")->isChecked());
        canvas().setTool(std::make_unique<PanTool>(canvas())); // somebody else's
        QVERIFY(!action("tool.brush")->isChecked());
        run("tool.select");
        QVERIFY(dynamic_cast<SelectTool*>(&canvas().tool()));
    }

    void aStrokeInTheWindowIsShownMeasuredAndUndone()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(canvas().overlay() && canvas().overlay()->silhouettes.size() == 2);
        const int id = canvas().overlay()->silhouettes[0].id;
        const std::int64_t before = stack()->document().frame(0).find(id)->amodal.area();
        canvas().select(id);
        run("tool.brush");
        drawFromTo({60, 20}, {60, 5});
        QVERIFY(stack()->document().frame(0).find(id)->amodal.area() > before);
        QTRY_COMPARE(canvas().overlay()->find(id)->mask, stack()->document().frame(0).find(id)->amodal);
        QVERIFY(!canvas().editedId());
        run("edit.undo");
        QCOMPARE(stack()->document().frame(0).find(id)->amodal.area(), before);
        QTRY_COMPARE(canvas().overlay()->find(id)->mask.area(), before);
    }

    void aNewObjectStaysSelectedUntilItIsShown()
    {
        openStack();
        run("edit.newObject");
        drawFromTo({20, 20}, {40, 20});
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
        const int id = stack()->document().frame(0).instances[0].id;
        QCOMPARE(canvas().selectedId().value_or(-1), id);
        QTRY_VERIFY(canvas().overlay()->find(id));
        QCOMPARE(canvas().selectedId().value_or(-1), id);
        run("edit.duplicate");
        QCOMPARE(stack()->index().time, 1);
        QTRY_COMPARE(canvas().overlay()->silhouettes.size(), std::size_t(1));
        QTRY_VERIFY(action("edit.remove")->isEnabled());
        run("edit.remove");
        QVERIFY(stack()->document().frame(1).instances.empty());
    }

    void whatIsLockedSaysSoInTheStatusBar()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(canvas().overlay() && canvas().overlay()->silhouettes.size() == 2);
        canvas().select(canvas().overlay()->silhouettes[0].id);
        run("edit.lock");
        run("edit.grow");
        bool said = false;
        for (const QLabel* label : m_window->statusBar()->findChildren<QLabel*>())
            said = said || label->text().contains(QStringLiteral("locked"));
        QVERIFY(said);
    }

    void severalRowsOfTheListAreSelectedOnTheCanvas()
    {
        openStack();
        segmentAll();
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        auto* list = instances()->findChild<QTreeView*>();
        list->selectAll();
        QCOMPARE(canvas().selectedIds().size(), std::size_t(2));
        run("edit.merge");
        QTRY_COMPARE(instances()->model().rowCount(), 1);
        QCOMPARE(stack()->document().frame(0).instances.size(), std::size_t(1));
        run("edit.undo");
        QTRY_COMPARE(instances()->model().rowCount(), 2);
        canvas().setSelection({instances()->model().rows()[1].id, instances()->model().rows()[0].id});
        QCOMPARE(list->selectionModel()->selectedRows().size(), qsizetype(2));
        canvas().select(std::nullopt);
        QVERIFY(!list->selectionModel()->hasSelection());
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
        for (const ActionCatalog::Entry& entry : m_window->actions().entries()) {
            QVERIFY2(!plainText(*entry.action).isEmpty(), qPrintable(entry.id));
            if (entry.id.startsWith(QStringLiteral("edit.")) || entry.id.startsWith(QStringLiteral("view.previous")) ||
                entry.id.startsWith(QStringLiteral("view.first")) || onlyInOtherStates.contains(entry.id))
                continue;
            QVERIFY2(entry.action->isEnabled(), qPrintable(entry.id));
        }
    }

    void messagesLeaveTheToolsWithinReach()
    {
        auto* bar = m_window->findChild<MessageBar*>();
        bar->showInformation(QStringLiteral("On the start page it has the whole width"));
        QCOMPARE(bar->x(), 0);
        openStack();
        bar->showInformation(QStringLiteral("Beside the tools"));
        auto* strip = m_window->findChild<ToolStrip*>();
        QVERIFY(strip->isVisible());
        QTRY_COMPARE(bar->mapToGlobal(QPoint(0, 0)).x(), strip->mapToGlobal(QPoint(strip->width(), 0)).x());
        QCOMPARE(bar->x() + bar->width(), bar->parentWidget()->width());
    }

    void aModelThatCannotBeLoadedIsAMessage()
    {
        m_window.reset();
        m_failToLoad = true;
        makeWindow();
        m_failToLoad = false;
        QTRY_VERIFY(m_window->messages().texts().contains(QStringLiteral("The weights are damaged.")));
    }

private:
    void makeWindow()
    {
        ShellServices services;
        services.loadSegmenter = [behaviour = m_behaviour, fail = m_failToLoad](
                                     const auto&, const auto&) -> base::Result<std::unique_ptr<inference::Segmenter>> {
            if (fail)
                return base::fail(base::ErrorCode::Corrupt, "The weights are damaged.");
            return std::make_unique<FakeSegmenter>(behaviour);
        };
        services.readModelInfo = [](const auto&) -> base::Result<inference::ModelInfo> {
            return inference::ModelInfo{"fake", "1", {}, {}, {}, {"blastomere"}, .5};
        };
        services.shippedModels = {QStringLiteral("/models/fake.safetensors")};
        services.samplePath = makePictureFolder(m_folder->path(), QStringLiteral("sample"), 3);
        services.dataFolder = m_folder->filePath(QStringLiteral("data"));
        services.cacheFolder = m_folder->filePath(QStringLiteral("cache"));
        m_window = std::make_unique<MainWindow>(services, *m_settings, *m_theme);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void openStack()
    {
        QSignalSpy shown(&m_window->view(), &StackView::frameShown);
        m_window->open({m_stackPath});
        QTRY_VERIFY(shown.count() >= 1);
    }

    void segmentAll()
    {
        QSignalSpy finished(&m_window->queue(), &SegmentationQueue::finished);
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
        for (const annotation::Instance& instance : stack()->document().frame(time).instances)
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
    StartPage* startPage() const { return m_window->findChild<StartPage*>(); }
    ChoiceButton* choice(const char* name) const
    {
        return m_window->findChild<ChoiceButton*>(QString::fromLatin1(name));
    }
    InstancesPanel* instances() const { return m_window->findChild<InstancesPanel*>(); }
    ReadoutPanel* readouts() const { return m_window->findChild<ReadoutPanel*>(); }
    OpenStack* stack() const { return m_window->workspace().current(); }
    static QDockWidget* dockOf(QWidget* content) { return qobject_cast<QDockWidget*>(content->parentWidget()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::shared_ptr<FakeSegmenter::Behaviour> m_behaviour;
    Theme* m_theme = nullptr;
    QString m_stackPath;
    bool m_failToLoad = false;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
