// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog of the window in every language, light and dark: it opens, fits on a laptop's screen and cuts no text
// off. With BLASTOSCOPE_GALLERY=FOLDER their pictures are kept there to be looked at.
#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include "core/dataset/dataset_preview.h"
#include "tests/ui/factory_fixtures.h"
#include "tests/ui/training_fixtures.h"
#include "tests/ui/window_fixture.h"
#include "translations/language.h"
#include "ui/factory/factory_desk.h"
#include "ui/factory/pair_list_model.h"
#include "ui/factory/pairs_page.h"
#include "ui/shell/train_commands.h"
#include "ui/training/run_store.h"

using namespace blastoscope;

namespace {

constexpr QSize kLaptop(1366, 728); ///< a small screen without its task bar

/// What opens a window of its own, besides the actions whose names end with an ellipsis.
const QStringList kMoreActions = {QStringLiteral("help.contents"), QStringLiteral("help.about"),
                                  QStringLiteral("train.fineTune"), QStringLiteral("view.commands")};

bool opensWindow(const QAction& action)
{
    const bool ellipsis = action.text().endsWith(QChar(0x2026));
    return action.isEnabled() && (ellipsis || kMoreActions.contains(action.objectName()));
}

/// Visible windows besides the main one.
QWidgetList openedWindows(const QWidget& mainWindow)
{
    QWidgetList opened;
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        const bool own = widget == &mainWindow || qobject_cast<QFileDialog*>(widget)
            || widget->windowType() == Qt::ToolTip || widget->inherits("QMenu")
            || widget->inherits("QComboBoxPrivateContainer");
        if (widget->isVisible() && !own)
            opened.append(widget);
    }
    return opened;
}

/// Texts that need more room than they have.
QStringList cutTexts(const QWidget& window)
{
    QStringList cut;
    for (const QLabel* label : window.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&window) && !label->wordWrap() && label->textFormat() != Qt::RichText
            && label->pixmap(Qt::ReturnByValue).isNull() && label->sizeHint().width() > label->width() + 1)
            cut.append(label->text());
    }
    for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisibleTo(&window) && !button->text().isEmpty()
            && button->fontMetrics().horizontalAdvance(button->text().remove('&')) > button->width())
            cut.append(button->text());
    }
    return cut;
}

void keepPicture(QWidget& window, const QString& name)
{
    const QString folder = qEnvironmentVariable("BLASTOSCOPE_GALLERY");
    if (folder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(window.grab().save(QDir(folder).filePath(name + ".png")));
}

} // namespace

class DialogsTest : public QObject {
    Q_OBJECT

private slots:
    void everyDialogFitsAndCutsNothing_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<ui::ThemeMode>("mode");
        QTest::newRow("english-light") << QLocale(QLocale::English) << ui::ThemeMode::Light;
        QTest::newRow("german-dark") << QLocale(QLocale::German) << ui::ThemeMode::Dark;
        QTest::newRow("chinese-light") << QLocale(QLocale::Chinese, QLocale::China) << ui::ThemeMode::Light;
    }

    void everyStepOfTheLabellingFactoryFits_data() { everyDialogFitsAndCutsNothing_data(); }

    void everyStepOfTheLabellingFactoryFits()
    {
        QFETCH(QLocale, locale);
        QFETCH(ui::ThemeMode, mode);
        translations::install(*qApp, locale);
        WindowFixture fixture({}, factory_fixtures::services(std::make_shared<factory_fixtures::Record>()));
        fixture.theme->setMode(mode);
        fixture.openStack(QStringLiteral("E-014"), 4);
        fixture.segmentAll();
        fixture.run("review.acceptAndGoOn");
        factory_fixtures::makeFactory(fixture.folder.filePath(QStringLiteral("data")));
        ui::RunStore& runs = fixture.window->training().runs();
        runs.setInterval(10);
        QTRY_VERIFY(!runs.runs().empty() && runs.runs().front()->state() == ui::RunState::Finished);
        fixture.run("train.factory");
        auto* window = fixture.window->findChild<ui::FactoryWindow*>();
        QVERIFY(window && window->factory());
        QTRY_COMPARE(window->pairs().model().rowCount(), 40);
        QStringList defects;
        for (int step = 0; step <= ui::FactoryWindow::Pairs; ++step) {
            window->showStep(ui::FactoryWindow::Step(step));
            QTest::qWait(60);
            const QString name =
                QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-factory-%1").arg(step + 1);
            keepPicture(*window, name);
            for (const QString& text : cutTexts(*window))
                defects.append(name + " cuts off: " + text);
        }
        ui::Factory* finished = window->factory();
        window->create();
        window->showStep(ui::FactoryWindow::Generator); // before it trains it has other fields
        QTest::qWait(60);
        keepPicture(*window, QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral("-factory-new"));
        defects += cutTexts(*window);
        const QSize smallest = window->minimumSizeHint();
        QVERIFY2(smallest.width() <= kLaptop.width() && smallest.height() <= kLaptop.height(),
                 qPrintable(QStringLiteral("%1 x %2").arg(smallest.width()).arg(smallest.height())));
        QVERIFY2(defects.isEmpty(), qPrintable(defects.join('\n')));
        window->showFactory(finished);
        window->findChild<QPushButton*>(QStringLiteral("openSamples"))->click(); // they are a stack like any other
        QTRY_COMPARE(fixture.stack().name(), QStringLiteral("samples-2"));
        QCOMPARE(fixture.stack().document().frameCount(), 10);
        QVERIFY(fixture.stack().info().warnings.empty()); // the list beside them is our own
    }

    void everyDialogFitsAndCutsNothing()
    {
        QFETCH(QLocale, locale);
        QFETCH(ui::ThemeMode, mode);
        translations::install(*qApp, locale);
        ui::TrainingServices services;
        services.previewDataset = dataset::previewDataset;
        services.readModelCard = training::readCard;
        services.chooseDevice = [](auto) -> base::Result<inference::DeviceInfo> {
            return inference::DeviceInfo{"CPU", "this LibTorch was built without CUDA", false, false};
        };
        WindowFixture fixture(services, factory_fixtures::services(std::make_shared<factory_fixtures::Record>()));
        fixture.theme->setMode(mode);
        fixture.openStack(QStringLiteral("E-014"), 4);
        fixture.segmentAll();
        fixture.run("review.acceptAndGoOn");

        int looked = 0;
        QStringList defects;
        for (QAction* action : fixture.window->findChildren<QAction*>()) {
            if (!opensWindow(*action))
                continue;
            action->trigger();
            QTest::qWait(50); // posted layouts and the first answers of workers
            for (QWidget* window : openedWindows(*fixture.window)) {
                const QString name = QString::fromLatin1(QTest::currentDataTag()) + '-' + action->objectName();
                keepPicture(*window, name);
                const QSize smallest = window->minimumSizeHint();
                if (smallest.width() > kLaptop.width() || smallest.height() > kLaptop.height())
                    defects.append(name + " is too large");
                for (const QString& text : cutTexts(*window))
                    defects.append(name + " cuts off: " + text);
                ++looked;
                window->close();
            }
            for (QWidget* left : QApplication::topLevelWidgets()) {
                if (left != fixture.window.get() && left->isVisible())
                    left->close();
            }
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        QVERIFY2(defects.isEmpty(), qPrintable(defects.join('\n')));
        QVERIFY2(looked >= 10, qPrintable(QString::number(looked)));
    }
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
