// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QDirIterator>
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
    void initTestCase()
    {
        const QString root = QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR"));
        m_messages = readCatalogue(root + QStringLiteral("/translations/blastoscope_de.ts"));
        QVERIFY(m_messages.size() > 100);
    }

    void theGermanCatalogueIsComplete()
    {
        for (const Message& message : m_messages) {
            QVERIFY2(message.finished, qPrintable(message.context + ": " + message.source));
            for (const QString& text : message.translations)
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(message.context + ": " + message.source));
        }
    }

    void placeholdersAreThoseOfTheSource()
    {
        for (const Message& message : m_messages) {
            if (message.source.contains(QLatin1String("%n")))
                continue; // a plural form may leave the number out
            for (const QString& text : message.translations)
                QVERIFY2(placeholders(text) == placeholders(message.source),
                         qPrintable(message.context + ": " + message.source + " → " + text));
        }
    }

    void germanIsEmbeddedAndLoads()
    {
        QVERIFY(translations::install(*qApp, QLocale(QLocale::German)));
        QCOMPARE(QCoreApplication::translate("blastoscope::ui::FileCommands", "&File"), QStringLiteral("&Datei"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
    }

    void aLanguageWithoutACatalogueIsEnglish() { QVERIFY(!translations::install(*qApp, QLocale(QLocale::Finnish))); }

private:
    QList<Message> m_messages;
};

QTEST_MAIN(TranslationsTest)
#include "tst_translations.moc"
