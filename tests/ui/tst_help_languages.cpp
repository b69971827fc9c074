// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextDocument>

#include "tests/ui/catalogue.h"
#include "translations/language.h"
#include "ui/help/help_pages.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

constexpr auto kHeading = "^(#+) ";
constexpr auto kTableRow = "^(\\|)";
constexpr auto kLink = "\\]\\(([^)]*)\\)";
constexpr auto kCommand = "(\\{[a-z]+\\.[A-Za-z]+\\??\\})";
constexpr auto kBold = "\\*\\*([^*]+)\\*\\*";
constexpr auto kItalic = "(?<!\\*)\\*([^*]+)\\*(?!\\*)";
constexpr auto kCell = "(?<=^\\| |\\| )([^|\\n]+)(?= \\|)";
constexpr auto kQuoted = "“([^”]+)”";

QString noKeys(const QString&)
{
    return {};
}

/// A page as it lies in the program; "" is the folder of the English ones.
QString pageIn(const QString& folder, const QString& id)
{
    QFile file(QStringLiteral(":/blastoscope/help/") + folder + id + QStringLiteral(".md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the first group of the pattern holds, place by place.
QStringList allMatches(const QString& text, const char* pattern)
{
    const QRegularExpression expression(QString::fromUtf8(pattern), QRegularExpression::MultilineOption);
    QStringList found;
    for (auto it = expression.globalMatch(text); it.hasNext();)
        found << it.next().captured(1);
    return found;
}

/// In the order of the alphabet: languages order their words differently.
QStringList sortedMatches(const QString& text, const char* pattern)
{
    QStringList found = allMatches(text, pattern);
    found.sort();
    return found;
}

/// "File → Open…" as its parts, each without what menus and labels add to a name: mnemonics, dots, colons.
QStringList namesIn(const QString& span)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    static const QRegularExpression end(QStringLiteral("[\\s.…:：]+$"));
    QStringList names = span.split(QStringLiteral(" → "));
    for (QString& name : names)
        name = name.remove(mnemonic).remove(end).trimmed();
    return names;
}

QString nameOf(const QString& text)
{
    return namesIn(text).join(QStringLiteral(" → "));
}

/// What an English page may have from the window: what is emphasised or fills a cell of a table.
QStringList spansOf(const QString& page)
{
    return allMatches(page, kBold) + allMatches(page, kItalic) + allMatches(page, kCell);
}

/// What in a translation is always from the window: italics in German, quotes in Chinese, and bold text that looks like
/// a command.
QStringList windowNamesOf(const QString& page, const QString& folder)
{
    return allMatches(page, folder == QLatin1String("de/") ? kItalic : kQuoted) +
           allMatches(page, kBold).filter(QRegularExpression(QStringLiteral(" → |…$")));
}

} // namespace

class HelpLanguagesTest : public QObject {
    Q_OBJECT

private slots:
    void languages_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("catalogue");
        QTest::newRow("German") << QStringLiteral("de/") << QStringLiteral("blastoscope_de.ts");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN/") << QStringLiteral("blastoscope_zh_CN.ts");
    }

    void everyPageIsThereAndBuiltAlike_data() { languages_data(); }
    void everyPageIsThereAndBuiltAlike()
    {
        QFETCH(QString, folder);
        const HelpPages pages(noKeys);
        for (const HelpPage& page : pages.pages()) {
            const QString english = pageIn({}, page.id);
            const QString other = pageIn(folder, page.id);
            QVERIFY2(!other.isEmpty(), qPrintable(page.id));
            for (const char* part : {kHeading, kTableRow, kLink, kCommand}) {
                const QStringList wanted = sortedMatches(english, part), found = sortedMatches(other, part);
                QVERIFY2(found == wanted, qPrintable(page.id + ": " + found.join(u' ') + " / " + wanted.join(u' ')));
            }
        }
    }

    void namesOfTheWindowAreTranslatedAsThere_data() { languages_data(); }
    void namesOfTheWindowAreTranslatedAsThere()
    {
        QFETCH(QString, folder);
        QFETCH(QString, catalogue);
        QHash<QString, QStringList> translationsOf;
        for (const CatalogueMessage& message : readCatalogue(catalogue))
            for (const QString& text : message.translations)
                translationsOf[nameOf(message.source)] << nameOf(text);
        const HelpPages pages(noKeys);
        int checked = 0;
        for (const HelpPage& page : pages.pages())
            for (const QString& span : spansOf(pageIn({}, page.id)))
                for (const QString& name : namesIn(span)) {
                    const QStringList wanted = translationsOf.value(name);
                    if (wanted.isEmpty())
                        continue; // not of the window
                    const QString other = pageIn(folder, page.id);
                    const auto isThere = [&other](const QString& text) {
                        return other.contains(text, Qt::CaseInsensitive);
                    };
                    QVERIFY2(std::any_of(wanted.begin(), wanted.end(), isThere),
                             qPrintable(page.id + ": " + name + " → " + wanted.join(u'/')));
                    ++checked;
                }
        QVERIFY(checked > 80);
    }

    void everyNameThatAPageQuotesIsInTheWindow_data() { languages_data(); }
    void everyNameThatAPageQuotesIsInTheWindow()
    {
        QFETCH(QString, folder);
        QFETCH(QString, catalogue);
        QSet<QString> names;
        for (const CatalogueMessage& message : readCatalogue(catalogue))
            for (const QString& text : message.translations)
                names.insert(nameOf(text));
        const HelpPages pages(noKeys);
        int checked = 0;
        for (const HelpPage& page : pages.pages())
            for (const QString& span : windowNamesOf(pageIn(folder, page.id), folder))
                for (const QString& name : namesIn(span)) {
                    QVERIFY2(names.contains(name), qPrintable(page.id + ": " + name));
                    ++checked;
                }
        QVERIFY(checked > 40);
    }

    void theHelpSpeaksTheLanguageOfTheWindow_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("words");
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Austria) << "Prüfung"
                                << "zurückgehalten";
        QTest::newRow("Chinese") << QLocale(QLocale::Chinese, QLocale::China) << "审阅"
                                 << "卵裂球";
        QTest::newRow("Taiwan") << QLocale(QLocale::Chinese, QLocale::Taiwan) << "Review"
                                << "blastomere";
        QTest::newRow("English") << QLocale(QLocale::English) << "Review"
                                 << "blastomere";
        QTest::newRow("Finnish") << QLocale(QLocale::Finnish) << "Review"
                                 << "blastomere";
    }

    void theHelpSpeaksTheLanguageOfTheWindow()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, title);
        QFETCH(QString, words);
        translations::install(*qApp, locale);
        const HelpPages pages(noKeys);
        const auto isReview = [](const HelpPage& page) { return page.id == QLatin1String("review"); };
        QCOMPARE(std::find_if(pages.pages().begin(), pages.pages().end(), isReview)->title, title);
        QVERIFY(pages.search(words).size() >= 3);
    }

    void emphasisIsUnderstood_data() { languages_data(); }
    /// In Chinese no space tells Markdown where emphasis begins and ends.
    void emphasisIsUnderstood()
    {
        QFETCH(QString, folder);
        const bool german = folder == QLatin1String("de/");
        translations::install(*qApp, german ? QLocale(QLocale::German) : QLocale(QLocale::Chinese, QLocale::China));
        const HelpPages pages([](const QString&) { return QStringLiteral("["); });
        for (const HelpPage& page : pages.pages()) {
            QTextDocument document;
            document.setMarkdown(pages.markdown(page.id));
            const QString text = document.toPlainText();
            for (const char* mark : {"*", "](", "{"}) {
                const qsizetype at = text.indexOf(QLatin1String(mark));
                QVERIFY2(at < 0, qPrintable(page.id + ": " + text.mid(std::max<qsizetype>(0, at - 30), 60)));
            }
        }
    }
};

QTEST_MAIN(HelpLanguagesTest)
#include "tst_help_languages.moc"
