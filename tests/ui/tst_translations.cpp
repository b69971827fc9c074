// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "translations/language.h"

using namespace blastoscope;

namespace {

struct Message {
    QString context;
    QString source;
    QStringList translations; ///< one, or one per plural form
    bool finished = true;
};

QList<Message> readCatalogue(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (xml.readNextStartElement() || !xml.atEnd()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append({context, {}, {}, true});
        else if (xml.name() == QLatin1String("source"))
            messages.last().source = xml.readElementText();
        else if (xml.name() == QLatin1String("numerusform"))
            messages.last().translations.append(xml.readElementText());
        else if (xml.name() == QLatin1String("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations.append(text);
        }
    }
    return messages;
}

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
        const QList<Message> messages = catalogue(file);
        QVERIFY(messages.size() > 100);
        for (const Message& message : messages) {
            QVERIFY2(message.finished, qPrintable(message.context + ": " + message.source));
            for (const QString& text : message.translations)
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(message.context + ": " + message.source));
        }
    }

    void placeholdersAreThoseOfTheSource_data() { catalogues_data(); }
    void placeholdersAreThoseOfTheSource()
    {
        QFETCH(QString, file);
        for (const Message& message : catalogue(file)) {
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
        for (const Message& message : catalogue(file)) {
            if (message.source.contains(u'<') || !message.source.contains(mnemonic))
                continue;
            for (const QString& text : message.translations)
                QVERIFY2(text.contains(mnemonic), qPrintable(message.context + ": " + message.source + " → " + text));
        }
    }

    void allCataloguesHoldTheSameTexts()
    {
        QStringList german, chinese;
        for (const Message& message : catalogue(QStringLiteral("blastoscope_de.ts")))
            german << message.context + message.source;
        for (const Message& message : catalogue(QStringLiteral("blastoscope_zh_CN.ts")))
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

private:
    static QList<Message> catalogue(const QString& file)
    {
        const QString root = QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR"));
        return readCatalogue(root + QStringLiteral("/translations/") + file);
    }
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
