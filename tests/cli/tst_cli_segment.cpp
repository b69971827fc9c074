// SPDX-License-Identifier: Apache-2.0
// Runs the real program with the shipped model on simulated pictures: segment and compare from the command line to
// the files.
#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include "core/formats/coco.h"
#include "core/imaging/picture_reader.h"
#include "tests/cli/cli_program.h"
#include "tests/support/file_content.h"

using namespace blastoscope;
using tests::contentOf;
using tests::Outcome;

namespace {

constexpr int kSide = 224;
constexpr int kFrames = 2;

QByteArray sha256Of(const QString& file)
{
    return QCryptographicHash::hash(contentOf(file), QCryptographicHash::Sha256).toHex();
}

/// Everything that is annotated in an image.
masks::RleMask allOf(const formats::CocoDataset& dataset, std::int64_t imageId)
{
    masks::RleMask all(kSide, kSide);
    for (const formats::CocoAnnotation& annotation : dataset.annotations)
        if (annotation.imageId == imageId)
            all = masks::united(all, *annotation.segmentation);
    return all;
}

bool hasColour(const base::Image& picture)
{
    for (int y = 0; y < picture.height; ++y) {
        const auto* row = picture.row<std::uint8_t>(y);
        for (int x = 0; x < picture.width; ++x)
            if (row[3 * x] != row[3 * x + 1])
                return true;
    }
    return false;
}

} // namespace

