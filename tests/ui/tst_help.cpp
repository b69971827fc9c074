// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDockWidget>
#include <QListWidget>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBlock>

#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/help/help_browser.h"
#include "ui/help/help_topic.h"
#include "ui/help/help_window.h"
#include "ui/shell/review_panel.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

QString noKeys(const QString&)
{
    return {};
}

/// The targets of all links of a page.
QStringList linksOf(const QString& markdown)
{
    static const QRegularExpression pattern(QStringLiteral("\\]\\(([^)]*)\\)"));
    QStringList links;
    for (auto it = pattern.globalMatch(markdown); it.hasNext();)
        links << it.next().captured(1);
    return links;
}

} // namespace

class HelpTest : public QObject {
    Q_OBJECT

private slots:
    void everyPageHasATitleAndWords()
    {
        const HelpPages pages(noKeys);
        QVERIFY(pages.pages().size() >= 15);
        for (const HelpPage& page : pages.pages()) {
            QVERIFY2(!page.title.isEmpty(), qPrintable(page.id));
            QVERIFY2(pages.markdown(page.id).size() > 300, qPrintable(page.id));
        }
    }

    void everyLinkLeadsToAPage()
    {
        const HelpPages pages(noKeys);
        HelpWindow window(noKeys);
        QSet<QString> reached = {QStringLiteral("index")};
        for (const HelpPage& page : pages.pages()) {
            window.showPage(page.id);
            QCOMPARE(window.page(), page.id);
            for (const QString& link : linksOf(pages.markdown(page.id))) {
                QVERIFY2(link.endsWith(QStringLiteral(".md")), qPrintable(page.id + ": " + link));
                const QString target = link.chopped(3);
                QVERIFY2(pages.contains(target), qPrintable(page.id + ": " + link));
                reached.insert(target);
                const QUrl url = window.browser().source().resolved(QUrl(link));
                QVERIFY(!window.browser().loadResource(QTextDocument::MarkdownResource, url).toString().isEmpty());
            }
        }
        for (const HelpPage& page : pages.pages())
            QVERIFY2(reached.contains(page.id), qPrintable("no link to " + page.id));
    }

    void everyCommandThatAPageNamesExists()
    {
        WindowFixture fixture;
        const HelpPages pages(noKeys);
        QVERIFY(pages.namedCommands().size() > 30);
        for (const QString& id : pages.namedCommands())
            QVERIFY2(fixture.window->actions().find(id), qPrintable(id));
        for (const HelpPage& page : pages.pages())
            QVERIFY2(!pages.markdown(page.id).contains(u'{'), qPrintable(page.id));
    }

    void keysAreThoseOfNow()
    {
        const HelpPages pages([](const QString& id) {
            return id == QLatin1String("segment.stack") || id == QLatin1String("tool.snap") ? QStringLiteral("Ctrl+7")
                                                                                            : QString();
        });
        QVERIFY(pages.markdown(QStringLiteral("index")).contains(QStringLiteral("press **Ctrl+7**")));
        QVERIFY(pages.markdown(QStringLiteral("correct")).contains(QStringLiteral("cell** (**Ctrl+7**)")));
        QVERIFY(pages.markdown(QStringLiteral("correct")).contains(QStringLiteral("segment** lets")));
        QVERIFY(pages.markdown(QStringLiteral("nowhere")).isEmpty());
        const HelpPages brackets([](const QString&) { return QStringLiteral("["); });
        QVERIFY(brackets.markdown(QStringLiteral("correct")).contains(QStringLiteral("**\\[**")));
    }

    void searchingFindsPagesByAllWords()
    {
        const HelpPages pages(noKeys);
        const auto hits = pages.search(QStringLiteral("held OUT embryos"));
        QVERIFY(hits.size() >= 2);
        for (const HelpHit& hit : hits)
            QVERIFY(!hit.excerpt.isEmpty());
        QCOMPARE(pages.search(QStringLiteral("fine-tuning")).front().id, QStringLiteral("fine-tune"));
        QVERIFY(pages.search(QStringLiteral("xyzzy")).empty());
        QVERIFY(pages.search(QStringLiteral("  ")).empty());

        HelpWindow window(noKeys);
        auto* list = window.findChild<QListWidget*>();
        QCOMPARE(list->count(), int(pages.pages().size()));
        window.search(QStringLiteral("audit"));
        QVERIFY(list->count() >= 1 && list->count() < 6);
        window.search({});
        QCOMPARE(list->count(), int(pages.pages().size()));
    }

    void linksAndContentsTurnThePages()
    {
        HelpWindow window(noKeys);
        window.showPage(QStringLiteral("index"));
        auto* list = window.findChild<QListWidget*>();
        QCOMPARE(list->currentRow(), 0);
        window.browser().setSource(window.browser().source().resolved(QUrl(QStringLiteral("review.md"))));
        QCOMPARE(window.page(), QStringLiteral("review"));
        QCOMPARE(list->currentItem()->text(), QStringLiteral("Review"));
        QCOMPARE(window.browser().document()->begin().text(), QStringLiteral("Review"));
        list->setCurrentRow(1);
        QCOMPARE(window.page(), QStringLiteral("open"));
        window.browser().backward();
        QCOMPARE(window.page(), QStringLiteral("review"));
        window.showPage(QStringLiteral("nowhere"));
        QCOMPARE(window.page(), QStringLiteral("index"));
    }

    void f1OpensThePageThatFitsTheFocus()
    {
        WindowFixture fixture;
        fixture.openStack(QStringLiteral("E-014"), 3);
        const HelpPages pages(noKeys);
        for (const QDockWidget* dock : fixture.window->findChildren<QDockWidget*>()) {
            const QString page = helpPageFor(dock->widget());
            QVERIFY2(pages.contains(page) && page != QLatin1String("index"), qPrintable(dock->objectName()));
        }
        QCOMPARE(helpPageFor(fixture.window->findChild<ReviewPanel*>()), QStringLiteral("review"));
        QCOMPARE(helpPageFor(&fixture.window->view().canvas()), QStringLiteral("correct"));
        QCOMPARE(helpPageFor(nullptr), QStringLiteral("index"));

        fixture.window->view().canvas().setFocus();
        QTRY_VERIFY(QApplication::focusWidget());
        fixture.run("help.contents");
        auto* help = fixture.window->findChild<HelpWindow*>();
        QVERIFY(help && help->isVisible());
        QCOMPARE(help->page(), QStringLiteral("correct")); // the canvas has the focus
        fixture.run("help.fineTuning");
        QCOMPARE(fixture.window->findChildren<HelpWindow*>().size(), qsizetype(1));
        QCOMPARE(help->page(), QStringLiteral("fine-tune"));
    }
};

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
