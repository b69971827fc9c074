// SPDX-License-Identifier: Apache-2.0
#include <QMap>
#include <QTest>

#include <cmath>

#include "core/measure/cells_table.h"
#include "core/measure/divisions_table.h"
#include "core/measure/embryos_table.h"
#include "core/measure/stack_lineage.h"
#include "core/tracking/tracker.h"
#include "tests/measure/frames.h"

using namespace blastoscope;
using namespace blastoscope::measure;

namespace {

constexpr double kRadius = 60;

annotation::FrameAnnotation frameOf(std::vector<annotation::Instance> cells)
{
    annotation::FrameAnnotation frame;
    frame.width = 400;
    frame.height = 300;
    frame.segmented = true;
    frame.instances = std::move(cells);
    return frame;
}

annotation::FrameAnnotation oneCell()
{
    return frameOf({tests::discInstance(1, 200, 150, kRadius)});
}

/// Two daughters with these shares of the volume.
annotation::FrameAnnotation twoCells(double first = .5)
{
    return frameOf({tests::discInstance(1, 160, 150, kRadius * std::cbrt(first)),
                    tests::discInstance(2, 240, 150, kRadius * std::cbrt(1 - first))});
}

annotation::FrameAnnotation threeCells()
{
    annotation::FrameAnnotation frame = twoCells();
    frame.instances.pop_back();
    for (const double y : {120., 180.})
        frame.instances.push_back(tests::discInstance(int(y), 240, y, kRadius / std::cbrt(4)));
    return frame;
}

/// Every half an hour from 20 h on.
StackRecord stackOf(const std::vector<annotation::FrameAnnotation>& frames, bool tracked = true)
{
    StackRecord stack;
    stack.embryoId = "e";
    stack.t0Hours = 0;
    stack.firstFrameHours = 20;
    for (const annotation::FrameAnnotation& frame : frames)
        stack.frames.push_back({frame, int(stack.frames.size()), {}, 20 + .5 * double(stack.frames.size()), {}});
    std::vector<annotation::FrameAnnotation*> pointers;
    for (StackFrame& frame : stack.frames)
        pointers.push_back(&frame.annotation);
    if (tracked)
        tracking::trackAnnotations(pointers);
    return stack;
}

using TableRow = QMap<QString, QString>;

QList<TableRow> rowsOf(const std::string& csv)
{
    QList<TableRow> rows;
    QStringList lines = QString::fromStdString(csv).split('\n', Qt::SkipEmptyParts);
    const QStringList names = lines.takeFirst().split(',');
    for (const QString& line : lines) {
        const QStringList fields = line.split(',');
        TableRow row;
        for (int i = 0; i < names.size(); ++i)
            row[names[i]] = fields.value(i);
        rows << row;
    }
    return rows;
}

struct Tables {
    QList<TableRow> cells, divisions;
    TableRow embryo;
};

Tables tablesOf(const StackRecord& stack, int sustained = 3)
{
    const tracking::Lineage lineage = lineageOf(stack);
    const auto frames = measureStack(stack, lineage);
    const std::vector<EmbryoMetrics> embryos = {measureEmbryo(stack, frames, lineage, sustained)};
    return {rowsOf(cellsCsv(frames)), rowsOf(divisionsCsv(embryos)), rowsOf(embryosCsv(embryos)).first()};
}

} // namespace

class EmbryoTablesTest : public QObject {
    Q_OBJECT

private slots:
    void timesLieBetweenTwoFrames()
    {
        const auto tables = tablesOf(stackOf({oneCell(), oneCell(), twoCells(), twoCells(), twoCells(), twoCells(),
                                              threeCells(), threeCells(), threeCells()}));
        QCOMPARE(tables.embryo["t2_lo_h"], "20.5000");
        QCOMPARE(tables.embryo["t2_h"], "21.0000");
        QCOMPARE(tables.embryo["t2_frame_index"], "2");
        QCOMPARE(tables.embryo["t2_source"], "model");
        QCOMPARE(tables.embryo["t3_h"], "23.0000");
        QCOMPARE(tables.embryo["cc2_h"], "2.0000");
        QCOMPARE(tables.embryo["time_ref"], "hpi");
        QCOMPARE(tables.embryo["frame_interval_median_h"], "0.5000");
        QCOMPARE(tables.embryo["stage2_first_frame_index"], "2");
        QCOMPARE(tables.embryo["stage2_last_frame_index"], "5");
        for (const char* empty : {"t4_h", "t4_lo_h", "t4_source", "ecc2_h", "s3_h", "even8_stage_cv_pct",
                                  "insemination_method", "dc2_candidate"})
            QCOMPARE(tables.embryo[empty], "");
        QCOMPARE(tables.embryo["dc1_candidate"], "0");
        QCOMPARE(tables.embryo["rc_candidate_count"], "0");
    }

