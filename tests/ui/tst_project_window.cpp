// SPDX-License-Identifier: GPL-3.0-or-later
// Projects in the real window: what a person sees of them.
#include <atomic>
#include <future>

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

#include "tests/project/project_fixtures.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas/canvas_view.h"
#include "ui/project/audit_filter.h"
#include "ui/project/audit_table_model.h"
#include "ui/shell/audit_dialog.h"
#include "ui/shell/author_dialog.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/missing_images_card.h"
#include "ui/shell/project_commands.h"
#include "ui/shell/remove_stack_dialog.h"
#include "ui/shell/save_state_button.h"
#include "ui/shell/start_page.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class ProjectWindowTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_w = std::make_unique<WindowFixture>();
        m_images = makePictureFolder(m_w->folder.filePath(QStringLiteral("clinic/images")), QStringLiteral("E-014"), 6);
        m_file = m_w->folder.filePath(QStringLiteral("clinic.blasto"));
    }

    void cleanup() { m_w.reset(); }

    void theTitleNamesStackAndProject()
    {
        openStack();
        QVERIFY(m_w->window->windowTitle().contains(QStringLiteral("unsaved project")));
        saveAs();
        QVERIFY2(m_w->window->windowTitle().startsWith(QStringLiteral("E-014 — clinic")),
                 qPrintable(m_w->window->windowTitle()));
        QVERIFY(!m_w->window->isWindowModified());
        QCOMPARE(m_w->settings->recentStacks().front(), m_file);
    }

    void theStatusBarSaysWhenEverythingIsSaved()
    {
        QVERIFY(!saveState()->isVisible());
        openStack();
        saveAs();
        QTRY_COMPARE(saveState()->text(), QStringLiteral("Saved"));
        QVERIFY(m_w->window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        QCOMPARE(saveState()->text(), QStringLiteral("Saving…"));
        QTRY_COMPARE(saveState()->text(), QStringLiteral("Saved"));
    }

    void whatCannotBeSavedIsSaidOnceWithAWayOut()
    {
        openStack();
        saveAs();
        ProjectWorker& worker = m_w->window->project().worker();
        worker.setRetryDelay(std::chrono::milliseconds(10));
        auto full = std::make_shared<std::atomic<bool>>(true);
        worker.write([full](ProjectSlot&) -> base::Status {
            return *full ? base::fail(base::ErrorCode::Io, "The drive is full.") : base::Status();
        });
        QTRY_COMPARE(saveState()->state(), SaveState::CannotSave);
        QTRY_COMPARE(m_w->window->messages().texts().filter(QStringLiteral("The drive is full.")).size(), 1);
        QVERIFY(saveState()->toolTip().contains(QStringLiteral("The drive is full.")));
        QVERIFY(button(QStringLiteral("Save as…")));
        QVERIFY(!QApplication::activeModalWidget());

        m_w->window->close(); // asks, because something would be lost
        auto* question = m_w->window->findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        question->reject();
        QVERIFY(m_w->window->isVisible());
        *full = false;
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        QVERIFY(m_w->window->messages().texts().filter(QStringLiteral("The drive is full.")).isEmpty());
    }

    void closingWaitsForWhatIsOnItsWay()
    {
        openStack();
        saveAs();
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        std::promise<void> gate;
        m_w->window->project().worker().write([open = gate.get_future().share()](ProjectSlot&) -> base::Status {
            open.wait();
            return {};
        });
        QVERIFY(m_w->window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        m_w->window->close();
        QVERIFY(m_w->window->isVisible());
        gate.set_value();
        QTRY_VERIFY(!m_w->window->isVisible());
        m_w->window.reset();
        const auto session = fixtures::Session::reopen(m_file.toStdString());
        QVERIFY(session);
        QCOMPARE(int(session->document().frame(1).review), int(annotation::ReviewState::Accepted));
    }

    void projectsAreDroppedAndFoundAmongTheRecentOnes()
    {
        openStack();
        saveAs();
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->project().isOpen());
        auto* recent = m_w->window->findChild<QListWidget*>(QStringLiteral("recentStacks"));
        QVERIFY(recent->isVisible());
        QCOMPARE(recent->item(0)->text(), QStringLiteral("clinic.blasto"));
        emit m_w->window->findChild<StartPage*>()->recentRequested(m_file);
        QTRY_VERIFY(m_w->window->workspace().current());
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->project().isOpen());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_file)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_w->window.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_w->window.get(), &drop);
        QTRY_VERIFY(m_w->window->workspace().current());
        QCOMPARE(m_w->window->project().file(), m_file);
    }

    void aNewProjectTakesUpWhatIsOpenedNext()
    {
        run("file.newProject");
        auto* dialog = m_w->window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        emit dialog->fileSelected(m_file);
        dialog->close();
        QTRY_COMPARE(m_w->window->project().file(), m_file);
        QVERIFY(m_w->window->windowTitle().startsWith(QStringLiteral("clinic")));
        openStack();
        QTRY_COMPARE(saveState()->text(), QStringLiteral("Saved"));
        m_w->window.reset();
        QVERIFY(fixtures::Session::reopen(m_file.toStdString()));
    }

    void whatWasNeverSavedIsOfferedAtTheNextStart()
    {
        openStack();
        QVERIFY(m_w->window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        QTRY_COMPARE(m_w->window->project().status().state, SaveState::Saved);
        m_w->makeWindow(); // the one before is gone without a question, as after a crash
        QTRY_VERIFY(button(QStringLiteral("Open")));
        button(QStringLiteral("Open"))->click();
        QTRY_VERIFY(m_w->window->workspace().current());
        QCOMPARE(int(m_w->window->workspace().current()->document().frame(1).review),
                 int(annotation::ReviewState::Accepted));
    }

    void aProjectInUseOffersReading()
    {
        openStack();
        saveAs();
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->project().isOpen());
        QTRY_VERIFY(!QFile::exists(m_w->folder.filePath(QStringLiteral(".clinic.blasto.owner"))));
        const auto other = project::Project::open(m_file.toStdString(), fixtures::options("Ada"));
        QVERIFY(other);
        m_w->window->open({m_file});
        QTRY_VERIFY(button(QStringLiteral("Open read-only")));
        QVERIFY(m_w->window->messages().texts().join(QString()).contains(QStringLiteral("Ada (reader) on lab-1")));
        QVERIFY(button(QStringLiteral("Try again")));
        button(QStringLiteral("Open read-only"))->click();
        QTRY_VERIFY(m_w->window->workspace().current());
        QCOMPARE(saveState()->text(), QStringLiteral("Read-only"));
    }

    void aDamagedProjectCanBeRepairedIntoANewOne()
    {
        openStack();
        saveAs();
        QVERIFY(m_w->window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->project().isOpen());
        QTRY_VERIFY(!QFile::exists(m_w->folder.filePath(QStringLiteral(".clinic.blasto.owner"))));
        std::string bytes = fixtures::readBytes(m_file.toStdString());
        std::fill_n(bytes.begin() + 4096 * 12, 300, '\x33');
        fixtures::writeBytes(m_file.toStdString(), bytes);
        m_w->window->open({m_file});
        QTRY_VERIFY(button(QStringLiteral("Save what is readable")));
        button(QStringLiteral("Save what is readable"))->click();
        QTRY_VERIFY(QFile::exists(m_w->folder.filePath(QStringLiteral("clinic-repaired.blasto"))));
        QTRY_VERIFY(button(QStringLiteral("Open")));
        QCOMPARE(fixtures::readBytes(m_file.toStdString()), bytes);
    }

    void missingImagesHaveAButton()
    {
        openStack();
        saveAs();
        run("file.closeProject");
        QTRY_VERIFY(!m_w->window->project().isOpen());
        QVERIFY(QDir(m_images).removeRecursively());
        m_w->window->open({m_file});
        QTRY_VERIFY(m_w->window->workspace().current());
        auto* card = m_w->window->findChild<MissingImagesCard*>();
        QTRY_VERIFY(card->isVisible());
        QVERIFY(m_w->window->actions().action(QStringLiteral("file.locateImages"))->isEnabled());
        QTRY_VERIFY(!m_w->window->messages().texts().filter(QStringLiteral("images of E-014 are missing")).isEmpty());
        card->click();
        auto* dialog = m_w->window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        makePictureFolder(m_w->folder.path() + QStringLiteral("/backup/2026"), QStringLiteral("E-014"), 6);
        emit dialog->fileSelected(m_w->folder.path() + QStringLiteral("/backup"));
        dialog->close();
        QTRY_VERIFY(!card->isVisible());
        QTRY_COMPARE(m_w->window->view().canvas().image().size(), QSize(120, 120));
    }

    void theAuditTrailIsShownFilteredCheckedAndExported()
    {
        openStack();
        saveAs();
        auto& document = m_w->window->workspace().current()->document();
        QVERIFY(document.setReview(1, annotation::ReviewState::Accepted));
        QVERIFY(document.setReview(3, annotation::ReviewState::Rejected));
        run("file.audit");
        AuditDialog* dialog = m_w->window->projects().auditDialog();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QAbstractItemModelTester model(&dialog->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filter(&dialog->filter(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(dialog->model().rowCount() > 4);
        QVERIFY(dialog->model().table().stackName(dialog->model().table().stacks.front()) == QStringLiteral("E-014"));
        const int all = dialog->filter().rowCount();
        dialog->filter().setFrame(3);
        QCOMPARE(dialog->filter().rowCount(), 2); // content and review
        QCOMPARE(dialog->filter().index(0, AuditTableModel::Frame).data().toString(), QStringLiteral("4"));
        dialog->filter().setFrame(-1);
        dialog->filter().setPerson(QStringLiteral("nobody"));
        QCOMPARE(dialog->filter().rowCount(), 0);
        dialog->filter().setPerson({});
        dialog->filter().setStack(dialog->model().table().stacks.front());
        QVERIFY(dialog->filter().rowCount() > 4 && dialog->filter().rowCount() < all);
        dialog->filter().sort(AuditTableModel::Number, Qt::DescendingOrder);
        QVERIFY(dialog->filter().index(0, 0).data().toInt() > dialog->filter().index(1, 0).data().toInt());

        dialog->verify();
        QTRY_VERIFY2(dialog->result().startsWith(QStringLiteral("Intact")), qPrintable(dialog->result()));
        QSignalSpy exported(dialog, &AuditDialog::exported);
        const QString csv = m_w->folder.filePath(QStringLiteral("audit.csv"));
        dialog->exportCsv(csv);
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(fixtures::readBytes(csv.toStdString()).starts_with("seq,ts_utc,user,"));
    }

    void aStackIsRemovedFromTheProjectOnlyAfterAQuestionAndLeavesATombstone()
    {
        QVERIFY(!m_w->window->actions().action(QStringLiteral("file.removeStack"))->isEnabled());
        openStack();
        saveAs();
        QVERIFY(m_w->window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        const auto ask = [this] {
            run("file.removeStack");
            return m_w->window->findChild<RemoveStackDialog*>(QString(), Qt::FindDirectChildrenOnly);
        };
        RemoveStackDialog* dialog = ask();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return); // Enter removes nothing
        QTRY_VERIFY(!m_w->window->findChild<RemoveStackDialog*>());
        QCOMPARE(int(m_w->window->workspace().stacks().size()), 1);

        dialog = ask();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("consent withdrawn"));
        dialog->accept();
        QVERIFY(m_w->window->workspace().stacks().empty());
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        QVERIFY(m_w->window->project().isOpen());
        QVERIFY(m_w->window->project().links().records().empty());
        QVERIFY(QFileInfo::exists(m_images));
        m_w->window.reset();
        const auto project = project::Project::open(m_file.toStdString(), {});
        QVERIFY(project);
        QVERIFY((*project)->stacks()->empty());
        QVERIFY(fixtures::readBytes(m_file.toStdString()).find("consent withdrawn") != std::string::npos);
    }

    void theNameIsAskedOnceAndWithoutADialog()
    {
        openStack();
        QVERIFY(m_w->window->messages().texts().filter(QStringLiteral("who changes what")).isEmpty());
        auto& document = m_w->window->workspace().current()->document();
        QVERIFY(document.setReview(1, annotation::ReviewState::Accepted));
        QCOMPARE(m_w->window->messages().texts().filter(QStringLiteral("who changes what")).size(), 1);
        QVERIFY(!QApplication::activeModalWidget());
        button(QStringLiteral("Your name…"))->click();
        auto* dialog = m_w->window->findChild<AuthorDialog*>();
        QVERIFY(dialog && !dialog->isModal());
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("  Ada  Lovelace "));
        dialog->accept();
        QCOMPARE(m_w->settings->personName(), QStringLiteral("Ada Lovelace"));
        QVERIFY(document.setReview(1, annotation::ReviewState::Rejected));
        QVERIFY(m_w->window->messages().texts().filter(QStringLiteral("who changes what")).isEmpty());
    }

private:
    void openStack() { m_w->open(m_images); }
    void saveAs()
    {
        m_w->window->project().saveAs(m_file);
        QTRY_COMPARE(m_w->window->project().file(), m_file);
    }
    void run(const char* id) const { m_w->run(id); }
    SaveStateButton* saveState() const { return m_w->window->findChild<SaveStateButton*>(); }
    /// Of a message.
    QPushButton* button(const QString& text) const
    {
        for (QPushButton* button : m_w->window->messages().findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible())
                return button;
        return nullptr;
    }

    std::unique_ptr<WindowFixture> m_w;
    QString m_images;
    QString m_file;
};

QTEST_MAIN(ProjectWindowTest)
#include "tst_project_window.moc"
