// SPDX-License-Identifier: GPL-3.0-or-later
// What the window writes: its project, tables, pictures.
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QFileDialog>
#include <QMessageBox>

#include "tests/ui/main_window_fixture.h"
#include "ui/models/measurement_table_model.h"
#include "ui/project/project_session.h"
#include "ui/shell/file_commands.h"
#include "ui/shell/measurements_panel.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class WindowFilesTest : public QObject, private MainWindowFixture
{
    Q_OBJECT

private slots:
    void init() { beginTest(); }
    void cleanup() { endTest(); }

    void resultsAreInTheProjectAndReopened()
    {
        openStack();
        segmentAll();
        const QString file = m_folder->filePath(QStringLiteral("a.blasto"));
        m_window->project().saveAs(file);
        QTRY_COMPARE(m_window->project().file(), file);
        run("file.closeProject");
        QTRY_VERIFY(!m_window->workspace().current());
        m_window->open({file});
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
        QTRY_COMPARE(m_window->project().status().state, SaveState::Saved);
        m_window->close();
        auto* question = m_window->findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        QVERIFY(m_window->isVisible());
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == answer)
                button->click();
        }
        const QString file = m_folder->filePath(QStringLiteral("saved.blasto"));
        if (saves) {
            auto* dialog = m_window->findChild<QFileDialog*>();
            QVERIFY(dialog);
            emit dialog->fileSelected(file);
        }
        QTRY_COMPARE(!m_window->isVisible(), closes);
        QCOMPARE(QFile::exists(file), saves);
        const QDir unsaved(m_window->project().unsavedFolder());
        QTRY_COMPARE(unsaved.entryList({QStringLiteral("*.blasto")}, QDir::Files).size(), closes ? 0 : 1);
    }

    void closingWithNothingToLoseAsksNothing()
    {
        openStack();
        run("file.quit");
        QTRY_VERIFY(!m_window->isVisible()); // when the unsaved project is written
    }

    void measurementsAreExportedAsTables()
    {
        openStack();
        segmentAll();
        const QString out = m_folder->filePath(QStringLiteral("out"));
        m_window->files().exportMeasurements(out);
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

    void aPictureWithItsSilhouettesIsExported()
    {
        openStack();
        segmentAll();
        QTRY_VERIFY(m_window->view().canvas().overlay());
        const QString file = m_folder->filePath(QStringLiteral("picture.png"));
        m_window->files().exportPicture(file);
        QTRY_VERIFY(!QImage(file).isNull());
        QVERIFY(QImage(file).width() >= 120);
    }

    void theTableIsCopiedWithItsColumnNames()
    {
        openStack();
        segmentAll();
        auto* panel = m_window->findChild<MeasurementsPanel*>();
        dockOf(panel)->show();
        dockOf(panel)->raise();
        QTRY_COMPARE(panel->model().rowCount(), 12);
        panel->copySelection();
        const QStringList lines = QApplication::clipboard()->text().trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype(13));
        QVERIFY(lines.first().contains(QStringLiteral("eq_diameter_px")));
    }
};

QTEST_MAIN(WindowFilesTest)
#include "tst_window_files.moc"
