// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include "core/project/owner_file.h"
#include "tests/project/project_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::project;

namespace {

Owner owner(const std::string& account, const std::string& workstation = "lab-1", int process = int(getpid()))
{
    return {account, "", workstation, process, "2026-01-02T03:04:05.000Z"};
}

} // namespace

class OwnerFileTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_project = m_folder->filePath(QStringLiteral("a.blasto")).toStdString();
        OwnerFile::setPatience(std::chrono::seconds(120));
    }

    void onlyOneHoldsAProject_data()
    {
        QTest::addColumn<bool>("network");
        QTest::newRow("local drive") << false;
        QTest::newRow("network drive") << true;
    }

    void onlyOneHoldsAProject()
    {
        QFETCH(bool, network);
        {
            auto first = OwnerFile::acquire(m_project, owner("ada"), network);
            QVERIFY(first);
            QVERIFY(first->renew());
            const auto second = OwnerFile::acquire(m_project, owner("bob", "lab-2"), network);
            QCOMPARE(second.error().code, base::ErrorCode::PermissionDenied);
            QVERIFY(second.error().message.find("ada on lab-1 since 2026-01-02") != std::string::npos);
            QCOMPARE(OwnerFile::read(m_project)->account, std::string("ada"));
            const OwnerFile moved = std::move(*first);
            QVERIFY(!OwnerFile::acquire(m_project, owner("bob"), network));
        }
        QVERIFY(!std::filesystem::exists(OwnerFile::pathFor(m_project)));
        QVERIFY(OwnerFile::acquire(m_project, owner("bob"), network));
    }

    void whatAnEndedProcessLeftBehindIsTakenOver()
    {
        constexpr int kNoProcess = 0x3FFFFFFF; // beyond the largest process id of the system
        const std::string left = "ada\n\nlab-1\n" + std::to_string(kNoProcess) + "\n2026-01-02\n";
        fixtures::writeBytes(OwnerFile::pathFor(m_project), left);
        QVERIFY(OwnerFile::acquire(m_project, owner("bob"), true));
        fixtures::writeBytes(OwnerFile::pathFor(m_project), left);
        QVERIFY(OwnerFile::acquire(m_project, owner("bob"), false));
    }

    void aSilentOwnerElsewhereIsTakenOverAfterAWhile()
    {
        fixtures::writeBytes(OwnerFile::pathFor(m_project), "ada\n\nlab-2\n1\n2026-01-02\n");
        QVERIFY(!OwnerFile::acquire(m_project, owner("bob"), true));
        OwnerFile::setPatience(std::chrono::seconds(-1));
        QVERIFY(OwnerFile::acquire(m_project, owner("bob"), true));
    }

    void whoLostTheProjectIsTold()
    {
        auto mine = OwnerFile::acquire(m_project, owner("ada"), true);
        QVERIFY(mine);
        fixtures::writeBytes(OwnerFile::pathFor(m_project), "bob\n\nlab-2\n1\n2026-01-02\n");
        QCOMPARE(mine->renew().error().code, base::ErrorCode::PermissionDenied);
        mine = base::fail(base::ErrorCode::Internal, "released");
        QVERIFY(std::filesystem::exists(OwnerFile::pathFor(m_project))); // it is not ours any more
    }

    void aDriveThatIsAwayIsNoTakeOver()
    {
        auto mine = OwnerFile::acquire(m_project, owner("ada"), true);
        QVERIFY(mine);
        const auto file = OwnerFile::pathFor(m_project);
        const auto away = file.parent_path() / "away";
        std::filesystem::rename(file, away);
        QCOMPARE(mine->renew().error().code, base::ErrorCode::Io);
        std::filesystem::create_directory(file); // opens, but cannot be read
        QCOMPARE(mine->renew().error().code, base::ErrorCode::Io);
        std::filesystem::remove(file);
        std::filesystem::rename(away, file);
        QVERIFY(mine->renew());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_project;
};

QTEST_GUILESS_MAIN(OwnerFileTest)
#include "tst_owner_file.moc"
