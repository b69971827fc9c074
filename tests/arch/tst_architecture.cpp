// SPDX-License-Identifier: Apache-2.0
// The arrows of ARCHITECTURE.md, checked on every #include line of the tree.
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

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

QStringList sourceFiles()
{
    QStringList files;
    for (const char* top : {"app", "ui", "core"}) {
        QDirIterator it(sourceRoot() + '/' + top, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files << QDir(sourceRoot()).relativeFilePath(it.next());
    }
    files.sort();
    return files;
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

bool isTorch(const QString& target)
{
    return target == "core/nn/torch.h" || target.startsWith("torch/") || target.startsWith("ATen/") || target.startsWith("c10/");
}

bool isOpenCv(const QString& target)
{
    return target.startsWith("opencv2/");
}

bool isQt(const QString& target)
{
    static const QRegularExpression qt("^(Q[A-Z]|Qt|qcustomplot)");
    return qt.match(target).hasMatch();
}

/// What each folder of core may include from core, besides itself.
const QMap<QString, QStringList>& allowedInCore()
{
    static const QMap<QString, QStringList> allowed = {
        {"base", {}},
        {"masks", {"base"}},
        {"evaluation", {"base", "masks"}},
        {"simulation", {"base", "masks"}},
        {"nn", {"base", "masks", "evaluation"}},
        {"imaging", {"base"}},
        {"annotation", {"base", "masks"}},
        {"formats", {"base", "masks", "annotation", "evaluation", "simulation", "imaging"}},
        {"tracking", {"base", "masks", "annotation"}},
        {"measure", {"base", "masks", "annotation", "tracking"}},
        {"review", {"base", "masks", "annotation", "measure"}},
        {"project", {"base", "masks", "annotation"}},
        {"inference", {"base", "masks", "nn", "imaging", "annotation"}},
        {"benchmark", {"base"}},
        {"dataset", {"base", "masks", "nn", "imaging", "annotation", "formats"}},
    };
    return allowed;
}

QString folderInCore(const QString& path)
{
    return path.startsWith("core/") ? path.section('/', 1, 1) : QString();
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
    }

    void foldersOfCoreIncludeOnlyWhatLiesBelow()
    {
        for (const Include& include : m_includes) {
            const QString from = folderInCore(include.file);
            const QString to = folderInCore(include.target);
            if (from.isEmpty() || to.isEmpty() || from == to)
                continue;
            QVERIFY2(allowedInCore().contains(from), qPrintable("unknown folder core/" + from));
            report(allowedInCore().value(from).contains(to), include, "core/" + from + " may not use core/" + to);
        }
    }

    void coreKnowsNeitherQtNorTheLayersAbove()
    {
        for (const Include& include : m_includes) {
            if (!include.file.startsWith("core/"))
                continue;
            report(!isQt(include.target), include, "core is free of Qt");
            report(!include.target.startsWith("ui/") && !include.target.startsWith("app/"), include,
                   "core may not use ui or app");
        }
    }

    void uiKnowsNeitherTorchNorTheProgramsAbove()
    {
        for (const Include& include : m_includes) {
            if (!include.file.startsWith("ui/"))
                continue;
            report(!isTorch(include.target) && !include.target.startsWith("core/nn/"), include, "ui may not use torch");
            report(!include.target.startsWith("app/"), include, "ui may not use app");
            report(!(isOpenCv(include.target) && include.file.endsWith(".h")), include, "no OpenCV in a header of ui");
        }
    }

    void torchStaysBehindItsWall()
    {
        for (const Include& include : m_includes) {
            if (!isTorch(include.target))
                continue;
            const bool inside = include.file.startsWith("core/nn/") || include.file.startsWith("app/train/")
                || (include.file.startsWith("core/inference/") && include.file.endsWith(".cpp"));
            report(inside, include, "torch belongs to core/nn, app/train and the .cpp files of core/inference");
        }
    }

    void openCvAndLibtiffStayInSourceFiles()
    {
        for (const Include& include : m_includes) {
            const bool foreign = isOpenCv(include.target) || include.target.startsWith("tiff");
            report(!(foreign && include.file.endsWith(".h")), include, "OpenCV and libtiff belong into .cpp files");
        }
    }

    void theTrainingBuildNeedsNothingButTorchAndTwoHeaders()
    {
        static const QStringList folders = {"core/base/", "core/masks/", "core/evaluation/", "core/simulation/",
                                            "core/nn/", "app/train/"};
        for (const Include& include : m_includes) {
            const bool inside = std::any_of(folders.begin(), folders.end(),
                                            [&](const QString& f) { return include.file.startsWith(f); });
            if (!inside)
                continue;
            static const QRegularExpression foreign("^(opencv2|tiff|pugixml|spdlog|CLI|SQLiteCpp|Q)");
            report(!foreign.match(include.target).hasMatch(), include, "not available on a training machine");
        }
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
    static void report(bool allowed, const Include& include, const QString& rule)
    {
        QVERIFY2(allowed, qPrintable(QString("%1:%2 includes %3: %4")
                                         .arg(include.file).arg(include.line).arg(include.target, rule)));
    }

    QList<Include> m_includes;
};

QTEST_GUILESS_MAIN(ArchitectureTest)
#include "tst_architecture.moc"
