// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <semaphore>

#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include "tests/ui/picture_stack.h"
#include "tests/ui/window_fixture.h"
#include "ui/session/look_check.h"
#include "ui/session/missing_images.h"
#include "ui/shell/look_sign.h"

using namespace blastoscope;
using namespace blastoscope::ui;
using inference::LookDifference;
using inference::LookRespect;

namespace {

/// Frames whose first pixel is their time.
class NumberedStack : public MemoryStack {
public:
    using MemoryStack::MemoryStack;
    base::Result<base::Image> read(const imaging::FrameIndex& index) const override
    {
        auto image = MemoryStack::read(index);
        if (image)
            image->row<std::uint8_t>(0)[0] = std::uint8_t(index.time);
        return image;
    }
};

/// Finds every frame but the first too bright, by as much as its number; the model "silent" says nothing.
struct FakeLook {
    std::atomic<int> judged{0};
    std::atomic<int> read{0};
    std::atomic<bool> hold{false};
    std::counting_semaphore<> go{0};

    LookCheck::JudgeReader reader()
    {
        return [this](const std::filesystem::path& file) -> base::Result<inference::LookJudge> {
            ++read;
            if (file == "broken")
                return base::fail(base::ErrorCode::Corrupt, "Broken.");
            if (file == "silent")
                return inference::LookJudge();
            return [this](const base::Image& image) {
                if (hold)
                    go.acquire();
                ++judged;
                const int time = image.row<std::uint8_t>(0)[0];
                std::vector<LookDifference> differences;
                if (time > 0)
                    differences.push_back({LookRespect::Brightness, double(time), 0, .5});
                return differences;
            };
        };
    }
};

double foundIn(const LookCheck& check)
{
    return check.differences().empty() ? 0 : check.differences()[0].value;
}

} // namespace

class LookCheckTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void framesAreJudgedWhenTheyAreLookedAt()
    {
        Workspace workspace;
        FakeLook look;
        LookCheck check(workspace, look.reader());
        check.setModel(QStringLiteral("model"));
        QVERIFY(check.isUpToDate()); // there is nothing to judge
        OpenStack* stack = workspace.add(std::make_shared<NumberedStack>(5));
        QTRY_VERIFY(look.judged == 1 && check.isUpToDate());
        QVERIFY(check.differences().empty());
        QSignalSpy changed(&check, &LookCheck::changed);
        stack->setTime(3);
        QVERIFY(!check.isUpToDate());
        QTRY_COMPARE(foundIn(check), 3.0);
        stack->setTime(0);
        QTRY_VERIFY(check.differences().empty());
        QCOMPARE(changed.count(), 2);
    }

    void onlyTheFrameWhereOneStopsIsJudged()
    {
        Workspace workspace;
        FakeLook look;
        LookCheck check(workspace, look.reader());
        check.setModel(QStringLiteral("model"));
        OpenStack* stack = workspace.add(std::make_shared<NumberedStack>(9));
        for (int time = 1; time < 9; ++time)
            stack->setTime(time);
        QTRY_COMPARE(foundIn(check), 8.0);
        QVERIFY(check.isUpToDate());
        QCOMPARE(look.judged.load(), 1);
    }

    void theWindowNeverWaitsAndTheLatestWins()
    {
        Workspace workspace;
        FakeLook look;
        look.hold = true;
        LookCheck check(workspace, look.reader());
        check.setModel(QStringLiteral("model"));
        OpenStack* stack = workspace.add(std::make_shared<NumberedStack>(9));
        stack->setTime(2);
        QTRY_COMPARE(look.read.load(), 1); // it is being judged, and will be for as long as we like
        QSignalSpy changed(&check, &LookCheck::changed);
        stack->setTime(4);
        stack->setTime(5);
        QTest::qWait(300); // longer than the frame must stand still
        look.hold = false;
        look.go.release();
        QTRY_COMPARE(foundIn(check), 5.0);
        QCOMPARE(changed.count(), 1); // never 2
        QCOMPARE(look.judged.load(), 2);
    }

    void anotherModelJudgesAnew()
    {
        Workspace workspace;
        FakeLook look;
        LookCheck check(workspace, look.reader());
        OpenStack* stack = workspace.add(std::make_shared<NumberedStack>(9));
        stack->setTime(6);
        QVERIFY(check.isUpToDate()); // no model, no judgement
        check.setModel(QStringLiteral("model"));
        QTRY_COMPARE(foundIn(check), 6.0);
        for (const QString& other : {QStringLiteral("silent"), QStringLiteral("broken"), QString()}) {
            check.setModel(other);
            QVERIFY(check.differences().empty()); // at once
            QTRY_VERIFY(check.isUpToDate());
            QVERIFY(check.differences().empty());
        }
        check.setModel(QStringLiteral("model"));
        QTRY_COMPARE(foundIn(check), 6.0);
    }

    void whatCannotBeReadSaysNothing()
    {
        Workspace workspace;
        FakeLook look;
        LookCheck check(workspace, look.reader());
        check.setModel(QStringLiteral("model"));
        OpenStack* stack = workspace.add(std::make_shared<NumberedStack>(5, 2));
        stack->setTime(1);
        QTRY_COMPARE(foundIn(check), 1.0);
        stack->setTime(2); // the broken frame
        QTRY_VERIFY(check.isUpToDate() && check.differences().empty());
        stack->setTime(3);
        QTRY_COMPARE(foundIn(check), 3.0);
        stack->setImages(std::make_shared<MissingImages>(stack->info(), QStringLiteral("Gone.")));
        QVERIFY(check.differences().empty() && check.isUpToDate());
        stack->setImages(std::make_shared<NumberedStack>(5));
        QTRY_COMPARE(foundIn(check), 3.0);
        workspace.close(stack);
        QVERIFY(check.differences().empty() && check.isUpToDate());
    }

    void theSignNamesWhatWasMeasured()
    {
        LookSign sign;
        QVERIFY(sign.isHidden());
        sign.showDifferences({{LookRespect::Brightness, .712, -.01, .3724}, {LookRespect::Detail, .01, .05, .4}});
        QVERIFY(!sign.isHidden());
        QVERIFY(sign.toolTip().contains(QStringLiteral("It is brighter")));
        QVERIFY(sign.toolTip().contains(QStringLiteral("0.71; training pictures: 0.00 to 0.37")));
        QVERIFY(sign.toolTip().contains(QStringLiteral("less finely structured")));
        QVERIFY(sign.toolTip().contains(QStringLiteral("fine-tune")));
        QCOMPARE(sign.accessibleDescription(), sign.toolTip());
        sign.showDifferences({});
        QVERIFY(sign.isHidden());
        QVERIFY(sign.toolTip().isEmpty());
    }

    void theStatusBarShowsItBesideTheModel()
    {
        FakeLook look;
        WindowFixture fixture({}, {}, look.reader());
        auto* sign = fixture.window->findChild<LookSign*>();
        auto* model = fixture.window->findChild<QToolButton*>(QStringLiteral("modelPicker"));
        QVERIFY(sign && model);
        QVERIFY(sign->isHidden());
        fixture.openStack(QStringLiteral("bright"), 2); // its first pixel is 60
        QTRY_VERIFY(sign->isVisible());
        QVERIFY(sign->x() >= model->geometry().right());
        for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
            fixture.theme->setMode(mode);
            QCoreApplication::processEvents();
            QVERIFY(sign->isVisible());
            if (const QString folder = qEnvironmentVariable("BLASTOSCOPE_GALLERY"); !folder.isEmpty()) {
                const QString name = mode == ThemeMode::Light ? QStringLiteral("/look-light.png")
                                                              : QStringLiteral("/look-dark.png");
                QVERIFY(fixture.window->grab().save(folder + name));
            }
        }
        QTest::mouseClick(sign, Qt::LeftButton);
        QTRY_COMPARE(QToolTip::text(), sign->toolTip()); // a click will do where nothing hovers
        fixture.window->useModel(QStringLiteral("silent"));
        QVERIFY(sign->isHidden());
    }
};

QTEST_MAIN(LookCheckTest)
#include "tst_look_check.moc"
