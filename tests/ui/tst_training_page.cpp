// SPDX-License-Identifier: GPL-3.0-or-later
// The training page and the models: from the form to a run, its curves, the comparison and the new default.
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

#include <qcustomplot.h>

#include "tests/ui/training_fixtures.h"
#include "ui/training/comparison_model.h"
#include "ui/training/comparison_report.h"
#include "ui/training/comparison_verdict.h"
#include "ui/training/curves_view.h"
#include "ui/training/fine_tuning_form.h"
#include "ui/training/frame_comparison_view.h"
#include "ui/training/model_collection.h"
#include "ui/training/model_list_model.h"
#include "ui/training/models_panel.h"
#include "ui/training/training_window.h"

using namespace blastoscope;
using namespace blastoscope::ui;

Q_DECLARE_METATYPE(blastoscope::ui::ComparisonReport)
Q_DECLARE_METATYPE(blastoscope::ui::Advice)

class TrainingPageTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        qputenv("FAKE_WORKER", "finish");
        m_folder = std::make_unique<QTemporaryDir>();
        m_shipped = training::makeModel(path("shipped.safetensors"), "tiny aaa");
        m_runs = std::make_unique<RunStore>(path("runs"), QStringLiteral(FAKE_WORKER_PROGRAM));
        m_runs->setInterval(10);
        m_models = std::make_unique<ModelCollection>(QStringList{m_shipped}, path("runs"), training::readCard);
    }

    void cleanup()
    {
        m_window.reset();
        if (m_runs->active()) {
            QVERIFY(m_runs->active()->stop());
            QTRY_VERIFY(!m_runs->active());
        }
        m_models.reset();
        m_runs.reset();
    }

    void theDefaultsAreEnoughToStart()
    {
        makeWindow();
        QTRY_VERIFY(!startButton()->isEnabled());
        QTRY_COMPARE(form().findChild<QComboBox*>(QStringLiteral("baseModel"))->count(), 1);
        training::makeDataset(path("datasets"), QStringLiteral("clinic"));
        form().reloadDatasets();
        QTRY_VERIFY(startButton()->isEnabled());
        const auto settings = form().settings();
        QVERIFY(settings);
        QCOMPARE(settings->basePath, m_shipped);
        QCOMPARE(*settings->tuning.minutes, 10.0);
        QCOMPARE(*settings->tuning.simulatedShare, 0.5);
        QCOMPARE(*settings->tuning.learningRate, 1e-4);
        QVERIFY(settings->tuning.freeze.empty());
        QVERIFY(settings->title.startsWith(QStringLiteral("tiny@")));
        QVERIFY(label("datasetFacts").contains(QStringLiteral("8 frame")));
        QVERIFY(label("datasetWarnings").contains(QStringLiteral("Only 3 embryos")));
        QTRY_VERIFY(label("deviceReason").contains(QStringLiteral("it is a test")));
        form().findChild<QComboBox*>(QStringLiteral("trainingDevice"))->setCurrentIndex(2);
        QTRY_COMPARE(label("deviceReason"), QStringLiteral("There is no GPU here."));
    }

    void epochsBecomeSteps()
    {
        makeReadyWindow();
        form().setEpochs(10);
        form().setSimulatedShare(0.5);
        const auto settings = form().settings();
        QVERIFY(settings);
        QVERIFY(!settings->tuning.minutes);
        QCOMPARE(*settings->tuning.steps, 40); // 8 frames, 4 pictures a step, half of them real
    }

    void whatCannotBeTrainedIsSaid()
    {
        training::makeDataset(path("datasets"), QStringLiteral("empty"), 0);
        makeWindow();
        QTRY_COMPARE(form().findChild<QComboBox*>(QStringLiteral("trainingSet"))->count(), 1);
        QTRY_COMPARE(form().findChild<QComboBox*>(QStringLiteral("baseModel"))->count(), 1);
        QVERIFY(!startButton()->isEnabled());
        QVERIFY(!form().settings());
        training::makeDataset(path("datasets"), QStringLiteral("empty"), 3);
        form().reloadDatasets();
        QTRY_VERIFY(startButton()->isEnabled());
        form().findChild<QLineEdit*>(QStringLiteral("newModelName"))->setText(QStringLiteral("  "));
        QVERIFY(!startButton()->isEnabled());
    }

    void aRunGoesFromTheButtonToTheComparison()
    {
        makeReadyWindow();
        m_window->show();
        QSignalSpy makeDefault(m_window.get(), &TrainingWindow::makeDefaultRequested);
        startButton()->click();
        QVERIFY(m_window->shownRun());
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Finished);
        auto* table = m_window->findChild<QTreeView*>(QStringLiteral("comparisonTable"));
        QTRY_VERIFY(table->isVisible());
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QVERIFY(label("comparisonVerdict").contains(QStringLiteral("better at: outlines")));
        QCOMPARE(table->model()->index(1, ComparisonModel::Before).data().toString(), QStringLiteral("50.0"));
        QCOMPARE(table->model()->index(1, ComparisonModel::Change).data().toString(), QStringLiteral("+20.0"));
        QCOMPARE(table->model()->index(7, ComparisonModel::Change).data().toString(), QStringLiteral("-2.0"));
        auto* curves = m_window->findChild<CurvesView*>();
        QCOMPARE(curves->plot().graphCount(), 3); // loss, held-out and simulated AP
        QCOMPARE(curves->plot().graph(0)->dataCount(), 3);
        auto* button = m_window->findChild<QPushButton*>(QStringLiteral("makeDefault"));
        QVERIFY(button->isEnabled());
        button->click();
        QCOMPARE(makeDefault.value(0).value(0).toString(), m_window->shownRun()->modelFile());
        m_models->setDefaultModel(m_window->shownRun()->modelFile());
        QVERIFY(!button->isEnabled());
        QVERIFY(!m_window->findChild<QPushButton*>(QStringLiteral("removeRun"))->isEnabled());
    }

    void aSecondRunWaitsForTheFirst()
    {
        qputenv("FAKE_WORKER", "endless");
        makeReadyWindow();
        startButton()->click();
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Running);
        QTRY_VERIFY(!startButton()->isEnabled());
        auto* pause = m_window->findChild<QPushButton*>(QStringLiteral("pauseRun"));
        auto* stop = m_window->findChild<QPushButton*>(QStringLiteral("stopRun"));
        pause->click();
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Paused);
        QCOMPARE(pause->text(), QStringLiteral("Go on"));
        pause->click();
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Running);
        stop->click();
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Stopped);
        QTRY_VERIFY(startButton()->isEnabled());
        pause->click(); // takes it up again
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Finished);
    }

    void aRunThatFailsSaysWhy()
    {
        qputenv("FAKE_WORKER", "refuse");
        makeReadyWindow();
        startButton()->click();
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Failed);
        QTRY_COMPARE(label("runMessage"), QStringLiteral("The dataset is not what it was."));
    }

    void damagedComparisonsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray models = "{\"models\":[{\"name\":\"a\"},{\"name\":\"b\"}],";
        QTest::newRow("torn") << QByteArray("{\"models\":[");
        QTest::newRow("one model") << QByteArray("{\"models\":[{\"name\":\"a\"}]}");
        QTest::newRow("missing result") << models + "\"simulated\":{\"frames\":1,\"results\":[{\"ap\":1}]}}";
        QTest::newRow("picture elsewhere")
            << models +
                   "\"validation\":{\"frames\":0,\"results\":[],\"worst\":[{\"picture\":\"../../x.png\",\"cells\":0,"
                   "\"truth\":{\"window\":[0,0,9,9],\"size\":8,\"masks\":[]},\"results\":[]}]}}";
        QTest::newRow("huge grid")
            << models + "\"validation\":{\"frames\":0,\"results\":[],\"worst\":[{\"picture\":\"x.png\",\"cells\":0,"
                        "\"truth\":{\"window\":[0,0,9,9],\"size\":900000,\"masks\":[]},\"results\":[]}]}}";
        QTest::newRow("bad mask")
            << models + "\"validation\":{\"frames\":0,\"results\":[],\"worst\":[{\"picture\":\"x.png\",\"cells\":0,"
                        "\"truth\":{\"window\":[0,0,9,9],\"size\":8,\"masks\":[\"zz\"]},\"results\":[]}]}}";
    }

    void damagedComparisonsAreRefused()
    {
        QFETCH(QByteArray, content);
        training::write(path("comparison.json"), content);
        const auto report = readComparison(path("comparison.json"));
        QVERIFY(!report);
        QVERIFY(!report.error().message.empty());
    }

    void notesAreSaidInWords()
    {
        training::write(path("comparison.json"),
                        "{\"models\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"notes\":[\"As it used to be.\","
                        "{\"code\":\"nothing_held_out\",\"text\":\"x\"},"
                        "{\"code\":\"not_exhaustive\",\"text\":\"x\"},"
                        "{\"code\":\"of tomorrow\",\"text\":\"Something new.\"}]}");
        const auto report = readComparison(path("comparison.json"));
        QVERIFY(report);
        QStringList said;
        for (const ComparisonNote& note : report->notes)
            said << noteText(note);
        QCOMPARE(said.size(), 4);
        QCOMPARE(said[0], QStringLiteral("As it used to be."));
        QVERIFY(said[1].startsWith(QStringLiteral("The training set holds no embryo out")));
        QVERIFY(said[2].startsWith(QStringLiteral("Not every cell of the real frames is outlined")));
        QCOMPARE(said[3], QStringLiteral("Something new."));
    }

    void outlinesArePlacedOnThePicture()
    {
        ShownFrame frame;
        frame.picture = QStringLiteral("images/00001.png");
        frame.cells = 1;
        frame.truth = {QRectF(10, 10, 20, 20), {frames::disc(8, 4, 4, 3)}};
        frame.results = {{0, 0, {QRectF(0, 0, 40, 40), {}}},
                         {1, 0.9, {QRectF(0, 0, 40, 40), {frames::disc(8, 4, 4, 2)}}}};
        const QString set = training::makeDataset(m_folder->path(), QStringLiteral("set"));
        const ComparedFrame compared = comparedFrame(frame, set);
        QCOMPARE(compared.picture.size(), QSize(40, 40));
        QVERIFY(QRectF(11.5, 11.5, 17, 17).contains(compared.truth.boundingRect()));
        QVERIFY(compared.sides[0].outlines.isEmpty());
        QVERIFY((compared.sides[1].outlines.boundingRect().center() - QPointF(20, 20)).manhattanLength() < 1);
        FrameComparisonView view;
        view.resize(400, 240);
        view.setFrame(compared);
        const QImage picture = view.grab().toImage();
        QVERIFY(picture.pixelColor(300, 100) != picture.pixelColor(10, 230));
        QVERIFY(comparedFrame(frame, path("nowhere")).picture.isNull());
    }

    void theComparisonTableHoldsTogether()
    {
        ComparisonModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ComparisonReport report;
        report.models = QStringList{"a 1", "b 1"};
        report.simulated = ComparisonPart{10, 0, {ModelNumbers{}, ModelNumbers{}}};
        model.setReport(report);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.index(1, ComparisonModel::After).data().toString(), QStringLiteral("–")); // no cell, no AP
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void theVerdictIsHonest_data()
    {
        QTest::addColumn<ComparisonReport>("report");
        QTest::addColumn<Advice>("advice");
        QTest::addColumn<QString>("said");
        const auto numbers = [](double ap, double ap50, double exact, double withinOne) {
            ModelNumbers numbers;
            numbers.ap = ap;
            numbers.ap50 = ap50;
            numbers.exact = exact;
            numbers.withinOne = withinOne;
            return numbers;
        };
        const auto compared = [](int frames, const ModelNumbers& before, const ModelNumbers& after) {
            ComparisonReport report;
            report.models = QStringList{"a 1", "b 1"};
            report.heldOut = ComparisonPart{frames, 2, {before, after}};
            return report;
        };
        const ModelNumbers old = numbers(0.60, 0.80, 0.70, 0.90);
        QTest::newRow("better at everything") << compared(100, old, numbers(0.70, 0.85, 0.80, 0.95)) << Advice::TakeNew
                                              << "new model is better at: outlines, finding cells, counting exactly";
        QTest::newRow("finer outlines, fewer frames counted right")
            << compared(100, old, numbers(0.75, 0.90, 0.69, 0.95)) << Advice::KeepOld
            << "It counts 69 of 100 frames right, the old one 70: keep the old one";
        QTest::newRow("counts better, outlines worse")
            << compared(100, old, numbers(0.55, 0.80, 0.75, 0.90)) << Advice::Mixed
            << "old model is better at: outlines";
        QTest::newRow("no more frames right, fewer within one")
            << compared(100, old, numbers(0.60, 0.80, 0.70, 0.85)) << Advice::KeepOld << "gains nothing";
        QTest::newRow("less than what the table shows")
            << compared(100, old, numbers(0.604, 0.796, 0.70, 0.90)) << Advice::NoDifference
            << "both models do the same";
        QTest::newRow("few frames") << compared(10, old, numbers(0.60, 0.80, 0.80, 0.90)) << Advice::TakeNew
                                    << "may be chance";
        ComparisonReport forgetful = compared(100, old, numbers(0.70, 0.80, 0.80, 0.95));
        forgetful.simulated = ComparisonPart{50, 0, {old, numbers(0.50, 0.80, 0.70, 0.90)}};
        QTest::newRow("forgetful") << forgetful << Advice::TakeNew << "it has forgotten something";
        ComparisonReport unmeasured = forgetful;
        unmeasured.heldOut.reset();
        QTest::newRow("nothing held out") << unmeasured << Advice::NotMeasured << "No embryo was held out";
    }

    void theVerdictIsHonest()
    {
        QFETCH(ComparisonReport, report);
        QFETCH(Advice, advice);
        QFETCH(QString, said);
        QVERIFY(verdictOf(report).advice == advice);
        const QString text = verdictText(report);
        QVERIFY2(text.contains(said), qPrintable(text));
        QCOMPARE(text.contains(QStringLiteral("may be chance")), report.heldOut && report.heldOut->frames == 10);
    }

    void aRunOfAnEarlierWindowIsShown()
    {
        makeReadyWindow();
        startButton()->click();
        QTRY_COMPARE(m_window->shownRun()->state(), RunState::Finished);
        m_window.reset();
        m_runs = std::make_unique<RunStore>(path("runs"), QStringLiteral(FAKE_WORKER_PROGRAM));
        m_runs->setInterval(10);
        makeWindow();
        QTRY_VERIFY(m_window->shownRun());
        QTRY_COMPARE(label("runStatus"), stateName(RunState::Finished));
    }

    void modelsAreListedWithTheirAncestors()
    {
        const QString child = training::makeModel(path("runs/1/model.safetensors"), "child bbb aaa");
        training::makeModel(path("runs/2/model.safetensors"), "broken");
        ModelsPanel panel(*m_models);
        QAbstractItemModelTester tester(&panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        panel.show();
        QTRY_COMPARE(panel.model().rowCount(), 3);
        QVERIFY(panel.model().index(0, 0).data(ModelListModel::DefaultRole).toBool());
        QVERIFY(!button(panel, "removeModel")->isEnabled()); // shipped
        panel.select(child);
        QVERIFY(card(panel).contains(QStringLiteral("child 1")));
        QVERIFY(card(panel).contains(QStringLiteral("← tiny 1")));
        QVERIFY(button(panel, "removeModel")->isEnabled());
        QSignalSpy makeDefault(&panel, &ModelsPanel::makeDefaultRequested);
        button(panel, "makeDefaultModel")->click();
        QCOMPARE(makeDefault.value(0).value(0).toString(), child);
        m_models->setDefaultModel(child);
        QVERIFY(!button(panel, "removeModel")->isEnabled()); // it segments
        panel.select(path("runs/2/model.safetensors"));
        QVERIFY(card(panel).contains(QStringLiteral("This is no model.")));
        QVERIFY(!button(panel, "makeDefaultModel")->isEnabled());
    }

    void modelsAreExportedAndRemoved()
    {
        const QString child = training::makeModel(path("runs/1/model.safetensors"), "child bbb aaa");
        ModelsPanel panel(*m_models);
        panel.show();
        QTRY_COMPARE(panel.model().rowCount(), 2);
        panel.select(child);
        QSignalSpy exported(&panel, &ModelsPanel::exported);
        QSignalSpy failed(&panel, &ModelsPanel::failed);
        panel.exportTo(path("copy.safetensors"));
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(training::readCard(path("copy.safetensors").toStdString()));
        panel.exportTo(child);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!m_models->remove(m_shipped));
        QVERIFY(m_models->remove(child));
        QTRY_COMPARE(panel.model().rowCount(), 1);
        QVERIFY(!QFile::exists(child));
    }

private:
    QString path(const char* relative) const { return m_folder->filePath(QLatin1String(relative)); }
    FineTuningForm& form() { return m_window->form(); }
    QString label(const char* name) { return m_window->findChild<QLabel*>(QLatin1String(name))->text(); }
    QPushButton* startButton() { return form().findChild<QPushButton*>(QStringLiteral("startFineTuning")); }
    static QPushButton* button(const QWidget& parent, const char* name)
    {
        return parent.findChild<QPushButton*>(QLatin1String(name));
    }
    static QString card(const QWidget& panel) { return panel.findChild<QTextBrowser*>()->toPlainText(); }

    void makeWindow()
    {
        m_window = std::make_unique<TrainingWindow>(training::services(), *m_runs, *m_models, path("datasets"));
    }

    void makeReadyWindow()
    {
        training::makeDataset(path("datasets"), QStringLiteral("clinic"));
        makeWindow();
        QTRY_VERIFY(startButton()->isEnabled());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_shipped;
    std::unique_ptr<RunStore> m_runs;
    std::unique_ptr<ModelCollection> m_models;
    std::unique_ptr<TrainingWindow> m_window;
};

QTEST_MAIN(TrainingPageTest)
#include "tst_training_page.moc"
