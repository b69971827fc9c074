// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes: its project, tables, pictures.
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

#include "tests/ui/main_window_fixture.h"
#include "ui/models/measurement_table_model.h"
#include "ui/project/project_session.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/measurement_export_dialog.h"
#include "ui/shell/measurements_panel.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class WindowFilesTest : public QObject, private MainWindowFixture {
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void resultsAreInTheProjectAndReopened()
    {
        openStack();
        segmentAll();
        const QString file = m_w->folder.filePath(QStringLiteral("a.blasto"));
        m_w->window->project().saveAs(file);
        QTRY_COMPARE(m_w->window->project().file(), file);
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->workspace().current());
        m_w->window->open({file});
        QTRY_VERIFY(stack());
        QCOMPARE(stack()->segmentedFrames(), 6);
        QCOMPARE(stack()->document().frame(3).instances.size(), std::size_t(2));
    }

    void closingAsksAboutAnUnsavedProject_data()
    {
        QTest::addColumn<QMessageBox::ButtonRole>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("saves");
        QTest::newRow("save") << QMessageBox::AcceptRole << true << true;
        QTest::newRow("discard") << QMessageBox::DestructiveRole << true << false;
        QTest::newRow("cancel") << QMessageBox::RejectRole << false << false;
    }

    void closingAsksAboutAnUnsavedProject()
    {
        QFETCH(QMessageBox::ButtonRole, answer);
        QFETCH(bool, closes);
        QFETCH(bool, saves);
        openStack();
        segmentAll();
        QTRY_COMPARE(m_w->window->project().status().state, SaveState::Saved);
        m_w->window->close();
        auto* question = m_w->window->findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        QVERIFY(m_w->window->isVisible());
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == answer)
                button->click();
        }
        const QString file = m_w->folder.filePath(QStringLiteral("saved.blasto"));
        if (saves) {
            auto* dialog = m_w->window->findChild<QFileDialog*>();
            QVERIFY(dialog);
            emit dialog->fileSelected(file);
        }
        QTRY_COMPARE(!m_w->window->isVisible(), closes);
        QCOMPARE(QFile::exists(file), saves);
        const QDir unsaved(m_w->window->project().unsavedFolder());
        QTRY_COMPARE(unsaved.entryList({QStringLiteral("*.blasto")}, QDir::Files).size(), closes ? 0 : 1);
    }

    void closingWithNothingToLoseAsksNothing()
    {
        openStack();
        run("file.quit");
        QTRY_VERIFY(!m_w->window->isVisible()); // when the unsaved project is written
    }

    void measurementsAreExportedAsTables()
    {
        openStack();
        segmentAll();
        const QString out = m_w->folder.filePath(QStringLiteral("out"));
        MeasurementExportDialog* dialog = measurementExport();
        dialog->setFolder(out);
        dialog->start();
        QTRY_VERIFY(QFile::exists(out + QStringLiteral("/manifest.json")));
        QFile cells(out + QStringLiteral("/cells.csv"));
        QVERIFY(cells.open(QIODevice::ReadOnly));
        QCOMPARE(cells.readAll().count('\n'), qsizetype(13)); // a header and two cells in six frames
        QFile manifest(out + QStringLiteral("/manifest.json"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        const QByteArray text = manifest.readAll();
        QVERIFY(text.contains("\"fake\""));
        QVERIFY(!text.contains("E-014")); // no name leaves the program
    }

    void measurementsAreThoseOfOneStackOrOfAll_data()
    {
        QTest::addColumn<bool>("all");
        QTest::addColumn<int>("embryos");
        QTest::newRow("this stack") << false << 1;
        QTest::newRow("all open stacks") << true << 2;
    }

    void measurementsAreThoseOfOneStackOrOfAll()
    {
        QFETCH(bool, all);
        QFETCH(int, embryos);
        openStack();
        m_w->window->open({makePictureFolder(m_w->folder.path(), QStringLiteral("E-015"), 3)});
        QTRY_COMPARE(m_w->window->workspace().stacks().size(), std::size_t(2));
        const QString out = m_w->folder.filePath(QStringLiteral("out"));
        MeasurementExportDialog* dialog = measurementExport();
        dialog->setFolder(out);
        dialog->setAllStacks(all);
        QSignalSpy exported(dialog, &MeasurementExportDialog::exported);
        dialog->start();
        QTRY_COMPARE(exported.count(), 1);
        QFile table(out + QStringLiteral("/embryos.csv"));
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll().count('\n'), qsizetype(1 + embryos));
    }

    void tablesThatAnExportReplacesAreNamedBefore()
    {
        openStack();
        const QString out = m_w->folder.filePath(QStringLiteral("out"));
        MeasurementExportDialog* dialog = measurementExport();
        dialog->setFolder(out);
        QVERIFY(!dialog->stateText().contains(QStringLiteral("replaced")));
        QVERIFY(QDir().mkpath(out));
        for (const char* name : {"cells.csv", "notes.txt"}) {
            QFile file(out + u'/' + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        dialog->setFolder(QString());
        QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("startExport"))->isEnabled());
        dialog->setFolder(out);
        QVERIFY(dialog->stateText().contains(QStringLiteral("replaced: cells.csv.")));
    }

    void measurementsThatCannotBeWrittenAreSaidAndCanBeTriedAgain()
    {
        openStack();
        const QString inTheWay = m_w->folder.filePath(QStringLiteral("file"));
        QFile file(inTheWay);
        QVERIFY(file.open(QIODevice::WriteOnly));
        MeasurementExportDialog* dialog = measurementExport();
        dialog->setFolder(inTheWay + QStringLiteral("/below"));
        const QString before = dialog->stateText();
        dialog->start();
        auto* start = dialog->findChild<QPushButton*>(QStringLiteral("startExport"));
        QVERIFY(!start->isEnabled());
        QTRY_VERIFY(start->isEnabled());
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->stateText() != before);
    }

    void aPictureWithItsSilhouettesIsExported()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(m_w->window->view().canvas().overlay());
        const QString file = m_w->folder.filePath(QStringLiteral("picture.png"));
        m_w->window->files().exportPicture(file);
        QTRY_VERIFY(!QImage(file).isNull());
        QVERIFY(QImage(file).width() >= 120);
    }

    void theTableIsCopiedWithItsColumnNames()
    {
        openStack();
        segmentAll();
        auto* panel = m_w->window->findChild<MeasurementsPanel*>();
        dockOf(panel)->show();
        dockOf(panel)->raise();
        QTRY_COMPARE(panel->model().rowCount(), 12);
        panel->copySelection();
        const QStringList lines = QApplication::clipboard()->text().trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype(13));
        QVERIFY(lines.first().contains(QStringLiteral("eq_diameter_px")));
    }

private:
    MeasurementExportDialog* measurementExport() const
    {
        run("file.exportMeasurements");
        return m_w->window->findChild<MeasurementExportDialog*>();
    }
};

QTEST_MAIN(WindowFilesTest)
#include "tst_window_files.moc"