    void cellsThatFlowTogetherAreCandidatesOfReverseCleavage()
    {
        std::vector<annotation::FrameAnnotation> frames(4, twoCells());
        frames.insert(frames.end(), 4, oneCell());
        QCOMPARE(tablesOf(stackOf(frames)).embryo["rc_candidate_count"], "1");
        frames.resize(4); // a cell that is gone at the end of the film may have been missed
        frames.push_back(oneCell());
        QCOMPARE(tablesOf(stackOf(frames)).embryo["rc_candidate_count"], "0");
    }

    void countThatDoesNotLastIsNoTime()
    {
        const StackRecord stack =
            stackOf({oneCell(), twoCells(), oneCell(), oneCell(), twoCells(), twoCells(), twoCells()});
        QCOMPARE(tablesOf(stack).embryo["t2_h"], "22.0000");
        QCOMPARE(tablesOf(stack, 1).embryo["t2_h"], "20.5000");
        QCOMPARE(tablesOf(stack, 4).embryo["t2_h"], "");
    }

    void nothingIsCountedAfterCompaction()
    {
        std::vector<annotation::FrameAnnotation> frames = {oneCell(), twoCells(), twoCells(), twoCells()};
        const std::vector<annotation::FrameAnnotation> late = {frameOf({}), frameOf({}), frameOf({}), threeCells(),
                                                               threeCells(), threeCells()};
        frames.insert(frames.end(), late.begin(), late.end());
        const auto tables = tablesOf(stackOf(frames));
        QCOMPARE(tables.embryo["t2_h"], "20.5000");
        QCOMPARE(tables.embryo["t3_h"], "");
        QCOMPARE(tablesOf(stackOf(frames), 4).embryo["t3_h"], ""); // and three in a row are too few
    }

    void nucleiAreNoStagesOfAnEmbryo()
    {
        std::vector<annotation::FrameAnnotation> frames = {oneCell(), twoCells(), twoCells(), twoCells()};
        for (annotation::FrameAnnotation& frame : frames)
            for (annotation::Instance& instance : frame.instances)
                instance.ownName = "nucleus";
        const auto tables = tablesOf(stackOf(frames));
        QCOMPARE(tables.embryo["t2_h"], "");
        QCOMPARE(tables.cells[0]["track_id"], "");
        QVERIFY(tables.divisions.isEmpty());
    }

    void whatIsThereFromTheStartHasNoTime()
    {
        const auto tables = tablesOf(stackOf({twoCells(), twoCells(), twoCells()}));
        QCOMPARE(tables.embryo["t2_h"], "");
        QCOMPARE(tables.embryo["t2_frame_index"], "");
        QVERIFY(!tables.embryo["even2_stage_cv_pct"].isEmpty());
        QCOMPARE(tables.embryo["dc1_candidate"], "");
    }

    void framesThatNobodyLookedAtAreSkipped()
    {
        annotation::FrameAnnotation unknown = frameOf({});
        unknown.segmented = false;
        const auto tables = tablesOf(stackOf({oneCell(), unknown, twoCells(), unknown, twoCells(), twoCells()}));
        QCOMPARE(tables.embryo["t2_h"], "21.0000");
        QCOMPARE(tables.embryo["t2_lo_h"], "20.0000");
    }

    void rejectedFramesBreakNothing()
    {
        annotation::FrameAnnotation fourCells = threeCells();
        fourCells.instances[0].amodal = tests::disc(400, 300, 160, 120, kRadius / std::cbrt(4));
        fourCells.instances.push_back(tests::discInstance(4, 160, 180, kRadius / std::cbrt(4)));
        annotation::FrameAnnotation rejected = frameOf({}), rejectedCells = fourCells;
        rejected.segmented = false;
        rejected.review = rejectedCells.review = annotation::ReviewState::Rejected;
        for (const bool tracked : {false, true}) {
            const auto tables = tablesOf(stackOf({oneCell(), oneCell(), twoCells(), twoCells(), twoCells(), twoCells(),
                                                  rejected, rejected, rejected, fourCells, fourCells, fourCells},
                                                 tracked));
            QCOMPARE(tables.embryo["t2_h"], "21.0000");
            QCOMPARE(tables.embryo["t4_h"], "24.5000");
            QCOMPARE(tables.embryo["t4_lo_h"], "22.5000");
        }
        // What was found in such a frame counts as little as what was not.
        StackRecord stack = stackOf({oneCell(), rejectedCells, twoCells(), rejectedCells, twoCells(), rejectedCells,
                                     twoCells(), rejectedCells, rejectedCells},
                                    false);
        trackUntracked(stack);
        const auto tables = tablesOf(stack);
        QCOMPARE(tables.embryo["t2_h"], "21.0000");
        QCOMPARE(tables.embryo["t2_lo_h"], "20.0000");
        QCOMPARE(tables.embryo["t3_h"] + tables.embryo["t4_h"], "");
        QCOMPARE(tables.embryo["n_frames"], "9");
        QCOMPARE(tables.cells.size(), 7);
        QCOMPARE(tables.divisions.size(), 1);
    }