class TestCliSegment : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Outcome simulated =
            run({"simulate", "--out", path("simulated"), "--frames", QString::number(kFrames), "--size",
                 QString::number(kSide), "--start-hours", "45", "--look", "hoffman", "--seed", "5"});
        QVERIFY2(simulated.exitCode == 0, qPrintable(simulated.err));
        const auto truth = formats::readCocoDataset(path("simulated/annotations.json").toStdString());
        QVERIFY(truth && truth->images.size() == kFrames);
        m_truth = *truth;
        const Outcome segmented = segment("first");
        QVERIFY2(segmented.exitCode == 0, qPrintable(segmented.err));
        m_summary = segmented.json();
    }

    void silhouettesAreThoseOfTheEmbryo()
    {
        QCOMPARE(m_summary["stacks"].toInt(), 1);
        QCOMPARE(m_summary["frames"].toInt(), kFrames);
        QCOMPARE(m_summary["failed"].toInt(), 0);
        const auto found = formats::readCocoDataset(path("first/annotations.json").toStdString());
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QCOMPARE(found->images.size(), std::size_t(kFrames));
        for (std::size_t i = 0; i < found->images.size(); ++i) {
            const formats::CocoImage& image = found->images[i];
            QVERIFY(image.segmented);
            QCOMPARE(image.embryoId, found->images[0].embryoId);
            QCOMPARE(QString::fromStdString(image.fileName),
                     QString::fromStdString(image.embryoId) + QStringLiteral("/0000%1").arg(i));
            const double overlap = masks::iou(allOf(*found, image.id), allOf(m_truth, m_truth.images[i].id));
            QVERIFY2(overlap > .6, qPrintable(QString::number(overlap)));
        }
        const auto all = formats::readCocoResults(path("first/results.json").toStdString(), *found);
        QVERIFY2(all, all ? "" : all.error().message.c_str());
        QVERIFY(all->size() >= found->annotations.size());
    }

    void tablesHaveARowForEachCellAndFrame()
    {
        const auto found = formats::readCocoDataset(path("first/annotations.json").toStdString());
        QVERIFY(found);
        QCOMPARE(contentOf(path("first/cells.csv")).count('\n'), qsizetype(1 + found->annotations.size()));
        QCOMPARE(contentOf(path("first/frames.csv")).count('\n'), qsizetype(1 + kFrames));
        QCOMPARE(contentOf(path("first/embryos.csv")).count('\n'), qsizetype(2));
        QVERIFY(contentOf(path("first/divisions.csv")).startsWith("schema_version,"));
        QVERIFY(contentOf(path("first/frames.csv")).contains(",hpi,")); // --t0
        for (const char* table : {"cells.csv", "frames.csv", "annotations.json", "manifest.json"})
            QVERIFY2(!contentOf(path("first/") + table).contains("embryo00000"), table); // names stay here
    }

    void theManifestNamesModelSettingsAndFiles()
    {
        const QJsonObject manifest = QJsonDocument::fromJson(contentOf(path("first/manifest.json"))).object();
        QCOMPARE(manifest["model"].toObject()["name"].toString(), QStringLiteral("blastomere-amodal"));
        QCOMPARE(manifest["model"].toObject()["sha256"].toString().toLatin1(), sha256Of(BLASTOSCOPE_MODEL));
        QCOMPARE(manifest["settings"].toObject()["t0_hours"].toString(), QStringLiteral("0.000000"));
        QStringList names;
        for (const QJsonValue& file : manifest["files"].toArray()) {
            names << file["name"].toString();
            QCOMPARE(file["sha256"].toString().toLatin1(), sha256Of(path("first/") + names.last()));
        }
        for (const char* table : {"cells.csv", "frames.csv", "embryos.csv", "divisions.csv", "results.json"})
            QVERIFY2(names.contains(table), table);
        QCOMPARE(names.filter("overlays/").size(), qsizetype(kFrames));
    }

    void overlaysAreTheFramesWithOutlines()
    {
        for (const QString& name : overlays()) {
            const auto picture = imaging::readPicture(path("first/overlays/" + name).toStdString());
            QVERIFY2(picture, picture ? "" : picture.error().message.c_str());
            QCOMPARE(picture->width, kSide);
            QCOMPARE(picture->height, kSide);
            QCOMPARE(picture->channels, 3);
            QVERIFY(hasColour(*picture)); // the frames are grey
        }
        QCOMPARE(overlays().size(), qsizetype(kFrames));
    }

    void theSameInputGivesTheSameBytes()
    {
        const Outcome again = segment("second");
        QVERIFY2(again.exitCode == 0, qPrintable(again.err));
        QStringList files = {"cells.csv", "frames.csv", "embryos.csv", "divisions.csv", "annotations.json",
                             "results.json"};
        for (const QString& name : overlays())
            files << "overlays/" + name;
        for (const QString& name : files) {
            QVERIFY2(!contentOf(path("first/") + name).isEmpty(), qPrintable(name));
            QVERIFY2(contentOf(path("second/") + name) == contentOf(path("first/") + name), qPrintable(name));
        }
    }

    void listedImagesKeepTheirIds()
    {
        formats::CocoDataset list = m_truth;
        list.images = {list.images.back()};
        list.images[0].id = 70;
        list.images[0].order.clear();
        list.annotations.clear();
        QVERIFY(formats::writeCocoDataset(list, path("list.json").toStdString()));
        const Outcome outcome =
            run({"segment", "--images-from", path("list.json"), "--root", path("simulated"), "--out", path("listed"),
                 "--model", BLASTOSCOPE_MODEL, "--device", "cpu", "--threads", "1", "--json"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QCOMPARE(outcome.json()["images"].toInt(), 1);
        QCOMPARE(outcome.json()["left_out"].toInt(), 0);
        const auto results = formats::readCocoResults(path("listed/results.json").toStdString(), list);
        QVERIFY2(results, results ? "" : results.error().message.c_str());
        QVERIFY(!results->empty());
        for (const formats::CocoResult& result : *results)
            QCOMPARE(result.imageId, std::int64_t(70));
    }

    void modelsAreComparedSideBySide()
    {
        const Outcome outcome =
            run({"compare", BLASTOSCOPE_MODEL, BLASTOSCOPE_MODEL, "--simulated", "2", "--threads", "1", "--json"});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        const QJsonArray models = outcome.json()["models"].toArray();
        QCOMPARE(models.size(), qsizetype(2));
        QCOMPARE(models[0]["sha256"].toString().toLatin1(), sha256Of(BLASTOSCOPE_MODEL));
        const QJsonObject simulated = outcome.json()["simulated"].toObject();
        QCOMPARE(simulated["frames"].toInt(), 2);
        const QJsonArray results = simulated["results"].toArray();
        QCOMPARE(results.size(), qsizetype(2));
        QCOMPARE(results[0], results[1]); // the same model on the same frames
        QVERIFY2(results[0]["quality"].toDouble() > .4, qPrintable(outcome.out));
        QVERIFY(!outcome.json().contains("validation")); // no training set was given
    }

private:
    Outcome run(const QStringList& arguments) const { return tests::runCli(arguments, m_folder.path()); }
    QString path(const QString& name) const { return m_folder.filePath(name); }

    Outcome segment(const QString& out) const
    {
        return run({"segment", path("simulated/images/embryo00000"), "--out", path(out), "--model", BLASTOSCOPE_MODEL,
                    "--device", "cpu", "--threads", "1", "--t0", "0", "--overlays", "--json"});
    }

    /// Names of the overlay pictures of the first run, with the folder of their embryo.
    QStringList overlays() const
    {
        const QDir folder(path("first/overlays"));
        QStringList names;
        for (const QString& embryo : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            for (const QString& file : QDir(folder.filePath(embryo)).entryList({"*.png"}, QDir::Files))
                names << embryo + '/' + file;
        return names;
    }

    QTemporaryDir m_folder;
    formats::CocoDataset m_truth;
    QJsonObject m_summary;
};

QTEST_GUILESS_MAIN(TestCliSegment)
#include "tst_cli_segment.moc"
