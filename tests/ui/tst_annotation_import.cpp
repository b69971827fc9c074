// SPDX-License-Identifier: GPL-3.0-or-later
// Reads that are wanted no longer: neither another one nor the end of the import waits for them.
#include <atomic>
#include <memory>

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "tests/ui/frames.h"
#include "tests/ui/picture_stack.h"
#include "ui/session/annotation_file.h"
#include "ui/session/annotation_import.h"

using namespace blastoscope;
using namespace blastoscope::ui;

namespace {

constexpr int kPatienceMs = 20'000; ///< after which a closed gate opens by itself

struct Gate {
    std::atomic<bool> isOpen = true;
    std::atomic<int> callers = 0; ///< that have come to it
};

/// Names its pictures to other threads only while the gate is open: reading annotations takes as long as one wants.
class GatedStack : public MemoryStack {
public:
    explicit GatedStack(std::shared_ptr<Gate> gate) : MemoryStack(3), m_gate(std::move(gate)) {}

    std::string frameName(const imaging::FrameIndex& index) const override
    {
        if (QThread::currentThread() != qApp->thread()) {
            ++m_gate->callers;
            QElapsedTimer clock;
            clock.start();
            while (!m_gate->isOpen && clock.elapsed() < kPatienceMs)
                QThread::msleep(1);
        }
        return MemoryStack::frameName(index);
    }

private:
    std::shared_ptr<Gate> m_gate;
};

} // namespace

class AnnotationImportTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_gate = std::make_shared<Gate>();
        m_workspace = std::make_unique<Workspace>();
        m_stack = m_workspace->add(std::make_shared<GatedStack>(m_gate));
        m_import = std::make_unique<AnnotationImport>(*m_workspace);
        m_one = write("one.json", 1);
        m_two = write("two.json", 2);
    }

    void cleanup()
    {
        m_gate->isOpen = true;
        m_import.reset();
        m_workspace.reset();
    }

    void aReadThatIsReplacedIsNotWaitedFor()
    {
        QSignalSpy failed(m_import.get(), &AnnotationImport::failed);
        beginRead();
        QElapsedTimer clock;
        clock.start();
        m_import->read({m_two});
        QVERIFY(clock.elapsed() < kPatienceMs / 2);
        QVERIFY(m_import->isBusy());
        m_gate->isOpen = true;
        QTRY_VERIFY(m_import->isReady());
        QCOMPARE(m_import->importedFrames(), 2);
        QCOMPARE(failed.count(), 0);
    }

    void theEndOfTheImportWaitsForNothing()
    {
        beginRead();
        QElapsedTimer clock;
        clock.start();
        m_import.reset();
        QVERIFY(clock.elapsed() < kPatienceMs / 2);
    }

private:
    /// A file with a cell in each of the first frames, which are empty in the stack.
    QString write(const char* name, int frames)
    {
        for (int time = 0; time < frames; ++time)
            (void)m_stack->document().addInstance(time, frames::cell(0, frames::disc(120, 60, 60, 20)));
        const QString file = m_folder.filePath(QLatin1String(name));
        if (!writeAnnotations(snapshotOf(*m_stack), file))
            qFatal("The annotations could not be written.");
        for (int time = 0; time < frames; ++time)
            (void)m_stack->document().clearFrame(time);
        return file;
    }

    /// Until it stands before the closed gate.
    void beginRead()
    {
        m_gate->isOpen = false;
        m_import->read({m_one});
        QTRY_VERIFY(m_gate->callers > 0);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Gate> m_gate;
    std::unique_ptr<Workspace> m_workspace;
    OpenStack* m_stack = nullptr;
    std::unique_ptr<AnnotationImport> m_import;
    QString m_one;
    QString m_two;
};

QTEST_MAIN(AnnotationImportTest)
#include "tst_annotation_import.moc"