    void rejectedFramesNeedNoConfirmation()
    {
        using annotation::ReviewState;
        StackRecord stack = stackOf({oneCell(), twoCells(), twoCells()});
        stack.frames[0].annotation.review = ReviewState::Accepted;
        stack.frames[1].annotation.review = ReviewState::Rejected;
        QCOMPARE(tablesOf(stack).embryo["confirmed_by_human"], "0");
        stack.frames[2].annotation.review = ReviewState::Corrected;
        QCOMPARE(tablesOf(stack).embryo["confirmed_by_human"], "1");
        for (StackFrame& frame : stack.frames)
            frame.annotation.review = ReviewState::Rejected;
        QCOMPARE(tablesOf(stack).embryo["confirmed_by_human"], "0");
    }

    void timesOfReviewedFramesArePeoples()
    {
        StackRecord stack = stackOf({oneCell(), twoCells(), twoCells(), twoCells()});
        stack.frames[0].annotation.review = stack.frames[1].annotation.review = annotation::ReviewState::Accepted;
        QCOMPARE(tablesOf(stack).embryo["t2_source"], "human");
        QCOMPARE(tablesOf(stack).embryo["confirmed_by_human"], "0");
    }

    void divisionsHaveMotherDaughtersAndSizes()
    {
        const auto tables = tablesOf(stackOf({oneCell(), oneCell(), twoCells(.6), twoCells(.6), twoCells(.6)}));
        QCOMPARE(tables.divisions.size(), 1);
        const TableRow row = tables.divisions.first();
        QCOMPARE(row["mother_track_id"], "1");
        QCOMPARE(row["mother_generation"], "0");
        QCOMPARE(row["n_daughters"], "2");
        QCOMPARE(row["daughter1_track_id"], "2");
        QCOMPARE(row["daughter2_track_id"], "3");
        QCOMPARE(row["daughter3_track_id"], "");
        QCOMPARE(row["frame_index"], "2");
        QCOMPARE(row["time_lo_h"], "20.5000");
        QVERIFY(std::abs(row["sister_asym"].toDouble() - .2) < .02);
        QVERIFY(std::abs(row["mother_balance"].toDouble() - 1) < .02);
    }

    void generationsComeFromACompleteLineage()
    {
        const auto tables = tablesOf(stackOf({oneCell(), oneCell(), twoCells(), twoCells(), twoCells()}));
        QCOMPARE(tables.cells[0]["parent_track_id"], "");
        QCOMPARE(tables.cells[0]["generation"], "0");
        QCOMPARE(tables.cells[0]["generation_source"], "lineage");
        QCOMPARE(tables.cells[3]["parent_track_id"], "1");
        QCOMPARE(tables.cells[3]["generation"], "1");
        QCOMPARE(tables.cells[3]["generation_source"], "lineage");
    }

    void generationsAreInferredWhereACellIsMissing()
    {
        annotation::FrameAnnotation missing = twoCells();
        missing.instances.pop_back();
        const auto tables = tablesOf(stackOf({oneCell(), twoCells(), missing, twoCells(), twoCells()}));
        QCOMPARE(tables.cells[1]["generation_source"], "lineage");
        QCOMPARE(tables.cells[3]["frame_index"], "2");
        QCOMPARE(tables.cells[3]["generation_source"], "inferred");
    }

    void untrackedStacksKeepTheirTimes()
    {
        const auto tables = tablesOf(stackOf({oneCell(), twoCells(), twoCells(), twoCells()}, false));
        QCOMPARE(tables.embryo["t2_h"], "20.5000");
        QCOMPARE(tables.embryo["dc1_candidate"], "");
        QVERIFY(tables.divisions.isEmpty());
        QCOMPARE(tables.cells[1]["generation_source"], "inferred");
    }

    void framesOfOneNumberAreNoFailure()
    {
        StackRecord stack = stackOf({oneCell(), twoCells(), twoCells(), twoCells()});
        for (StackFrame& frame : stack.frames)
            frame.frameIndex = 0;
        const auto tables = tablesOf(stack);
        QCOMPARE(tables.cells.size(), qsizetype(7)); // none is left out
        QVERIFY(!tables.embryo["embryo_id"].isEmpty());
    }
};

QTEST_GUILESS_MAIN(EmbryoTablesTest)
#include "tst_embryo_tables.moc"
