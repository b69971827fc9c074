// SPDX-License-Identifier: Apache-2.0
#include <QtTest>

#include "core/imaging/file_names.h"
#include "core/imaging/units.h"

using namespace blastoscope::imaging;

class TestFileNames : public QObject {
    Q_OBJECT

private slots:
    void naturalOrderComparesDigitsAsNumbers_data()
    {
        QTest::addColumn<QString>("smaller");
        QTest::addColumn<QString>("larger");
        QTest::newRow("more digits") << "img2.png" << "img10.png";
        QTest::newRow("leading zeros") << "img007.png" << "img10.png";
        QTest::newRow("letters without case") << "Alpha" << "beta";
        QTest::newRow("prefix") << "img" << "img1";
        QTest::newRow("second number decides") << "t1_z9" << "t1_z10";
        QTest::newRow("longer than any integer") << "a99999999999999999998" << "a99999999999999999999";
        QTest::newRow("equal but for case") << "A" << "a";
    }
    void naturalOrderComparesDigitsAsNumbers()
    {
        QFETCH(QString, smaller);
        QFETCH(QString, larger);
        QVERIFY(naturalLess(smaller.toStdString(), larger.toStdString()));
        QVERIFY(!naturalLess(larger.toStdString(), smaller.toStdString()));
        QVERIFY(!naturalLess(smaller.toStdString(), smaller.toStdString()));
    }

    void runNumberIsTheEndOfTheStem_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("run"); // -1 = none
        QTest::newRow("embryoscope") << "D2016.01.29_S1566_I132_WELL6_RUN126.jpeg" << 126;
        QTest::newRow("lower case") << "x-run0001.JPG" << 1;
        QTest::newRow("number alone") << "test00545.jpg" << -1;
        QTest::newRow("run without number") << "RUN.jpeg" << -1;
        QTest::newRow("number not at the end") << "RUN12_copy.jpeg" << -1;
        QTest::newRow("overflow") << "RUN99999999999.jpeg" << -1;
    }
    void runNumberIsTheEndOfTheStem()
    {
        QFETCH(QString, name);
        QFETCH(int, run);
        QCOMPARE(runNumber(name.toStdString()).value_or(-1), run);
    }

    void recordingPrefixStandsBeforeTheRun()
    {
        QCOMPARE(recordingPrefix("S1_WELL6_RUN126.jpeg"), std::string("S1_WELL6_"));
        QCOMPARE(recordingPrefix("picture.jpeg"), std::string());
    }

    void focalOffsetComesFromTheFolderName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isPlane");
        QTest::addColumn<int>("focus");
        QTest::addColumn<QString>("base");
        QTest::newRow("zero") << "F0" << true << 0 << "";
        QTest::newRow("negative") << "F-15" << true << -15 << "";
        QTest::newRow("signed") << "f+30" << true << 30 << "";
        QTest::newRow("data set") << "embryo_dataset_F15" << true << 15 << "embryo_dataset";
        QTest::newRow("data set, negative") << "embryo_dataset_F-45" << true << -45 << "embryo_dataset";
        QTest::newRow("no plane") << "embryo_dataset" << false << 0 << "embryo_dataset";
        QTest::newRow("letter before F") << "PDF15" << false << 0 << "PDF15";
        QTest::newRow("no number") << "F" << false << 0 << "F";
    }
    void focalOffsetComesFromTheFolderName()
    {
        QFETCH(QString, name);
        QFETCH(bool, isPlane);
        QFETCH(int, focus);
        QFETCH(QString, base);
        const auto offset = focalOffset(name.toStdString());
        QCOMPARE(offset.has_value(), isPlane);
        QCOMPARE(offset.value_or(0), focus);
        QCOMPARE(QString::fromStdString(withoutFocalOffset(name.toStdString())), base);
    }

    void displayedNamesAreValidUtf8()
    {
        QCOMPARE(displayName("/a/Größe 1.png"), std::string("Größe 1.png"));
        QCOMPARE(displayName("/a/Gr\xF6\xDF" "e.png"), std::string("Gr??e.png"));
        QCOMPARE(displayName("cut\xC3"), std::string("cut?"));
        QCOMPARE(displayName("\xC0\xAF\xED\xA0\x80"), std::string("?????"));
        QCOMPARE(displayName("folder/"), std::string("folder"));
        QCOMPARE(quotedName("/a/b.png"), std::string("\"b.png\""));
    }

    void unitsThatAreNotKnownGiveNoFactor()
    {
        QCOMPARE(micrometresPerUnit("\xC2\xB5m").value_or(0), 1.0);
        QCOMPARE(micrometresPerUnit("\\u00B5m").value_or(0), 1.0);
        QCOMPARE(micrometresPerUnit(" Micron ").value_or(0), 1.0);
        QCOMPARE(micrometresPerUnit("nm").value_or(0), 0.001);
        QVERIFY(!micrometresPerUnit("pixel"));
        QVERIFY(!micrometresPerUnit(""));
        QCOMPARE(hoursPerUnit("min").value_or(0) * 60, 1.0);
        QVERIFY(!hoursPerUnit("frames"));
    }
};

QTEST_APPLESS_MAIN(TestFileNames)
#include "tst_file_names.moc"
