// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include "translations/language.h"
#include "ui/session/core_texts.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

QString sourceOf(const QString& path)
{
    QFile file(QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR")) + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The pieces of the texts that a source file puts into warnings, reports and reasons: quoted, of several words.
QStringList piecesOf(const QString& source)
{
    const QString quoted = QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\"");
    const QString begin = QStringLiteral(
        "(?:warnings\\.push_back|\\.warning = |note = |report\\.(?:drop|change)|notes\\.push_back|problems->push_back|"
        "problem = |reason = |return \\{\"CPU\"|return at::hasCUDA|return countOf|return (?=\"[^\"]* \" \\+)|"
        "case \\w+::\\w+:\\s*return )");
    const QRegularExpression statement(begin + QStringLiteral("(?:[^;\"]|") + quoted + QStringLiteral(")*;"));
    const QRegularExpression literal(quoted), joint(QStringLiteral("(?<!\\\\)\"\\s*\""));
    QStringList pieces;
    for (auto it = statement.globalMatch(source); it.hasNext();) {
        const QString text = it.next().captured().remove(joint);
        for (auto found = literal.globalMatch(text); found.hasNext();) {
            const QString piece = found.next().captured().replace(QLatin1String("\\\""), QLatin1String("\""));
            if (piece.trimmed().contains(u' '))
                pieces << piece.mid(1, piece.size() - 2).trimmed();
        }
    }
    return pieces;
}

} // namespace

class CoreTextsTest : public QObject {
    Q_OBJECT

private slots:
    void textsAreSaidInTheLanguageOfTheWindow()
    {
        QVERIFY(translations::install(*qApp, QLocale(QLocale::German)));
        QCOMPARE(inWindowLanguage(std::string("The mask is empty.")), QStringLiteral("Die Maske ist leer."));
        QCOMPARE(inWindowLanguage(QStringLiteral("Very small: 3 of 120 blastomeres are less than 16 px across.")),
                 QStringLiteral("Sehr klein: 3 von 120 Blastomeren messen weniger als 16 px im Durchmesser."));
        QVERIFY(translations::install(*qApp, QLocale(QLocale::Chinese, QLocale::China)));
        QCOMPARE(inWindowLanguage(QStringLiteral("Very small: 3 of 120 blastomeres are less than 16 px across.")),
                 QStringLiteral("非常小：120 个卵裂球中有 3 个的直径不到 16 px。"));
    }

    void namesInTextsMayHoldAnything()
    {
        QVERIFY(translations::install(*qApp, QLocale(QLocale::German)));
        QCOMPARE(
            inWindowLanguage(QStringLiteral("Leakage: \"a %2\\1 (x).*\" and \"%1\nä\" are the same picture, but one "
                                            "is trained on and the other is held out.")),
            QStringLiteral("Leck: „a %2\\1 (x).*“ und „%1\nä“ sind dasselbe Bild, aber aus dem einen wird gelernt, "
                           "und das andere wird zurückgehalten."));
    }

    void otherTextsStayAsTheyAre()
    {
        QVERIFY(translations::install(*qApp, QLocale(QLocale::German)));
        for (const char* text : {"", "The mask is empty", "\"a.json\": annotation 3 has no \"bbox\".", "%1"})
            QCOMPARE(inWindowLanguage(std::string(text)), QString::fromUtf8(text));
    }

    void englishStaysAsCoreSaysIt()
    {
        translations::install(*qApp, QLocale(QLocale::English));
        for (const QString& text : knownCoreTexts())
            QCOMPARE(inWindowLanguage(text), text);
    }

    void everyTextIsFoundByItself_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : knownCoreTexts())
            QTest::newRow(qPrintable(text)) << text;
    }

    void everyTextIsFoundByItself()
    {
        QFETCH(QString, text);
        QVERIFY(translations::install(*qApp, QLocale(QLocale::German)));
        const QString said = QString(text).replace(QLatin1String("%1"), QLatin1String("12"));
        const QString german = inWindowLanguage(QString(said).replace(QLatin1String("%2"), QLatin1String("345")));
        QVERIFY2(german != text && !german.contains(u'%'), qPrintable(german));
        QCOMPARE(german.contains(QLatin1String("12")), text.contains(QLatin1String("%1")));
        QCOMPARE(german.contains(QLatin1String("345")), text.contains(QLatin1String("%2")));
    }

    void coreSaysNothingElse_data()
    {
        QTest::addColumn<QString>("file");
        QStringList files = {QStringLiteral("core/dataset/dataset_checks.cpp"),
                             QStringLiteral("core/inference/device_choice.cpp"),
                             QStringLiteral("ui/session/annotation_import.cpp")};
        const QDir root(QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR")));
        for (const char* folder : {"core/formats", "core/imaging"})
            for (const QString& name : QDir(root.filePath(QLatin1String(folder))).entryList({QStringLiteral("*.cpp")}))
                files << QLatin1String(folder) + u'/' + name;
        for (const QString& file : files)
            if (!piecesOf(sourceOf(file)).isEmpty())
                QTest::newRow(qPrintable(file)) << file;
    }

    /// Each piece of a text in the sources is a piece of a known one.
    void coreSaysNothingElse()
    {
        QFETCH(QString, file);
        const QString known = knownCoreTexts().join(u'\n');
        for (const QString& piece : piecesOf(sourceOf(file)))
            QVERIFY2(known.contains(piece), qPrintable(piece));
    }
};

QTEST_MAIN(CoreTextsTest)
#include "tst_core_texts.moc"
