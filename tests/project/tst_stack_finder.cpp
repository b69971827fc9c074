// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <sys/resource.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/sha256.h"
#include "core/project/stack_finder.h"
#include "tests/project/project_fixtures.h"

using namespace blastoscope;
using namespace blastoscope::project;
namespace fs = std::filesystem;

class StackFinderTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        fs::create_directories(m_root / "images/E-014/F0");
        for (int i = 0; i < 5; ++i)
            fixtures::writeBytes(m_root / "images/E-014/F0" / (std::to_string(i) + ".jpg"),
                                 std::string(std::size_t(100'000 + i), char('a' + i)));
        fixtures::writeBytes(m_root / "images/one.tif", std::string(300'000, 'x'));
    }

    void folderAndFileHaveAFingerprint()
    {
        const auto folder = fingerprintOf(m_root / "images/E-014");
        QVERIFY(folder);
        QCOMPARE(folder->files, 5);
        QCOMPARE(folder->size, 500'010);
        QVERIFY(folder->modified > 1'600'000'000);
        QCOMPARE(fingerprintOf(m_root / "images/one.tif")->size, 300'000);
        QCOMPARE(fingerprintOf(m_root / "missing").error().code, base::ErrorCode::NotFound);
    }

    void contentHashOfAFileIsThatOfTheFile()
    {
        const std::string bytes(300'000, 'x');
        QCOMPARE(*contentSha256(m_root / "images/one.tif"), base::sha256Hex(bytes.data(), bytes.size()));
        base::CancellationToken cancel;
        cancel.cancel();
        QCOMPARE(contentSha256(m_root / "images/E-014", cancel).error().code, base::ErrorCode::Cancelled);
    }

    void aFileThatCannotBeOpenedHasNoHash()
    {
        fixtures::writeBytes(m_root / "images/empty.tif", "");
        for (const char* name : {"images/one.tif", "images/empty.tif"}) {
            rlimit before = {};
            QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
            const rlimit none = {0, before.rlim_max};
            QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
            const auto content = contentSha256(m_root / name);
            const auto print = fingerprintOf(m_root / name);
            QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
            QVERIFY(!content && !print);
            QCOMPARE(content.error().code, base::ErrorCode::Io);
            QVERIFY(contentSha256(m_root / name) && fingerprintOf(m_root / name));
        }
    }

    void whatBlastoscopeWritesBesideTheImagesDoesNotCount()
    {
        const auto before = fingerprintOf(m_root / "images/E-014");
        fixtures::writeBytes(m_root / "images/E-014/a.blasto", "project");
        fixtures::writeBytes(m_root / "images/E-014/.a.blasto.owner", "somebody");
        fixtures::writeBytes(m_root / "images/E-014/E-014.blastoscope.json", "{}");
        QVERIFY(*fingerprintOf(m_root / "images/E-014") == *before);
    }

    void changedContentIsSeen()
    {
        const fs::path stack = m_root / "images/E-014";
        const Fingerprint known = *fingerprintOf(stack);
        fixtures::writeBytes(stack / "F0/4.jpg", std::string(100'004, 'z'));
        const auto found = findStack(stack, known, m_root / "p.blasto");
        QVERIFY(found && found->changed && !found->moved);
    }

    void movedImagesAreFound_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::newRow("folder, other parent") << "images/E-014"
                                              << "archive/2026/E-014";
        QTest::newRow("folder, other name") << "images/E-014"
                                            << "images/renamed";
        QTest::newRow("file, other parent") << "images/one.tif"
                                            << "archive/one.tif";
        QTest::newRow("file, other name") << "images/one.tif"
                                          << "images/two.tif";
    }

    void movedImagesAreFound()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const fs::path before = m_root / from.toStdString();
        const fs::path after = m_root / to.toStdString();
        const Fingerprint known = *fingerprintOf(before);
        fs::create_directories(after.parent_path());
        fs::rename(before, after);
        const auto found = findStack(before, known, m_root / "p.blasto");
        QVERIFY(found);
        QVERIFY(found->moved && !found->changed);
        QCOMPARE(found->path, after);
    }

    void otherImagesOfTheSameNameAreNotTaken()
    {
        const fs::path stack = m_root / "images/one.tif";
        const Fingerprint known = *fingerprintOf(stack);
        fs::create_directories(m_root / "archive");
        fixtures::writeBytes(m_root / "archive/one.tif", std::string(300'000, 'y'));
        fs::remove(stack);
        QVERIFY(!findStack(stack, known, m_root / "p.blasto"));
    }

    void aHintLeadsToAnotherDrive()
    {
        QTemporaryDir drive;
        const fs::path stack = m_root / "images/one.tif";
        const Fingerprint known = *fingerprintOf(stack);
        const fs::path elsewhere = fs::path(drive.path().toStdString()) / "one.tif";
        fs::copy_file(stack, elsewhere);
        fs::remove(stack);
        QVERIFY(!findStack(stack, known, m_root / "p.blasto"));
        QCOMPARE(findStack(stack, known, m_root / "p.blasto", drive.path().toStdString())->path, elsewhere);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;
};

QTEST_GUILESS_MAIN(StackFinderTest)
#include "tst_stack_finder.moc"
