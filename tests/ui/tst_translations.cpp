// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include "tests/ui/catalogue.h"
#include "translations/language.h"

using namespace blastoscope;

namespace {

/// "%1", "%2", "%n" in the order of the alphabet.
QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(L?\\d+|n)"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    return found;
}

} // namespace

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void catalogues_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << QStringLiteral("blastoscope_de.ts");
        QTest::newRow("Chinese") << QStringLiteral("blastoscope_zh_CN.ts");
    }

    void theCatalogueIsComplete_data() { catalogues_data(); }
    void theCatalogueIsComplete()
    {
        QFETCH(QString, file);
        const QList<CatalogueMessage> messages = readCatalogue(file);
        QVERIFY(messages.size() > 100);
        for (const CatalogueMessage& message : messages) {
            QVERIFY2(message.finished, qPrintable(message.context + ": " + message.source));
            for (const QString& text : message.translations)
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(message.context + ": " + message.source));
        }
    }

    void placeholdersAreThoseOfTheSource_data() { catalogues_data(); }
    void placeholdersAreThoseOfTheSource()
    {
        QFETCH(QString, file);
        for (const CatalogueMessage& message : readCatalogue(file)) {
            if (message.source.contains(QLatin1String("%n")) || message.source.contains(QLatin1String("%Ln")))
                continue; // a plural form may leave the number out
            for (const QString& text : message.translations)
                QVERIFY2(placeholders(text) == placeholders(message.source),
                         qPrintable(message.context + ": " + message.source + " → " + text));
        }
    }

    void menusKeepTheirMnemonics_data() { catalogues_data(); }
    void menusKeepTheirMnemonics()
    {
        QFETCH(QString, file);
        static const QRegularExpression mnemonic(QStringLiteral("&[^&; ]"));
        for (const CatalogueMessage& message : readCatalogue(file)) {
            if (message.source.contains(u'<') || !message.source.contains(mnemonic))
                continue;
            for (const QString& text : message.translations)
                QVERIFY2(text.contains(mnemonic), qPrintable(message.context + ": " + message.source + " → " + text));
        }
    }

    void allCataloguesHoldTheSameTexts()
    {
        QStringList german, chinese;
        for (const CatalogueMessage& message : readCatalogue(QStringLiteral("blastoscope_de.ts")))
            german << message.context + message.source;
        for (const CatalogueMessage& message : readCatalogue(QStringLiteral("blastoscope_zh_CN.ts")))
            chinese << message.context + message.source;
        german.sort();
        chinese.sort();
        QCOMPARE(chinese, german);
    }

    void aCatalogueIsEmbeddedAndLoads_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("cancel");
        QTest::newRow("German") << QLocale(QLocale::German) << "&Datei" << "Abbrechen";
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China) << "文件(&F)" << "取消";
    }

    void aCatalogueIsEmbeddedAndLoads()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, file);
        QFETCH(QString, cancel);
        QVERIFY(translations::install(*qApp, locale));
        QCOMPARE(QCoreApplication::translate("blastoscope::ui::FileCommands", "&File"), file);
        QCOMPARE(QLocale(), locale);
        if (!QFile::exists(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_de.qm"))
            QSKIP("Qt's own translations are not installed.");
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), cancel);
    }

    void aLanguageWithoutACatalogueIsEnglish() { QVERIFY(!translations::install(*qApp, QLocale(QLocale::Finnish))); }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
