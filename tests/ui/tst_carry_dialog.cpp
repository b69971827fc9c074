// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/shell/carry_dialog.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using annotation::Instance;
using annotation::InstanceId;
using annotation::Origin;

namespace {

constexpr int kFrames = 8;
constexpr int kSize = 120;

Instance drawn(double x, double radius, std::optional<int> track = {})
{
    Instance instance = frames::cell(0, frames::disc(kSize, x, 60, radius));
    instance.score.reset();
    instance.origin = Origin::Drawn;
    instance.trackId = track;
    return instance;
}

} // namespace

class CarryDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_w = std::make_unique<WindowFixture>();
        m_w->openStack(QStringLiteral("E-001"), kFrames);
    }
    void cleanup() { m_w.reset(); }

    void outlinesBetweenTwoEndsAreInterpolatedAndTakenBackAtOnce()
    {
        const InstanceId id = add(0, drawn(30, 15, 3));
        add(4, drawn(70, 25, 3));
        openFor(id);
        QCOMPARE(to()->value(), 5); // where the track has an outline of a person
        QVERIFY(!end()->isVisibleTo(dialog()));
        QTRY_VERIFY(carry()->isEnabled());
        QVERIFY2(summary().contains(QStringLiteral("3 frame")), qPrintable(summary()));
        QVERIFY(summary().contains(QStringLiteral("interpolated with those of frame 5")));
        carry()->click();
        QVERIFY(!dialog() || !dialog()->isVisible());
        for (int frame = 1; frame < 4; ++frame) {
            QCOMPARE(document().frame(frame).instances.size(), std::size_t(1));
            const Instance& instance = document().frame(frame).instances[0];
            QVERIFY(masks::iou(instance.amodal, drawn(30 + 10 * frame, 15 + 2.5 * frame).amodal) > .9);
            QCOMPARE(instance.origin, Origin::Drawn);
            QCOMPARE(instance.trackId, std::optional(3));
        }
        QCOMPARE(document().frame(4).instances.size(), std::size_t(1));
        QVERIFY(document().frame(5).instances.empty());
        QVERIFY(m_w->action("edit.undo")->text().contains(QStringLiteral("copying to other frames")));
        m_w->run("edit.undo");
        for (int frame = 1; frame < 4; ++frame)
            QVERIFY(document().frame(frame).instances.empty());
        QCOMPARE(document().frame(4).instances.size(), std::size_t(1));
    }

    void whatStaysIsSaidWithItsReason()
    {
        const InstanceId id = add(2, drawn(60, 30));
        add(1, drawn(61, 30));
        QVERIFY(document().setReview(0, annotation::ReviewState::Accepted));
        Instance found = drawn(62, 30);
        found.origin = Origin::Model;
        add(4, found);
        m_w->stack().setTime(2);
        QTRY_COMPARE(m_w->window->view().shownTime(), 2);
        openFor(id);
        QCOMPARE(to()->value(), 4); // the next one
        to()->setValue(1);
        QTRY_VERIFY2(summary().contains(QStringLiteral("No frame changes")), qPrintable(summary()));
        QVERIFY(summary().contains(QStringLiteral("accepted")) && summary().contains(QStringLiteral("a person drew")));
        QVERIFY(!carry()->isEnabled());
        to()->setValue(3); // its own
        QTRY_VERIFY(summary().contains(QStringLiteral("frame of the selection")));
        QVERIFY(!carry()->isEnabled());
        to()->setValue(kFrames);
        QTRY_VERIFY(carry()->isEnabled());
        QVERIFY2(summary().contains(QStringLiteral("5 frame")), qPrintable(summary()));
        QVERIFY2(summary().contains(QStringLiteral("1 outline")), qPrintable(summary()));
        dialog()->reject();
        QCOMPARE(document().frame(3).instances.size(), std::size_t(0));
    }

    void withoutTracksTheEndIsChosen()
    {
        const InstanceId id = add(0, drawn(30, 15));
        add(2, drawn(35, 15));
        const InstanceId far = add(2, drawn(90, 15));
        openFor(id);
        to()->setValue(3);
        QVERIFY(end()->isVisibleTo(dialog()));
        QCOMPARE(end()->count(), 3);
        QCOMPARE(end()->currentIndex(), 1); // it lies there
        end()->setCurrentIndex(end()->findData(far));
        emit end()->activated(end()->currentIndex());
        QTRY_VERIFY(carry()->isEnabled());
        carry()->click();
        QVERIFY(masks::iou(document().frame(1).instances.at(0).amodal, drawn(60, 15).amodal) > .9);
        QCOMPARE(document().frame(2).instances.size(), std::size_t(2));
    }

    void aChangeOfTheAnnotationsIsFollowed()
    {
        const InstanceId id = add(0, drawn(30, 15, 1));
        openFor(id);
        to()->setValue(4);
        QTRY_VERIFY2(summary().contains(QStringLiteral("3 frame")), qPrintable(summary()));
        QVERIFY(document().setReview(1, annotation::ReviewState::Accepted));
        QVERIFY(!carry()->isEnabled());
        QTRY_VERIFY2(summary().contains(QStringLiteral("2 frame")), qPrintable(summary()));
        QTRY_VERIFY(carry()->isEnabled());
        carry()->click();
        QVERIFY(document().frame(1).instances.empty());
        QCOMPARE(document().frame(2).instances.size(), std::size_t(1));
    }

    void aTypedNumberAndReturnCarry()
    {
        openFor(add(0, drawn(30, 15)));
        to()->setFocus();
        to()->selectAll();
        QTest::keyClicks(to(), QStringLiteral("4"));
        QTRY_VERIFY2(summary().contains(QStringLiteral("3 frame")), qPrintable(summary()));
        QTRY_VERIFY(carry()->isEnabled());
        QTest::keyClick(to(), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QCOMPARE(document().frame(3).instances.size(), std::size_t(1));
    }

    void theDialogGoesWithItsStack()
    {
        openFor(add(0, drawn(30, 15)));
        m_w->window->workspace().close(&m_w->stack());
        QTRY_VERIFY(!dialog());
        QVERIFY(!m_w->action("edit.carry")->isEnabled());
    }

private:
    annotation::StackDocument& document() const { return m_w->stack().document(); }
    InstanceId add(int frame, const Instance& instance) const
    {
        return document().addInstance(frame, instance).value();
    }
    void openFor(InstanceId id) const
    {
        CanvasView& canvas = m_w->window->view().canvas();
        QTRY_VERIFY(canvas.overlay() && canvas.overlay()->find(id));
        canvas.select(id);
        m_w->run("edit.carry");
        QVERIFY(dialog());
    }
    CarryDialog* dialog() const { return m_w->window->findChild<CarryDialog*>(); }
    QSpinBox* to() const { return dialog()->findChild<QSpinBox*>(); }
    QComboBox* end() const { return dialog()->findChild<QComboBox*>(); }
    QPushButton* carry() const { return dialog()->findChild<QPushButton*>(QStringLiteral("carry")); }
    QString summary() const { return dialog()->findChild<QLabel*>(QStringLiteral("summary"))->text(); }

    std::unique_ptr<WindowFixture> m_w;
};

QTEST_MAIN(CarryDialogTest)
#include "tst_carry_dialog.moc"
