// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>

#include "ui/settings/action_catalog.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/key_presets.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m_file = m_folder.filePath(QStringLiteral("%1.ini").arg(++m_count)); }

    void whatIsSetIsThereAtTheNextStart()
    {
        {
            AppSettings settings(m_file);
            settings.setThemeMode(ThemeMode::Dark);
            settings.setLanguage(Language::German);
            settings.setDevice(QStringLiteral("cpu"));
            settings.setModelPath(QStringLiteral("/models/mine.safetensors"));
            settings.setShortcuts({{QStringLiteral("file.save"), {QKeySequence(Qt::CTRL | Qt::Key_D)}}});
            imaging::PixelSizePresets presets;
            QVERIFY(presets.store({"Lab 1", 0.3, {}}));
            settings.setPixelSizePresets(presets);
            settings.setStackValues(QStringLiteral("/data/E-014"), {{QStringLiteral("t0Hours"), 2.5}});
        }
        const AppSettings settings(m_file);
        QCOMPARE(settings.themeMode(), ThemeMode::Dark);
        QCOMPARE(settings.language(), Language::German);
        QCOMPARE(settings.device(), QStringLiteral("cpu"));
        QCOMPARE(settings.modelPath(), QStringLiteral("/models/mine.safetensors"));
        QCOMPARE(settings.shortcuts().value(QStringLiteral("file.save")).value(0), QKeySequence(Qt::CTRL | Qt::Key_D));
        QVERIFY(settings.pixelSizePresets().find("Lab 1"));
        QCOMPARE(settings.stackValues(QStringLiteral("/data/E-014")).value(QStringLiteral("t0Hours")).toDouble(), 2.5);
    }

    void aFreshStartFollowsTheDesktop()
    {
        const AppSettings settings(m_file);
        QCOMPARE(settings.themeMode(), ThemeMode::System);
        QCOMPARE(settings.language(), Language::System);
        QVERIFY(settings.recentStacks().isEmpty());
        QVERIFY(settings.pixelSizePresets().all().empty());
    }

    void recentStacksAreUniqueOrderedAndFew()
    {
        AppSettings settings(m_file);
        for (int i = 0; i < AppSettings::kMaxRecent + 3; ++i)
            settings.addRecentStack(QStringLiteral("/data/E-%1").arg(i));
        settings.addRecentStack(QStringLiteral("/data/E-10/"));
        QCOMPARE(settings.recentStacks().size(), qsizetype(AppSettings::kMaxRecent));
        QCOMPARE(settings.recentStacks().first(), QStringLiteral("/data/E-10"));
        QCOMPARE(settings.recentStacks().count(QStringLiteral("/data/E-10")), qsizetype(1));
        settings.removeRecentStack(QStringLiteral("/data/E-10"));
        QVERIFY(!settings.recentStacks().contains(QStringLiteral("/data/E-10")));
    }

    void pathsOfPropertiesAreNotReadableInTheFile()
    {
        {
            AppSettings settings(m_file);
            settings.setStackValues(QStringLiteral("/data/D2020.01.02_S0001_I001_WELL1"), {{QStringLiteral("a"), 1}});
        }
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("WELL1"));
    }

    void aCatalogKnowsWhatDiffersFromTheDefaults()
    {
        ActionCatalog catalog;
        QAction save(QStringLiteral("&Save…"));
        QAction open(QStringLiteral("&Open"));
        catalog.add(QStringLiteral("file.save"), QStringLiteral("File"), &save, {QKeySequence(Qt::CTRL | Qt::Key_S)});
        catalog.add(QStringLiteral("file.open"), QStringLiteral("File"), &open, {QKeySequence(Qt::CTRL | Qt::Key_O)});
        QVERIFY(catalog.changedKeys().isEmpty());
        QVERIFY(save.toolTip().contains(QKeySequence(Qt::CTRL | Qt::Key_S).toString(QKeySequence::NativeText)));
        catalog.applyKeys({{QStringLiteral("file.save"), {QKeySequence(Qt::Key_F2)}}});
        QCOMPARE(save.shortcut(), QKeySequence(Qt::Key_F2));
        QCOMPARE(catalog.changedKeys().keys(), QStringList{QStringLiteral("file.save")});
        catalog.applyKeys({});
        QCOMPARE(save.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_S));
        QCOMPARE(plainText(save), QStringLiteral("Save"));
    }

    void thereAreKeysForPeopleFromOtherPrograms()
    {
        QStringList names;
        for (const KeyPreset& preset : keyPresets()) {
            names << preset.name;
            QVERIFY2(ActionCatalog::conflictsIn(preset.changed).empty(), qPrintable(preset.name));
        }
        QCOMPARE(names, (QStringList{"Blastoscope", "Cellpose", "napari"}));
        const auto& napari = keyPresets()[2].changed;
        QCOMPARE(napari.value(QStringLiteral("tool.brush")), (QList<QKeySequence>{Qt::Key_P, Qt::Key_2}));
        QCOMPARE(napari.value(QStringLiteral("edit.newObject")), QList<QKeySequence>{Qt::Key_M});
    }

    void keysThatCollideAreFound_data()
    {
        QTest::addColumn<QKeySequence>("a");
        QTest::addColumn<QKeySequence>("b");
        QTest::addColumn<bool>("collide");
        QTest::newRow("same") << QKeySequence(Qt::Key_A) << QKeySequence(Qt::Key_A) << true;
        QTest::newRow("different") << QKeySequence(Qt::Key_A) << QKeySequence(Qt::Key_B) << false;
        QTest::newRow("with a modifier") << QKeySequence(Qt::Key_A) << QKeySequence(Qt::CTRL | Qt::Key_A) << false;
        QTest::newRow("one begins with the other")
            << QKeySequence(Qt::Key_A) << QKeySequence(Qt::Key_A, Qt::Key_B) << true;
        QTest::newRow("none") << QKeySequence() << QKeySequence() << false;
    }

    void keysThatCollideAreFound()
    {
        QFETCH(QKeySequence, a);
        QFETCH(QKeySequence, b);
        QFETCH(bool, collide);
        const auto conflicts = ActionCatalog::conflictsIn({{QStringLiteral("one"), {a}}, {QStringLiteral("two"), {b}}});
        QCOMPARE(!conflicts.empty(), collide);
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
    int m_count = 0;
};

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
