// SPDX-License-Identifier: Apache-2.0
// From starting the program until its window is painted, after a first start that fills the caches of the system. The
// program runs on the platform that QT_QPA_PLATFORM names, with settings of its own. Bar: 0.9 s (median).
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

#include "tests/bench/timings.h"

namespace {

constexpr double kBarMs = 900;
constexpr int kGiveUpMs = 60000;

/// Milliseconds; negative when the program does not do as it should.
double start(const QTemporaryDir& home)
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* folder : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.insert(QString::fromLatin1(folder), home.path());
    program.setProcessEnvironment(environment);
    QElapsedTimer clock;
    clock.start();
    program.start(QStringLiteral(BLASTOSCOPE_PROGRAM), {QStringLiteral("--time-start")});
    const bool painted = program.waitForReadyRead(kGiveUpMs);
    const double milliseconds = double(clock.nsecsElapsed()) / 1e6;
    return program.waitForFinished(kGiveUpMs) && painted && program.exitCode() == 0 ? milliseconds : -1;
}

void paintedWindow(benchmark::State& state)
{
    const QTemporaryDir home;
    bool good = start(home) >= 0;
    Timings timings;
    for (auto _ : state) {
        const double milliseconds = start(home);
        good = good && milliseconds >= 0;
        timings.add(state, std::max(milliseconds, 0.0));
    }
    timings.report(state, kBarMs, Timings::Judged::Median);
    if (!good)
        state.SkipWithError("the program did not start, paint and quit");
}

} // namespace

BENCHMARK(paintedWindow)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(10);

BENCHMARK_MAIN();
