// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <limits>

#include <QTest>
#include <zlib.h>

#include "core/annotation/annotation_binary.h"
#include "core/annotation/frame_change.h"
#include "tests/annotation/random_edits.h"
#include "tests/support/shapes.h"

using namespace blastoscope;
using namespace blastoscope::annotation;

namespace {

FrameAnnotation fullFrame()
{
    FrameAnnotation frame;
    frame.width = 90;
    frame.height = 70;
    Instance first;
    first.id = 4;
    first.classId = 2;
    first.amodal = tests::disc(90, 70, 40, 30, 20);
    first.visible = tests::disc(90, 70, 40, 30, 11);
    first.score = 0.1 + 0.2; // not a short decimal
    first.origin = Origin::Snapped;
    first.modelHash = std::string("a\0b", 3);
    first.trackId = -7;
    first.locked = first.uncertain = true;
    Instance empty;
    empty.id = 9;
    empty.amodal = masks::RleMask(90, 70);
    empty.ownName = "nucleus";
    frame.instances = {first, empty};
    frame.order = {{9, 4}};
    frame.review = ReviewState::Corrected;
    frame.qcFlags = {"", "a, \"b\"\n", "Größe"};
    frame.segmented = true;
    return frame;
}

/// One change of every kind, with the frame it fits.
std::vector<std::unique_ptr<FrameChange>> changesOf(const FrameAnnotation& frame)
{
    std::vector<std::unique_ptr<FrameChange>> changes;
    Instance added = frame.instances.front();
    added.id = 12;
    changes.push_back(replaceContent(3, frame));
    changes.push_back(addInstance(3, frame, added));
    changes.push_back(removeInstances(3, frame, {4, 9}));
    changes.push_back(changeShape(3, frame.instances[0], tests::disc(90, 70, 10, 10, 30), std::nullopt));
    changes.push_back(changeAttributes(3, 9, {3, 5, true, true, false}));
    changes.push_back(changeTracks(3, {{4, 8}, {9, std::nullopt}}));
    changes.push_back(changeOrder(3, {{4, 9}}));
    changes.push_back(changeReview(3, ReviewState::Rejected));
    return changes;
}

std::string sealed(std::string content)
{
    const auto checksum = std::uint32_t(::crc32_z(0, reinterpret_cast<const Bytef*>(content.data()), content.size()));
    for (int shift = 0; shift < 32; shift += 8)
        content += char(checksum >> shift);
    return content;
}

} // namespace

class AnnotationBinaryTest : public QObject {
    Q_OBJECT

private slots:
    void numbersKeepEveryBit()
    {
        ByteWriter out;
        const std::int64_t extremes[] = {0, -1, 63, -64, 64, std::numeric_limits<std::int64_t>::min(),
                                         std::numeric_limits<std::int64_t>::max()};
        for (const std::int64_t value : extremes)
            out.signedNumber(value);
        out.number(std::numeric_limits<std::uint64_t>::max());
        out.real(-0.0);
        ByteReader in(out.bytes());
        for (const std::int64_t value : extremes)
            QCOMPARE(in.signedNumber(), value);
        QCOMPARE(in.number(), std::numeric_limits<std::uint64_t>::max());
        QVERIFY(std::signbit(in.real()));
        QVERIFY(in.ok() && in.atEnd());
        in.byte();
        QVERIFY(!in.ok());
    }

    void frameIsReadBackAsItWas()
    {
        const std::string bytes = encodeFrame(fullFrame());
        ByteReader in(bytes);
        const FrameAnnotation again = readFrame(in);
        QVERIFY(in.ok() && in.atEnd());
        QCOMPARE(encodeFrame(again), bytes);
        QVERIFY(again.instances[0].amodal == fullFrame().instances[0].amodal);
        QCOMPARE(again.instances[0].score, fullFrame().instances[0].score);
        QCOMPARE(again.qcFlags, fullFrame().qcFlags);
        QCOMPARE(again.instances[0].ownName, std::string());
        QCOMPARE(again.instances[1].ownName, std::string("nucleus"));
    }

