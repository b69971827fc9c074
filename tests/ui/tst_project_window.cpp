// SPDX-License-Identifier: GPL-3.0-or-later
// Projects in the real window: what a person sees of them.
#include <atomic>
#include <future>

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/project/project_fixtures.h"
#include "tests/ui/fake_segmenter.h"
#include "tests/ui/picture_stack.h"
#include "ui/canvas/canvas_view.h"
#include "ui/project/audit_filter.h"
#include "ui/project/audit_table_model.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/audit_dialog.h"
#include "ui/shell/author_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/missing_images_card.h"
#include "ui/shell/project_commands.h"
#include "ui/shell/remove_stack_dialog.h"
#include "ui/shell/save_state_button.h"
#include "ui/shell/stack_view.h"
#include "ui/shell/start_page.h"

using namespace blastoscope;
using namespace blastoscope::ui;

class ProjectWindowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_theme = new Theme(*qApp);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
        m_images = makePictureFolder(m_folder->path() + QStringLiteral("/clinic/images"), QStringLiteral("E-014"), 6);
        m_file = m_folder->filePath(QStringLiteral("clinic.blasto"));
        makeWindow();
    }

    void cleanup()
    {
        m_window.reset();
        m_settings.reset();
    }

    void theTitleNamesStackAndProject()
    {
        openStack();
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("unsaved project")));
        saveAs();
        QVERIFY2(m_window->windowTitle().startsWith(QStringLiteral("E-014 — clinic")),
                 qPrintable(m_window->windowTitle()));
        QVERIFY(!m_window->isWindowModified());
        QCOMPARE(m_settings->recentStacks().front(), m_file);
    }

    void theStatusBarSaysWhenEverythingIsSaved()
    {
        QVERIFY(!saveState()->isVisible());
        openStack();
        saveAs();
        QTRY_COMPARE(saveState()->text(), QStringLiteral("Saved"));
        QVERIFY(m_window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        QCOMPARE(saveState()->text(), QStringLiteral("Saving…"));
        QTRY_COMPARE(saveState()->text(), QStringLiteral("Saved"));
    }

    void whatCannotBeSavedIsSaidOnceWithAWayOut()
    {
        openStack();
        saveAs();
        ProjectWorker& worker = m_window->project().worker();
        worker.setRetryDelay(std::chrono::milliseconds(10));
        auto full = std::make_shared<std::atomic<bool>>(true);
        worker.write([full](ProjectSlot&) -> base::Status {
            return *full ? base::fail(base::ErrorCode::Io, "The drive is full.") : base::Status();
        });
        QTRY_COMPARE(saveState()->state(), SaveState::CannotSave);
        QTRY_COMPARE(m_window->messages().texts().filter(QStringLiteral("The drive is full.")).size(), 1);
        QVERIFY(saveState()->toolTip().contains(QStringLiteral("The drive is full.")));
        QVERIFY(button(QStringLiteral("Save as…")));
        QVERIFY(!QApplication::activeModalWidget());

        m_window->close(); // asks, because something would be lost
        auto* question = m_window->findChild<QMessageBox*>();
        QVERIFY(question && question->isVisible());
        question->reject();
        QVERIFY(m_window->isVisible());
        *full = false;
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        QVERIFY(m_window->messages().texts().filter(QStringLiteral("The drive is full.")).isEmpty());
    }

    void closingWaitsForWhatIsOnItsWay()
    {
        openStack();
        saveAs();
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        std::promise<void> gate;
        m_window->project().worker().write([open = gate.get_future().share()](ProjectSlot&) -> base::Status {
            open.wait();
            return {};
        });
        QVERIFY(m_window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        m_window->close();
        QVERIFY(m_window->isVisible());
        gate.set_value();
        QTRY_VERIFY(!m_window->isVisible());
        m_window.reset();
        const auto session = fixtures::Session::reopen(m_file.toStdString());
        QVERIFY(session);
        QCOMPARE(int(session->document().frame(1).review), int(annotation::ReviewState::Accepted));
    }

    void projectsAreDroppedAndFoundAmongTheRecentOnes()
    {
        openStack();
        saveAs();
        run("file.closeProject");
        QTRY_VERIFY(!m_window->project().isOpen());
        auto* recent = m_window->findChild<QListWidget*>(QStringLiteral("recentStacks"));
        QVERIFY(recent->isVisible());
        QCOMPARE(recent->item(0)->text(), QStringLiteral("clinic.blasto"));
        emit m_window->findChild<StartPage*>()->recentRequested(m_file);
        QTRY_VERIFY(m_window->workspace().current());
        run("file.closeProject");
        QTRY_VERIFY(!m_window->project().isOpen());
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_file)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &enter);
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_window.get(), &drop);
        QTRY_VERIFY(m_window->workspace().current());
        QCOMPARE(m_window->project().file(), m_file);
    }

    void aNewProjectTakesUpWhatIsOpenedNext()
    {
        run("file.newProject");
        auto* dialog = m_window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        emit dialog->fileSelected(m_file);
        dialog->close();
        QTRY_COMPARE(m_window->project().file(), m_file);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("clinic")));
        openStack();
        QTRY_COMPARE(saveState()->text(), QStringLiteral("Saved"));
        m_window.reset();
        QVERIFY(fixtures::Session::reopen(m_file.toStdString()));
    }

    void whatWasNeverSavedIsOfferedAtTheNextStart()
    {
        openStack();
        QVERIFY(m_window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        QTRY_COMPARE(m_window->project().status().state, SaveState::Saved);
        makeWindow(); // the one before is gone without a question, as after a crash
        QTRY_VERIFY(button(QStringLiteral("Open")));
        button(QStringLiteral("Open"))->click();
        QTRY_VERIFY(m_window->workspace().current());
        QCOMPARE(int(m_window->workspace().current()->document().frame(1).review),
                 int(annotation::ReviewState::Accepted));
    }

    void aProjectInUseOffersReading()
    {
        openStack();
        saveAs();
        run("file.closeProject");
        QTRY_VERIFY(!m_window->project().isOpen());
        QTRY_VERIFY(!QFile::exists(m_folder->filePath(QStringLiteral(".clinic.blasto.owner"))));
        const auto other = project::Project::open(m_file.toStdString(), fixtures::options("Ada"));
        QVERIFY(other);
        m_window->open({m_file});
        QTRY_VERIFY(button(QStringLiteral("Open read-only")));
        QVERIFY(m_window->messages().texts().join(QString()).contains(QStringLiteral("Ada (reader) on lab-1")));
        QVERIFY(button(QStringLiteral("Try again")));
        button(QStringLiteral("Open read-only"))->click();
        QTRY_VERIFY(m_window->workspace().current());
        QCOMPARE(saveState()->text(), QStringLiteral("Read-only"));
    }

    void aDamagedProjectCanBeRepairedIntoANewOne()
    {
        openStack();
        saveAs();
        QVERIFY(m_window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        run("file.closeProject");
        QTRY_VERIFY(!m_window->project().isOpen());
        QTRY_VERIFY(!QFile::exists(m_folder->filePath(QStringLiteral(".clinic.blasto.owner"))));
        std::string bytes = fixtures::readBytes(m_file.toStdString());
        std::fill_n(bytes.begin() + 4096 * 12, 300, '\x33');
        fixtures::writeBytes(m_file.toStdString(), bytes);
        m_window->open({m_file});
        QTRY_VERIFY(button(QStringLiteral("Save what is readable")));
        button(QStringLiteral("Save what is readable"))->click();
        QTRY_VERIFY(QFile::exists(m_folder->filePath(QStringLiteral("clinic-repaired.blasto"))));
        QTRY_VERIFY(button(QStringLiteral("Open")));
        QCOMPARE(fixtures::readBytes(m_file.toStdString()), bytes);
    }

    void missingImagesHaveAButton()
    {
        openStack();
        saveAs();
        run("file.closeProject");
        QTRY_VERIFY(!m_window->project().isOpen());
        QVERIFY(QDir(m_images).removeRecursively());
        m_window->open({m_file});
        QTRY_VERIFY(m_window->workspace().current());
        auto* card = m_window->findChild<MissingImagesCard*>();
        QTRY_VERIFY(card->isVisible());
        QVERIFY(m_window->actions().action(QStringLiteral("file.locateImages"))->isEnabled());
        QTRY_VERIFY(!m_window->messages().texts().filter(QStringLiteral("images of E-014 are missing")).isEmpty());
        card->click();
        auto* dialog = m_window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        makePictureFolder(m_folder->path() + QStringLiteral("/backup/2026"), QStringLiteral("E-014"), 6);
        emit dialog->fileSelected(m_folder->path() + QStringLiteral("/backup"));
        dialog->close();
        QTRY_VERIFY(!card->isVisible());
        QTRY_COMPARE(m_window->view().canvas().image().size(), QSize(120, 120));
    }

    void theAuditTrailIsShownFilteredCheckedAndExported()
    {
        openStack();
        saveAs();
        auto& document = m_window->workspace().current()->document();
        QVERIFY(document.setReview(1, annotation::ReviewState::Accepted));
        QVERIFY(document.setReview(3, annotation::ReviewState::Rejected));
        run("file.audit");
        AuditDialog* dialog = m_window->projects().auditDialog();
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        QAbstractItemModelTester model(&dialog->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filter(&dialog->filter(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(dialog->model().rowCount() > 4);
        QVERIFY(dialog->model().stackName(dialog->model().stacks().front()) == QStringLiteral("E-014"));
        const int all = dialog->filter().rowCount();
        dialog->filter().setFrame(3);
        QCOMPARE(dialog->filter().rowCount(), 2); // content and review
        QCOMPARE(dialog->filter().index(0, AuditTableModel::Frame).data().toString(), QStringLiteral("4"));
        dialog->filter().setFrame(-1);
        dialog->filter().setPerson(QStringLiteral("nobody"));
        QCOMPARE(dialog->filter().rowCount(), 0);
        dialog->filter().setPerson({});
        dialog->filter().setStack(dialog->model().stacks().front());
        QVERIFY(dialog->filter().rowCount() > 4 && dialog->filter().rowCount() < all);
        dialog->filter().sort(AuditTableModel::Number, Qt::DescendingOrder);
        QVERIFY(dialog->filter().index(0, 0).data().toInt() > dialog->filter().index(1, 0).data().toInt());

        dialog->verify();
        QTRY_VERIFY2(dialog->result().startsWith(QStringLiteral("Intact")), qPrintable(dialog->result()));
        QSignalSpy exported(dialog, &AuditDialog::exported);
        const QString csv = m_folder->filePath(QStringLiteral("audit.csv"));
        dialog->exportCsv(csv);
        QTRY_COMPARE(exported.count(), 1);
        QVERIFY(fixtures::readBytes(csv.toStdString()).starts_with("seq,ts_utc,user,"));
    }

    void aStackIsRemovedFromTheProjectOnlyAfterAQuestionAndLeavesATombstone()
    {
        QVERIFY(!m_window->actions().action(QStringLiteral("file.removeStack"))->isEnabled());
        openStack();
        saveAs();
        QVERIFY(m_window->workspace().current()->document().setReview(1, annotation::ReviewState::Accepted));
        const auto ask = [this] {
            run("file.removeStack");
            return m_window->findChild<RemoveStackDialog*>(QString(), Qt::FindDirectChildrenOnly);
        };
        RemoveStackDialog* dialog = ask();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return); // Enter removes nothing
        QTRY_VERIFY(!m_window->findChild<RemoveStackDialog*>());
        QCOMPARE(int(m_window->workspace().stacks().size()), 1);

        dialog = ask();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("consent withdrawn"));
        dialog->accept();
        QVERIFY(m_window->workspace().stacks().empty());
        QTRY_COMPARE(saveState()->state(), SaveState::Saved);
        QVERIFY(m_window->project().isOpen());
        QVERIFY(m_window->project().links().records().empty());
        QVERIFY(QFileInfo::exists(m_images));
        m_window.reset();
        const auto project = project::Project::open(m_file.toStdString(), {});
        QVERIFY(project);
        QVERIFY((*project)->stacks()->empty());
        QVERIFY(fixtures::readBytes(m_file.toStdString()).find("consent withdrawn") != std::string::npos);
    }

    void theNameIsAskedOnceAndWithoutADialog()
    {
        openStack();
        QVERIFY(m_window->messages().texts().filter(QStringLiteral("who changes what")).isEmpty());
        auto& document = m_window->workspace().current()->document();
        QVERIFY(document.setReview(1, annotation::ReviewState::Accepted));
        QCOMPARE(m_window->messages().texts().filter(QStringLiteral("who changes what")).size(), 1);
        QVERIFY(!QApplication::activeModalWidget());
        button(QStringLiteral("Your name…"))->click();
        auto* dialog = m_window->findChild<AuthorDialog*>();
        QVERIFY(dialog && !dialog->isModal());
        dialog->findChild<QLineEdit*>()->setText(QStringLiteral("  Ada  Lovelace "));
        dialog->accept();
        QCOMPARE(m_settings->personName(), QStringLiteral("Ada Lovelace"));
        QVERIFY(document.setReview(1, annotation::ReviewState::Rejected));
        QVERIFY(m_window->messages().texts().filter(QStringLiteral("who changes what")).isEmpty());
    }

private:
    void makeWindow()
    {
        ShellServices services;
        services.loadSegmenter =
            [](const auto&, const auto&) -> base::Result<std::unique_ptr<inference::Segmenter>> {
            return std::make_unique<FakeSegmenter>(std::make_shared<FakeSegmenter::Behaviour>());
        };
        services.readModelInfo = [](const auto&) -> base::Result<inference::ModelInfo> {
            return inference::ModelInfo{"fake", "1", {}, {}, {}, {"blastomere"}, .5};
        };
        services.shippedModels = {QStringLiteral("/models/fake.safetensors")};
        services.dataFolder = m_folder->filePath(QStringLiteral("data"));
        services.cacheFolder = m_folder->filePath(QStringLiteral("cache"));
        m_window.reset();
        m_window = std::make_unique<MainWindow>(services, *m_settings, *m_theme);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void openStack()
    {
        QSignalSpy shown(&m_window->view(), &StackView::frameShown);
        m_window->open({m_images});
        QTRY_VERIFY(shown.count() >= 1);
    }
    void saveAs()
    {
        m_window->project().saveAs(m_file);
        QTRY_COMPARE(m_window->project().file(), m_file);
    }
    void run(const char* id) const
    {
        QAction* action = m_window->actions().action(QString::fromLatin1(id));
        QVERIFY2(action && action->isEnabled(), id);
        action->trigger();
    }
    SaveStateButton* saveState() const { return m_window->findChild<SaveStateButton*>(); }
    /// Of a message.
    QPushButton* button(const QString& text) const
    {
        for (QPushButton* button : m_window->messages().findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible())
                return button;
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Theme* m_theme = nullptr;
    QString m_images;
    QString m_file;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(ProjectWindowTest)
#include "tst_project_window.moc"
