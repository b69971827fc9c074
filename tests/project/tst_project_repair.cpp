// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include "core/project/repair.h"
#include "tests/project/project_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::project;
using fixtures::Session;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPage = 4096;
constexpr int kFrames = 30;

} // namespace

class ProjectRepairTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = fs::canonical(m_folder->path().toStdString());
        m_file = m_root / "a.blasto";
        auto made = Project::create(m_file, fixtures::options());
        QVERIFY(made);
        Session session(std::move(*made), kFrames, 120);
        edits::RandomEdits random(9);
        for (int i = 0; i < 150; ++i)
            random.make(session.document());
        QVERIFY(session.status());
        m_content = edits::contentOf(session.document());
        m_instances = session.project().summary()->stacks.front().instances;
        QVERIFY(m_instances > 20);
    }

    void aHealthyProjectComesThroughWhole()
    {
        const auto report = repair();
        QVERIFY(report);
        QVERIFY2(report->losses.empty(), report->losses.empty() ? "" : report->losses.front().c_str());
        QCOMPARE(report->instances, m_instances);
        const auto session = Session::reopen(report->file);
        QVERIFY(session);
        QCOMPARE(edits::contentOf(session->document()), m_content);
        for (int i = 0; i < 150; ++i)
            QVERIFY(session->undo());
        QVERIFY(session->project().verifyAudit()->isIntact());
        QCOMPARE(session->project().stacks()->front().path, fs::path("/nowhere/E-014"));
    }

    void whatIsReadableIsSaved_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("every");
        QTest::newRow("one page") << 30 << 100'000;
        QTest::newRow("a tenth") << 25 << 10;
        QTest::newRow("a fifth") << 26 << 5;
    }

    void whatIsReadableIsSaved()
    {
        QFETCH(int, first);
        QFETCH(int, every);
        std::string bytes = fixtures::readBytes(m_file);
        for (std::size_t page = std::size_t(first); (page + 1) * kPage <= bytes.size(); page += std::size_t(every))
            std::fill_n(bytes.begin() + std::ptrdiff_t(page * kPage), kPage, '\x77');
        fixtures::writeBytes(m_file, bytes);
        QCOMPARE(Project::open(m_file, fixtures::options()).error().code, base::ErrorCode::Corrupt);
        const auto report = repair();
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY(!report->losses.empty());
        QVERIFY(report->stacks == 1 && report->instances > 0);
        QCOMPARE(fixtures::readBytes(m_file), bytes); // the original is never touched
        QVERIFY2(Session::reopen(report->file), "the repaired project does not open");
    }

    void aCutOffFileGivesWhatIsLeft()
    {
        std::string bytes = fixtures::readBytes(m_file);
        bytes.resize(bytes.size() / kPage * 3 / 4 * kPage);
        fixtures::writeBytes(m_file, bytes);
        QVERIFY(!Project::open(m_file, fixtures::options()));
        const auto report = repair();
        QVERIFY2(report, report ? "" : report.error().message.c_str());
        QVERIFY(!report->losses.empty());
        QVERIFY(Session::reopen(report->file));
    }

    void whatIsNoProjectIsRefused()
    {
        fixtures::writeBytes(m_file, std::string(9000, 'x'));
        const auto report = repair();
        QCOMPARE(report.error().code, base::ErrorCode::Corrupt);
        QVERIFY(!fs::exists(m_root / "saved.blasto"));
        QCOMPARE(repairProject(m_root / "missing", m_root / "b", fixtures::options().author, "0").error().code,
                 base::ErrorCode::NotFound);
    }

    void anExistingFileIsNotOverwritten()
    {
        fixtures::writeBytes(m_root / "saved.blasto", "precious");
        QCOMPARE(repair().error().code, base::ErrorCode::InvalidArgument);
        QCOMPARE(fixtures::readBytes(m_root / "saved.blasto"), std::string("precious"));
    }

    void anyDamageIsSurvived()
    {
        const std::string healthy = fixtures::readBytes(m_file);
        base::Random random(4);
        int saved = 0;
        for (int trial = 0; trial < 30; ++trial) {
            std::string bytes = healthy;
            for (int i = random.integer(1, 60); i > 0; --i)
                bytes[std::size_t(random.integer(100, int(bytes.size()) - 1))] = char(random.integer(0, 255));
            fixtures::writeBytes(m_file, bytes);
            (void)Session::reopen(m_file); // may work or be refused, but ends
            fs::remove(m_root / "saved.blasto");
            const auto report = repair();
            if (report && Session::reopen(report->file))
                ++saved;
        }
        QVERIFY(saved > 20);
    }

private:
    base::Result<RepairReport> repair() const
    {
        return repairProject(m_file, m_root / "saved.blasto", fixtures::options().author, "0.1.0");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
    fs::path m_file;
    std::string m_content;
    int m_instances = 0;
};

QTEST_GUILESS_MAIN(ProjectRepairTest)
#include "tst_project_repair.moc"
