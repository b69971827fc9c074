// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "core/imaging/time_table.h"
#include "tests/imaging/image_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::imaging;
using tests::warnsOf;

namespace {

StackInfo infoOf(int times)
{
    StackInfo info;
    info.times = times;
    info.runNumbers.resize(std::size_t(times));
    return info;
}

} // namespace

class TestTimeTable : public QObject {
    Q_OBJECT

private slots:
    void timesComeFromTheColumnNamedTime_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("second column") << "frame_index,time\n0,1.5\n1,1.8\n2,2.25\n";
        QTest::newRow("any column") << "time;run;note\n1.5;4;a\n1.8;5;b\n2.25;6;c\n";
        QTest::newRow("unnamed second column") << "index,hours\n0,1.5\n1,1.8\n2,2.25\n";
        QTest::newRow("no header") << "0,1.5\n1,1.8\n2,2.25";
        QTest::newRow("quotes, spaces, CRLF") << "\"i\", \"Time\"\r\n1, \"1.5\"\r\n2, 1.8\r\n\r\n3, 2.25\r\n";
        QTest::newRow("byte order mark") << "\xEF\xBB\xBFi,time\n1,1.5\n2,1.8\n3,2.25\n";
        QTest::newRow("decimal comma") << "i;time\n1;1,5\n2;1,8\n3;2,25\n";
        QTest::newRow("tabs") << "i\ttime\n1\t1.5\n2\t1.8\n3\t2.25\n";
    }
    void timesComeFromTheColumnNamedTime()
    {
        QFETCH(QString, text);
        const auto table = parseTimeTable(text.toStdString());
        QVERIFY(table.has_value());
        const std::vector<std::optional<double>> expected = {1.5, 1.8, 2.25};
        QVERIFY(table->hours == expected);
    }

    void aTableWithoutTimesIsRefused()
    {
        QVERIFY(!parseTimeTable("").has_value());
        const auto table = parseTimeTable("only one column\n1\n2\n");
        QVERIFY(!table.has_value());
        QVERIFY(table.error().message.find("\"time\"") != std::string::npos);
    }

    void asManyRowsAsImagesArePairedInOrder()
    {
        StackInfo info = infoOf(3);
        assignTimes(*parseTimeTable("i,time\n0,1\n1,1.2\n2,1.5\n"), info);
        QCOMPARE(info.timeSource, TimeSource::Table);
        QCOMPARE(info.timeHours[2].value_or(0), 1.5);
        QVERIFY(info.warnings.empty());
    }

    void moreRowsThanImagesStayUnpaired()
    {
        StackInfo info = infoOf(2);
        assignTimes(*parseTimeTable("i,time\n0,1\n1,1.2\n2,1.5\n"), info);
        QCOMPARE(info.timeSource, TimeSource::Unknown);
        QCOMPARE(info.timeHours.size(), std::size_t(2));
        QVERIFY(!info.timeHours[0] && !info.timeHours[1]);
        QVERIFY(warnsOf(info, "3 rows but there are 2 images"));
    }

    void runNumbersPairWhateverTheNumberOfRows()
    {
        StackInfo info = infoOf(2);
        info.runNumbers = {7, 9};
        assignTimes(*parseTimeTable("run,time\n6,1\n7,1.2\n8,1.5\n9,1.7\n"), info);
        QCOMPARE(info.timeSource, TimeSource::Table);
        QCOMPARE(info.timeHours[0].value_or(0), 1.2);
        QCOMPARE(info.timeHours[1].value_or(0), 1.7);
    }

    void aConstantStepIsReported()
    {
        StackInfo info = infoOf(4);
        assignTimes(*parseTimeTable("i,time\n0,0\n1,0.2\n2,0.4\n3,0.6\n"), info);
        QVERIFY(warnsOf(info, "exactly constant step of 0.2 h"));
    }

    void fallingAndUnreadableTimesAreReported()
    {
        StackInfo info = infoOf(4);
        assignTimes(*parseTimeTable("i,time\n0,1\n1,0.5\n2,NA\n3,2\n"), info);
        QVERIFY(warnsOf(info, "do not always rise"));
        QVERIFY(warnsOf(info, "no readable time for 1 frames"));
        QVERIFY(!info.timeHours[2]);
        QVERIFY(info.timeHours[3].has_value());
    }

    void phasesHaveNoHeader()
    {
        const auto phases = parsePhases("tPB2,1,20\ntPNa,21,60\nnonsense\nt2,x,70\n");
        QCOMPARE(phases.size(), std::size_t(2));
        QCOMPARE(phases[1].name, std::string("tPNa"));
        QCOMPARE(phases[1].firstFrame, 21);
        QCOMPARE(phases[1].lastFrame, 60);
    }
};

QTEST_APPLESS_MAIN(TestTimeTable)
#include "tst_time_table.moc"
