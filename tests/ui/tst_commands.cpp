// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "ui/settings/action_catalog.h"
#include "ui/settings/key_presets.h"
#include "ui/shell/command_list_model.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy_match.h"
#include "ui/shell/shortcut_dialog.h"

using namespace blastoscope::ui;

class CommandsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const std::tuple<const char*, const char*, QKeySequence> actions[] = {
            {"file.open", "&Open…", QKeySequence(Qt::CTRL | Qt::Key_O)},
            {"segment.frame", "Segment &frame", QKeySequence(Qt::Key_F5)},
            {"segment.stack", "Segment &all frames", QKeySequence(Qt::CTRL | Qt::Key_F5)},
            {"view.fit", "&Fit to window", QKeySequence(Qt::CTRL | Qt::Key_0)}};
        for (const auto& [id, text, key] : actions) {
            auto* action = new QAction(QString::fromUtf8(text), this);
            m_catalog.add(QString::fromLatin1(id), QString::fromLatin1(id).section('.', 0, 0), action, {key});
        }
    }

    void lettersAreFoundInOrder_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("empty") << ""
                               << "Open" << true;
        QTest::newRow("prefix") << "op"
                                << "Open" << true;
        QTest::newRow("scattered") << "sgf"
                                   << "Segment frame" << true;
        QTest::newRow("case") << "OPEN"
                              << "open" << true;
        QTest::newRow("blanks") << "seg fr"
                                << "Segment frame" << true;
        QTest::newRow("accents") << "offnen"
                                 << "Öffnen" << true;
        QTest::newRow("wrong order") << "po"
                                     << "Op" << false;
        QTest::newRow("missing letter") << "openx"
                                        << "Open" << false;
        QTest::newRow("longer than the text") << "openopen"
                                              << "Open" << false;
        QTest::newRow("empty text") << "a"
                                    << "" << false;
    }

    void lettersAreFoundInOrder()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, found);
        const auto match = fuzzyMatch(pattern, text);
        QCOMPARE(match.has_value(), found);
        if (match)
            QVERIFY(std::is_sorted(match->positions.begin(), match->positions.end()));
    }

    void wordBeginningsAndRunsCountMore()
    {
        const auto score = [](const char* pattern, const char* text) {
            return fuzzyMatch(QString::fromLatin1(pattern), QString::fromLatin1(text))->score;
        };
        QVERIFY(score("fra", "Segment frame") > score("fra", "Offer stars"));
        QVERIFY(score("ope", "Open") > score("ope", "Stop entry"));
        QCOMPARE(fuzzyMatch(QStringLiteral("sf"), QStringLiteral("Segment frame"))->positions,
                 (std::vector<int>{0, 8}));
    }

    void thePaletteListsTheBestFirstAndRunsIt()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        CommandPalette palette(m_catalog, &window);
        palette.popUp();
        auto* search = palette.findChild<QLineEdit*>(QStringLiteral("commandSearch"));
        QSignalSpy triggered(m_catalog.action(QStringLiteral("segment.stack")), &QAction::triggered);
        QTest::keyClicks(search, QStringLiteral("seg all"));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
        QVERIFY(!palette.isVisible());
    }

    void whatCannotRunIsNotOffered()
    {
        CommandListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.search(m_catalog, QString());
        QCOMPARE(model.rowCount(), 4);
        QAction* open = m_catalog.action(QStringLiteral("file.open"));
        open->setEnabled(false);
        model.search(m_catalog, QStringLiteral("open"));
        QCOMPARE(model.rowCount(), 0);
        open->setEnabled(true);
        model.search(m_catalog, QStringLiteral("file"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Open"));
    }

    void aSecondUseOfAKeyIsNamedAndRefused()
    {
        ShortcutDialog dialog(m_catalog);
        QVERIFY(!dialog.hasConflicts());
        dialog.setKey(QStringLiteral("view.fit"), 0, QKeySequence(Qt::Key_F5));
        QVERIFY(dialog.hasConflicts());
        QVERIFY(!dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
        dialog.setKey(QStringLiteral("view.fit"), 0, QKeySequence(Qt::Key_F6));
        QVERIFY(!dialog.hasConflicts());
        QMap<QString, QList<QKeySequence>> changed;
        connect(&dialog, &ShortcutDialog::keysChosen, this, [&](const auto& keys) { changed = keys; });
        dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(changed.keys(), QStringList{QStringLiteral("view.fit")});
        QCOMPARE(changed.first(), QList<QKeySequence>{QKeySequence(Qt::Key_F6)});
    }

    void presetsAndResettingChangeTheKeys()
    {
        ShortcutDialog dialog(m_catalog);
        QCOMPARE(dialog.presetIndex(), 0);
        const KeyPreset preset{QStringLiteral("Other"),
                               {{QStringLiteral("view.fit"), {QKeySequence(Qt::CTRL | Qt::Key_U)}},
                                {QStringLiteral("unknown.action"), {QKeySequence(Qt::Key_F1)}}}};
        dialog.usePreset(preset);
        QCOMPARE(dialog.keys().value(QStringLiteral("view.fit")).first(), QKeySequence(Qt::CTRL | Qt::Key_U));
        QVERIFY(!dialog.keys().contains(QStringLiteral("unknown.action")));
        QCOMPARE(dialog.presetIndex(), -1);
        dialog.resetKeys(QStringLiteral("view.fit"));
        QCOMPARE(dialog.keys().value(QStringLiteral("view.fit")).first(), QKeySequence(Qt::CTRL | Qt::Key_0));
        QCOMPARE(dialog.presetIndex(), 0);
    }

private:
    ActionCatalog m_catalog;
};

QTEST_MAIN(CommandsTest)
#include "tst_commands.moc"