    void objectsWithoutANameHaveTheBytesOfOldProjects()
    {
        Instance instance;
        instance.id = 1;
        instance.amodal = masks::RleMask(3, 2);
        ByteWriter plain, named;
        write(plain, instance);
        instance.ownName = "worm";
        write(named, instance);
        QCOMPARE(named.bytes().size(), plain.bytes().size() + 5); // the length and the letters
        QCOMPARE(int(plain.bytes().back()), 0);                   // the flags
        std::string nameless(named.bytes().substr(0, plain.bytes().size()));
        nameless += '\0';
        ByteReader in(nameless);
        readInstance(in);
        QVERIFY(!in.ok()); // says that it has a name, and it is empty
    }

    void aCellTakesAboutOneBytePerRun()
    {
        const masks::RleMask cell = tests::disc(500, 500, 250, 250, 100);
        QVERIFY(encodeMask(cell).size() < cell.counts().size() * 3 / 2);
        QVERIFY(*decodeMask(encodeMask(cell)) == cell);
        QVERIFY(*decodeMask(encodeMask(masks::RleMask())) == masks::RleMask());
    }

    void changesDoTheSameAfterTheWayThroughBytes()
    {
        for (const auto& change : changesOf(fullFrame())) {
            FrameAnnotation frame = fullFrame();
            auto again = decodeChange(encodeChange(*change));
            QVERIFY(again);
            QCOMPARE((*again)->frame(), 3);
            FrameAnnotation copy = frame;
            QVERIFY(change->fits(frame) && (*again)->fits(copy));
            change->exchange(frame);
            (*again)->exchange(copy);
            QCOMPARE(encodeFrame(copy), encodeFrame(frame));
            again = decodeChange(encodeChange(**again)); // the other side, too
            QVERIFY(again && (*again)->fits(copy));
            (*again)->exchange(copy);
            QCOMPARE(encodeFrame(copy), encodeFrame(fullFrame()));
        }
    }

    void damagedBytesAreAnError()
    {
        for (const auto& change : changesOf(fullFrame())) {
            const std::string bytes = encodeChange(*change);
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                std::string damaged = bytes;
                damaged[i] = char(damaged[i] ^ 0x10);
                QCOMPARE(decodeChange(damaged).error().code, base::ErrorCode::Corrupt);
                QCOMPARE(decodeChange(bytes.substr(0, i)).error().code, base::ErrorCode::Corrupt);
            }
        }
        QCOMPARE(decodeChange({}).error().code, base::ErrorCode::Corrupt);
    }

    void nonsenseWithARightChecksumIsAnErrorOrHarmless()
    {
        base::Random random(7);
        const FrameAnnotation frame = fullFrame();
        std::vector<std::string> contents;
        for (const auto& change : changesOf(frame)) {
            const std::string bytes = encodeChange(*change);
            contents.push_back(bytes.substr(0, bytes.size() - 4));
        }
        int refused = 0;
        for (int trial = 0; trial < 20'000; ++trial) {
            std::string content = contents[std::size_t(random.integer(0, int(contents.size()) - 1))];
            for (int k = random.integer(1, 4); k > 0; --k)
                content[std::size_t(random.integer(1, int(content.size()) - 1))] = char(random.integer(0, 255));
            auto change = decodeChange(sealed(content));
            FrameAnnotation copy = frame;
            if (change && (*change)->fits(copy)) {
                (*change)->exchange(copy);
                QVERIFY((*change)->fits(copy)); // and back again
                (*change)->exchange(copy);
                QCOMPARE(encodeFrame(copy), encodeFrame(frame));
            } else
                ++refused;
        }
        QVERIFY(refused > 1000);
    }

    void aNewerVersionSaysSo()
    {
        std::string bytes = encodeChange(*changeReview(0, ReviewState::Accepted));
        bytes.resize(bytes.size() - 4);
        bytes[0] = 1;
        QVERIFY(decodeChange(sealed(bytes)));
        bytes[0] = 4;
        QCOMPARE(decodeChange(sealed(bytes)).error().code, base::ErrorCode::Unsupported);
    }

    void changesOfAnotherFrameDoNotFit()
    {
        FrameAnnotation other;
        other.width = other.height = 50;
        const auto changes = changesOf(fullFrame());
        for (std::size_t i = 0; i < 5; ++i) // content, membership twice, shape, attributes
            QVERIFY(!changes[i]->fits(other));
    }
};

QTEST_GUILESS_MAIN(AnnotationBinaryTest)
#include "tst_annotation_binary.moc"
