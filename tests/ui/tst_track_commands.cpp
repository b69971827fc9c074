// SPDX-License-Identifier: GPL-3.0-or-later
#include <QContextMenuEvent>
#include <QMenu>
#include <QStatusBar>
#include <QTreeView>

#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/shell/instances_panel.h"
#include "ui/shell/message_bar.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

constexpr int kFrames = 6;
constexpr int kWrong = 3; ///< the first frame in which both cells have the track of the other one

QMenu* popup()
{
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

void askForMenu(QWidget& widget, const QPoint& position, QContextMenuEvent::Reason reason = QContextMenuEvent::Mouse)
{
    QContextMenuEvent event(reason, position, widget.mapToGlobal(position));
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TrackCommandsTest : public QObject {
    Q_OBJECT

private slots:
    /// A tracked stack of two cells whose tracks change places in frame kWrong, which is shown.
    void init()
    {
        m_w = std::make_unique<WindowFixture>();
        m_w->openStack(QStringLiteral("E-001"), kFrames);
        m_w->segmentAll();
        {
            const annotation::JoinedChanges step(document(), annotation::StepKind::TrackCells);
            for (int time = kWrong; time < kFrames; ++time)
                QVERIFY(document().setTracks(time, {{id(0), 2}, {id(1), 1}}));
        }
        m_w->stack().setTime(kWrong);
        QTRY_COMPARE(m_w->window->view().shownTime(), kWrong);
        QTRY_VERIFY(canvas().overlay() && canvas().overlay()->find(id(0)));
    }
    void cleanup()
    {
        if (QMenu* menu = popup())
            menu->close();
        m_w.reset();
    }

    void theCellOfTheFrameBeforeIsChosenFromAList()
    {
        canvas().select(id(0));
        m_w->run("segment.continueTrack");
        QMenu* menu = popup();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions()[0]->text(), QStringLiteral("Track &1")); // the one that lies there
        QCOMPARE(menu->actions()[1]->text(), QStringLiteral("Track &2"));
        QVERIFY(!menu->actions()[0]->isChecked() && menu->actions()[1]->isChecked()); // what it has now
        QVERIFY(!menu->actions()[0]->icon().isNull());
        QCOMPARE(menu->activeAction(), menu->actions()[0]);

        QTest::keyClick(menu, Qt::Key_Return);
        QVERIFY(!popup());
        for (int time = 0; time < kFrames; ++time)
            QCOMPARE(tracksIn(time), (std::vector<std::optional<int>>{1, 2}));
        QVERIFY(m_w->action("edit.undo")->text().contains(QStringLiteral("correction of tracks")));
        QTRY_VERIFY(m_w->stack().lineage().isUpToDate());
        QCOMPARE(m_w->stack().lineage().tracks()->lineage.at(1).lastFrame(), kFrames - 1);

        m_w->run("edit.undo");
        QCOMPARE(tracksIn(kWrong), (std::vector<std::optional<int>>{2, 1}));
        QCOMPARE(tracksIn(kFrames - 1), (std::vector<std::optional<int>>{2, 1}));
    }

    void theOutlineOfTheOfferedCellLiesOverThePicture()
    {
        canvas().select(id(0));
        canvas().grab(); // until all is painted
        const QImage before = canvas().grab().toImage();
        m_w->run("segment.continueTrack");
        const QImage first = canvas().grab().toImage();
        QVERIFY(first != before);
        QTest::keyClick(popup(), Qt::Key_Down);
        const QImage second = canvas().grab().toImage();
        QVERIFY(second != first && second != before);
        QTest::keyClick(popup(), Qt::Key_Escape);
        QVERIFY(!popup());
        QCOMPARE(canvas().grab().toImage(), before);
        QCOMPARE(tracksIn(kWrong), (std::vector<std::optional<int>>{2, 1}));
    }

    void theTrackItHasAlreadyChangesNothing()
    {
        canvas().select(id(0));
        m_w->run("segment.continueTrack");
        popup()->actions()[1]->trigger();
        QCOMPARE(tracksIn(kWrong), (std::vector<std::optional<int>>{2, 1}));
        QVERIFY(m_w->window->messages().texts().join(' ').contains(QStringLiteral("continues that track already")));
        QVERIFY(m_w->action("edit.undo")->text().contains(QStringLiteral("tracking")));
    }

    void allSelectedCellsBeginTracksInOneStep()
    {
        canvas().setSelection({id(0), id(1)});
        m_w->run("segment.startTrack");
        QCOMPARE(tracksIn(kWrong - 1), (std::vector<std::optional<int>>{1, 2}));
        QCOMPARE(tracksIn(kWrong), (std::vector<std::optional<int>>{3, 4}));
        QCOMPARE(tracksIn(kFrames - 1), (std::vector<std::optional<int>>{3, 4}));
        QTRY_COMPARE(m_w->stack().lineage().tracks()->lineage.size(), std::size_t(4));
        m_w->run("segment.startTrack");
        QVERIFY(m_w->window->messages().texts().join(' ').contains(QStringLiteral("begins in this frame already")));
        m_w->run("edit.undo");
        QCOMPARE(tracksIn(kWrong), (std::vector<std::optional<int>>{2, 1}));
    }

    void whatTheCommandsDoIsSaidInTheStatusBar()
    {
        for (const char* id : {"segment.trackCells", "segment.continueTrack", "segment.startTrack"}) {
            m_w->window->statusBar()->clearMessage();
            QVERIFY(m_w->action(id)->showStatusText(m_w->window.get())); // as when the menu shows it under the cursor
            QVERIFY2(m_w->window->statusBar()->currentMessage().contains(QStringLiteral("cell")), id);
        }
    }

    void commandsAreThereForWhatCanHaveATrack()
    {
        QVERIFY(!m_w->action("segment.continueTrack")->isEnabled() && !m_w->action("segment.startTrack")->isEnabled());
        canvas().setSelection({id(0), id(1)});
        QVERIFY(!m_w->action("segment.continueTrack")->isEnabled() && m_w->action("segment.startTrack")->isEnabled());
        canvas().select(id(1));
        QVERIFY(m_w->action("segment.continueTrack")->isEnabled());
        m_w->run("edit.makeFragment");
        QVERIFY(!m_w->action("segment.continueTrack")->isEnabled() && !m_w->action("segment.startTrack")->isEnabled());
        m_w->run("edit.undo");
        QVERIFY(m_w->action("segment.continueTrack")->isEnabled());
        m_w->stack().setTime(0);
        QTRY_COMPARE(m_w->window->view().shownTime(), 0);
        canvas().select(id(1));
        QVERIFY(!m_w->action("segment.continueTrack")->isEnabled() && m_w->action("segment.startTrack")->isEnabled());
    }

    void aFrameAfterEmptyOnesSaysThatThereIsNothingToContinue()
    {
        for (int time = 0; time < kWrong; ++time)
            QVERIFY(document().clearFrame(time));
        canvas().select(id(0));
        m_w->run("segment.continueTrack");
        QCOMPARE(popup()->actions().size(), 1);
        QVERIFY(!popup()->actions()[0]->isEnabled());
    }

    void aRightClickOnTheCanvasSelectsAndOffersTheCommands()
    {
        const Silhouette& silhouette = *canvas().overlay()->find(id(1));
        askForMenu(canvas(), canvas().viewTransform().toView(silhouette.labelAnchor).toPoint());
        QVERIFY(popup());
        QCOMPARE(canvas().selectedIds(), std::vector{id(1)});
        QVERIFY(popup()->actions().contains(m_w->action("segment.continueTrack")));
        QVERIFY(popup()->actions().contains(m_w->action("edit.remove")));
        popup()->close();
        askForMenu(canvas(), QPoint(2, 2)); // beside all of them
        QVERIFY(!popup());
        canvas().select(std::nullopt);
        askForMenu(canvas(), QPoint(), QContextMenuEvent::Keyboard); // nothing is selected
        QVERIFY(!popup());
        canvas().select(id(0));
        askForMenu(canvas(), QPoint(), QContextMenuEvent::Keyboard);
        QVERIFY(popup());
        popup()->close();
        m_w->run("tool.brush"); // which has another use for the mouse
        askForMenu(canvas(), canvas().viewTransform().toView(silhouette.labelAnchor).toPoint());
        QVERIFY(!popup());
    }

    void aRightClickInTheListOffersThemToo()
    {
        auto* list = m_w->window->findChild<InstancesPanel*>()->findChild<QTreeView*>();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const QPoint row = list->visualRect(list->model()->index(1, 0)).center();
        QTest::mousePress(list->viewport(), Qt::RightButton, {}, row);
        askForMenu(*list->viewport(), row);
        QVERIFY(popup());
        QCOMPARE(canvas().selectedIds(), std::vector{id(1)});
        QVERIFY(popup()->actions().contains(m_w->action("segment.startTrack")));
    }

private:
    CanvasView& canvas() const { return m_w->window->view().canvas(); }
    annotation::StackDocument& document() const { return m_w->stack().document(); }
    int id(std::size_t index) const { return document().frame(kWrong).instances[index].id; }
    std::vector<std::optional<int>> tracksIn(int time) const
    {
        std::vector<std::optional<int>> tracks;
        for (const annotation::Instance& instance : document().frame(time).instances)
            tracks.push_back(instance.trackId);
        return tracks;
    }

    std::unique_ptr<WindowFixture> m_w;
};

QTEST_MAIN(TrackCommandsTest)
#include "tst_track_commands.moc"
