// SPDX-License-Identifier: GPL-3.0-or-later
// From reviewed stacks to a training set: what enters, how it is split, what the dialog shows and builds.
#include <atomic>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <qcustomplot.h>

#include "core/dataset/dataset_builder.h"
#include "core/dataset/dataset_preview.h"
#include "tests/ui/training_fixtures.h"
#include "ui/training/accepted_frames.h"
#include "ui/training/dataset_summary.h"
#include "ui/training/embryo_split_model.h"
#include "ui/training/size_histogram.h"
#include "ui/training/training_set_dialog.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

TrainingServices buildingServices()
{
    TrainingServices services = training::services();
    services.previewDataset = dataset::previewDataset;
    services.buildDataset = [](const auto& frames, const auto& split, bool exhaustive, const auto& out,
                               const auto& cancel, const auto& progress) {
        return dataset::buildDataset(frames, {out, split, exhaustive}, cancel, progress);
    };
    return services;
}

} // namespace

class TrainingSetsTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>();
    }

    void onlyAcceptedFramesOfOpenStacksAreTaken()
    {
        training::addReviewedStack(*m_workspace, "E1");
        training::addReviewedStack(*m_workspace, "");
        const ReviewedStacks reviewed(*m_workspace);
        m_workspace->stacks().front()->document().clearFrame(0); // after the moment that counts
        const AcceptedFrames accepted = acceptedFrames(reviewed);
        QCOMPARE(int(accepted.frames->size()), 4);
        QCOMPARE(accepted.waiting, 2);
        QCOMPARE(accepted.rejected, 2);
        QCOMPARE(accepted.frames->at(0).truth.fileName, std::string("E1/00001"));
        QCOMPARE(accepted.frames->at(1).truth.frameIndex, 1);
        QCOMPARE(accepted.frames->at(2).truth.embryoId, std::string("stack-2"));
        QCOMPARE(accepted.stackOfEmbryo.value("E1"), QStringLiteral("memory"));
        m_workspace.reset(); // pictures can still be read
        const auto picture = accepted.frames->at(0).read();
        QVERIFY(picture);
        QCOMPARE(picture->width, 120);
    }

    void checkMarksHoldEmbryosOut()
    {
        EmbryoSplitModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({{"a", "A", 3, false}, {"b", {}, 4, true}});
        QCOMPARE(model.heldOut(), std::vector<std::string>{"b"});
        QSignalSpy edited(&model, &EmbryoSplitModel::splitEdited);
        QVERIFY(model.setData(model.index(0, EmbryoSplitModel::HeldOut), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(!model.setData(model.index(0, EmbryoSplitModel::Frames), 7));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(model.heldOut(), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(model.index(1, EmbryoSplitModel::Embryo).data().toString(), QStringLiteral("b"));
    }

    void theDialogShowsWhatWouldBeInTheSet()
    {
        for (const char* embryo : {"a", "b", "c"})
            training::addReviewedStack(*m_workspace, embryo);
        TrainingSetDialog dialog(buildingServices(), *m_workspace, m_folder->path());
        QVERIFY(!buildButton(dialog)->isEnabled()); // the frames are being gathered
        QTRY_VERIFY(text(dialog, "datasetCounts").contains(QStringLiteral("2 frame")));
        QVERIFY(text(dialog, "framesIntro").contains(QStringLiteral("6 frame")));
        QTRY_VERIFY(text(dialog, "datasetWarnings").contains(QStringLiteral("Only 2 embryos")));
        QCOMPARE(int(dialog.embryos().heldOut().size()), 1);
        dialog.findChild<QSpinBox*>(QStringLiteral("heldOutShare"))->setValue(0);
        QTRY_VERIFY(text(dialog, "datasetWarnings").contains(QStringLiteral("No embryo is held out")));
        for (int row = 0; row < 3; ++row)
            dialog.embryos().setData(dialog.embryos().index(row, EmbryoSplitModel::HeldOut), Qt::Checked,
                                     Qt::CheckStateRole);
        QTRY_VERIFY(!buildButton(dialog)->isEnabled()); // nothing would be left to train on
        QVERIFY(text(dialog, "datasetCounts").contains(QStringLiteral("All embryos are held out")));
    }

    void objectsAreCalledWhatTheyAre()
    {
        for (const char* slide : {"a", "b", "c"})
            training::addReviewedStack(*m_workspace, slide, "nucleus");
        TrainingSetDialog dialog(buildingServices(), *m_workspace, m_folder->path());
        QTRY_VERIFY(text(dialog, "datasetCounts").contains(QStringLiteral("nucle")));
        QVERIFY(!text(dialog, "datasetCounts").contains(QStringLiteral("blastomere")));
        QTRY_VERIFY(text(dialog, "datasetWarnings").contains(QStringLiteral("instead of objects")));
        const QString axis = dialog.findChild<SizeHistogram*>()->plot().xAxis->label();
        QVERIFY2(axis.startsWith(QStringLiteral("Nuclei")), qPrintable(axis));

        QSignalSpy built(&dialog, &TrainingSetDialog::built);
        const QString target = m_folder->filePath(QStringLiteral("nuclei"));
        dialog.setTarget(target);
        dialog.build();
        QTRY_COMPARE(built.count(), 1);
        const auto summary = readDatasetSummary(target);
        QVERIFY(summary);
        QCOMPARE(summary->ownName, std::string("nucleus"));
        QVERIFY(splitText(summary->train, summary->heldOut, summary->ownName).contains(QStringLiteral("nucle")));
    }

    void withoutAcceptedFramesItSaysWhatToDo()
    {
        m_workspace->add(std::make_shared<MemoryStack>(3));
        TrainingSetDialog dialog(buildingServices(), *m_workspace, m_folder->path());
        QTRY_VERIFY(text(dialog, "datasetCounts").contains(QStringLiteral("Ctrl+Enter")));
        QVERIFY(!buildButton(dialog)->isEnabled());
    }

    void aSetIsBuiltInTheBackgroundAndWarnsOfRepeatedPictures()
    {
        for (const char* embryo : {"a", "b", "c", "d", "e"})
            training::addReviewedStack(*m_workspace, embryo);
        TrainingSetDialog dialog(buildingServices(), *m_workspace, m_folder->path());
        QTRY_VERIFY(buildButton(dialog)->isEnabled());
        QSignalSpy built(&dialog, &TrainingSetDialog::built);
        const QString target = m_folder->filePath(QStringLiteral("sets/clinic"));
        dialog.setTarget(target);
        dialog.build();
        QTRY_COMPARE(built.count(), 1);
        const auto summary = readDatasetSummary(target);
        QVERIFY(summary);
        QCOMPARE(summary->train.frames + summary->heldOut.frames, 10);
        QCOMPARE(summary->train.counted + summary->heldOut.counted, 10);
        QVERIFY(text(dialog, "datasetWarnings").contains(QStringLiteral("Leakage"))); // all pictures here are black
        QCOMPARE(int(findDatasets(m_folder->filePath(QStringLiteral("sets")), {}).size()), 1);

        QTRY_VERIFY(buildButton(dialog)->isEnabled());
        dialog.build(); // the folder is in use now
        QTRY_VERIFY(text(dialog, "datasetOutcome").contains(QStringLiteral("not empty")));
        QCOMPARE(built.count(), 1);
    }

    void theFramesAreCopiedOnceAndTheSplitNeverWaits()
    {
        for (const char* embryo : {"a", "b", "c"})
            training::addReviewedStack(*m_workspace, embryo);
        std::vector<const void*> seen; // where the frames lay
        std::atomic<bool> hold = true;
        TrainingServices services = buildingServices();
        services.previewDataset = [&](const auto& frames, const auto& split) {
            seen.push_back(frames.data());
            while (hold)
                QThread::msleep(2);
            return dataset::previewDataset(frames, split);
        };
        services.buildDataset = [&](const auto& frames, const auto&, bool, const auto&, const auto&,
                                    const auto&) -> base::Result<dataset::DatasetReport> {
            seen.push_back(frames.data());
            return base::fail(base::ErrorCode::Io, "The drive is full.");
        };
        TrainingSetDialog dialog(services, *m_workspace, m_folder->path());
        QTRY_COMPARE(dialog.embryos().rowCount(), 3);
        for (const Qt::CheckState state : {Qt::Checked, Qt::Unchecked, Qt::Checked}) // while the first is in work
            for (int row = 0; row < 3; ++row)
                dialog.embryos().setData(dialog.embryos().index(row, EmbryoSplitModel::HeldOut), state,
                                         Qt::CheckStateRole);
        hold = false;
        QTRY_VERIFY(text(dialog, "datasetCounts").contains(QStringLiteral("All embryos are held out"))); // the latest
        dialog.build();
        QTRY_VERIFY(text(dialog, "datasetOutcome").contains(QStringLiteral("full")));
        QCOMPARE(seen, std::vector<const void*>(3, seen.front()));
    }

    void foldersThatAreNoTrainingSetAreRefused()
    {
        QVERIFY(readDatasetSummary(m_folder->path()).error().code == base::ErrorCode::NotFound);
        const QString folder = training::makeDataset(m_folder->path(), QStringLiteral("set"));
        QCOMPARE(readDatasetSummary(folder)->train.embryos, 3);
        training::write(folder + QStringLiteral("/dataset.json"), "{\"format\":7,");
        QVERIFY(readDatasetSummary(folder).error().code == base::ErrorCode::Corrupt);
        QVERIFY(findDatasets(m_folder->path(), {}).empty());
    }

private:
    static QPushButton* buildButton(const QWidget& dialog)
    {
        return dialog.findChild<QPushButton*>(QStringLiteral("buildDataset"));
    }

    static QString text(const QWidget& widget, const char* label)
    {
        return widget.findChild<QLabel*>(QLatin1String(label))->text();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(TrainingSetsTest)
#include "tst_training_sets.moc"
