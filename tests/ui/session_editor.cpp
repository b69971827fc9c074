// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a project by a script of chance, as a window does it, until it is killed, and prints a line "ack N HASH" when
// the window would say that everything is saved: HASH names the content then, N counts the edits.
// Usage: blastoscope_test_session FOLDER IMAGES PROJECT SEED
#include <cstdio>

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimer>

#include "core/base/random.h"
#include "tests/project/project_fixtures.h"
#include "tests/ui/project_fixture.h"

using namespace blastoscope;
using namespace blastoscope::ui;

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5)
        return 2;
    const QString file = arguments[3];
    ProjectFixture window(arguments[1]);
    edits::RandomEdits script(arguments[4].toULongLong());
    base::Random random(arguments[4].toULongLong() + 1);
    long made = 0;
    QTimer timer;
    timer.setInterval(1);
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        for (int burst = random.integer(1, 4); burst > 0; --burst) {
            script.make(window.document());
            ++made;
        }
    });
    const auto begin = [&] {
        window.document().setUndoMemoryLimit(200'000);
        timer.start();
    };
    QObject::connect(&window.session(), &ProjectSession::statusChanged, &application, [&](const SaveStatus& status) {
        if (status.state != SaveState::Saved || !timer.isActive())
            return;
        std::printf("ack %ld %s\n", made, fixtures::contentHashOf(window.document()).c_str());
        std::fflush(stdout);
    });
    if (QFileInfo::exists(file)) {
        QObject::connect(&window.session().loader(), &ProjectLoader::opened, &application, begin);
        window.session().openProject(file);
    } else {
        QObject::connect(&window.workspace(), &Workspace::currentChanged, &application,
                         [&] { window.session().saveAs(file, begin); }, Qt::QueuedConnection);
        window.session().openStacks({arguments[2]});
    }
    return QCoreApplication::exec();
}
