// SPDX-License-Identifier: Apache-2.0
// The arrows of ARCHITECTURE.md, checked on every #include line of the tree and on the links of its libraries.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/arch/include_rules.h"
#include "tests/arch/library_links.h"

using namespace blastoscope::tests;

namespace {

struct Include {
    QString file; ///< relative to the source root
    int line;
    QString target; ///< what stands between the quotes or brackets
};

QString sourceRoot()
{
    return QString::fromLocal8Bit(qgetenv("BLASTOSCOPE_SOURCE_DIR"));
}

QStringList filesBelow(const QStringList& tops, const QStringList& patterns)
{
    QStringList files;
    for (const QString& top : tops) {
        QDirIterator it(sourceRoot() + '/' + top, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files << QDir(sourceRoot()).relativeFilePath(it.next());
    }
    files.sort();
    return files;
}

QStringList sourceFiles()
{
    return filesBelow({"app", "ui", "core"}, {"*.h", "*.cpp"});
}

QString contentOf(const QString& relativePath)
{
    QFile file(sourceRoot() + '/' + relativePath);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Include> includes()
{
    static const QRegularExpression pattern("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    QList<Include> found;
    for (const QString& file : sourceFiles()) {
        int number = 0;
        for (const QString& line : contentOf(file).split('\n')) {
            ++number;
            if (const auto match = pattern.match(line); match.hasMatch())
                found.append({file, number, match.captured(1)});
        }
    }
    return found;
}

QString said(const Include& include, const QString& rule)
{
    return QStringLiteral("%1:%2 includes %3: %4").arg(include.file).arg(include.line).arg(include.target, rule);
}

} // namespace

class ArchitectureTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(QDir(sourceRoot() + "/core").exists(), "BLASTOSCOPE_SOURCE_DIR must name the source tree");
        m_includes = includes();
        QVERIFY(m_includes.size() > 50);
        for (const QString& file : filesBelow({"app", "ui", "core"}, {"CMakeLists.txt"}))
            m_links.add(file.section('/', 0, -2), contentOf(file));
    }

    void everyIncludeKeepsTheRules()
    {
        QStringList faults;
        for (const Include& include : m_includes)
            for (const QString& rule : brokenRules(include.file, include.target))
                faults << said(include, rule);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }

    void everyIncludeIsBackedByALink()
    {
        QStringList faults;
        QMap<QString, QSet<QString>> reachable;
        for (const QString& folder : knownFolders())
            reachable[folder] = m_links.reachableFrom(folder);
        for (const Include& include : m_includes) {
            const QString from = folderOf(include.file), to = folderOf(include.target);
            if (!to.isEmpty() && from != to && !reachable[from].contains(to))
                faults << said(include, from + " is not linked with " + to);
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }

    void linksFollowTheArrows()
    {
        QStringList faults;
        int links = 0;
        for (const QString& folder : knownFolders()) {
            for (const QString& to : m_links.linkedBy(folder)) {
                ++links;
                if (!arrowAllows(folder, to))
                    faults << folder + " may not be linked with " + to;
            }
        }
        QVERIFY(links > 50);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }

    /// Includes that nobody wrote: the rules themselves.
    void wrongIncludesAreFound_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("rule"); // empty: allowed
        const auto row = [](const char* file, const char* target, const char* rule) {
            QTest::addRow("%s -> %s", file, target) << file << target << rule;
        };
        row("core/masks/a.cpp", "core/masks/semantic/b.h", "");
        row("core/annotation/a.cpp", "core/masks/b.h", "");
        row("core/masks/a.cpp", "core/annotation/b.h", "core/masks may not use core/annotation");
        row("core/nn/models/a.cpp", "core/imaging/b.h", "core/nn may not use core/imaging");
        row("core/formats/a.h", "ui/session/b.h", "core/formats may not use ui/session");
        row("core/base/a.cpp", "app/common/b.h", "core/base may not use app/common");
        row("core/imaging/a.cpp", "QString", "core is free of Qt");
        row("core/novel/a.cpp", "vector", "core/novel is not in the list of arrows");
        row("ui/shell/a.cpp", "ui/canvas/b.h", "");
        row("ui/canvas/a.cpp", "ui/shell/b.h", "ui/canvas may not use ui/shell");
        row("ui/theme/a.cpp", "ui/settings/b.h", "ui/theme may not use ui/settings");
        row("ui/session/a.cpp", "ui/project/b.h", "ui/session may not use ui/project");
        row("ui/tools/a.cpp", "ui/session/b.h", "ui/tools may not use ui/session");
        row("ui/training/a.cpp", "ui/factory/b.h", "ui/training may not use ui/factory");
        row("ui/shell/a.cpp", "ui/factory/factory_desk.h", "");
        row("ui/shell/a.cpp", "ui/factory/factory_window.h", "the shell knows no more of the factory");
        row("ui/session/a.cpp", "core/measure/b.h", "");
        row("ui/session/a.cpp", "core/nn/io/b.h", "ui/session may not use core/nn");
        row("ui/session/a.cpp", "torch/torch.h", "torch belongs to core/nn");
        row("ui/canvas/a.h", "opencv2/core.hpp", "OpenCV and libtiff belong into .cpp files");
        row("ui/canvas/a.cpp", "app/gui/b.h", "ui/canvas may not use app/gui");
        row("app/train/a.cpp", "core/nn/ops/b.h", "");
        row("app/train/a.cpp", "core/imaging/b.h", "app/train may not use core/imaging");
        row("app/train/a.cpp", "opencv2/core.hpp", "not available on a training machine");
        row("app/train/a.cpp", "app/common/b.h", "app/train may not use app/common");
        row("app/common/a.cpp", "core/inference/b.h", "app/common may not use core/inference");
        row("app/factory/a.cpp", "core/dataset/generated/b.h", "");
        row("app/factory/a.cpp", "core/project/b.h", "app/factory may not use core/project");
        row("app/cli/a.cpp", "core/project/b.h", "");
        row("app/cli/a.cpp", "core/review/b.h", "app/cli may not use core/review");
        row("app/cli/a.cpp", "ui/session/b.h", "app/cli may not use ui/session");
        row("app/cli/a.cpp", "app/gui/b.h", "app/cli may not use app/gui");
        row("app/cli/a.cpp", "core/nn/ops/b.h", "app/cli may not use core/nn");
        row("app/cli/a.cpp", "core/nn/torch.h", "torch belongs to core/nn");
    }

    void wrongIncludesAreFound()
    {
        QFETCH(QString, file);
        QFETCH(QString, target);
        QFETCH(QString, rule);
        const QString broken = brokenRules(file, target).join('\n');
        if (rule.isEmpty())
            QCOMPARE(broken, QString());
        else
            QVERIFY2(broken.contains(rule), qPrintable(broken));
    }

    void linksAreReadFromCMake()
    {
        LibraryLinks links;
        links.add("core/low", "blastoscope_library(low SOURCES a.cpp)");
        links.add("core/middle", "blastoscope_library(middle\n  SOURCES a.cpp # PUBLIC blastoscope_top\n"
                                 "  PUBLIC blastoscope_low)\nblastoscope_library(hidden SOURCES b.cpp)");
        links.add("core/side", "blastoscope_library(side SOURCES a.cpp PRIVATE blastoscope_hidden)");
        links.add("app/top", "add_executable(top main.cpp)\ntarget_link_libraries(top PRIVATE blastoscope_middle\n"
                             "  blastoscope_side Threads::Threads)");
        using Folders = QSet<QString>;
        QCOMPARE(links.linkedBy("app/top"), (Folders{"core/middle", "core/side"}));
        QCOMPARE(links.reachableFrom("app/top"), (Folders{"core/middle", "core/side", "core/low"}));
        QCOMPARE(links.reachableFrom("core/side"), Folders{"core/middle"});
        QCOMPARE(links.reachableFrom("core/low"), Folders());
    }

    void everyFileNamesItsLicence()
    {
        for (const QString& file : sourceFiles()) {
            const bool gpl = file.startsWith("ui/") || file.startsWith("app/gui/");
            const QString expected = gpl ? "GPL-3.0-or-later" : "Apache-2.0";
            QVERIFY2(contentOf(file).startsWith("// SPDX-License-Identifier: " + expected), qPrintable(file));
        }
    }

private:
    QList<Include> m_includes;
    LibraryLinks m_links;
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
