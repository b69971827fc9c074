// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_lock_probe.h"

#include <cerrno>

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace blastoscope::ui {

bool isRunAlive(const QString& folder)
{
    const QByteArray path = QFile::encodeName(QDir(folder).filePath(QStringLiteral("lock")));
    const int file = open(path.constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    // Held for an instant only; a worker that starts just then tries again.
    const bool held = flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(file);
    return held;
}

} // namespace blastoscope::ui
