// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/background_priority.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace blastoscope::ui {

void lowerThreadPriority()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 10;
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), kNice);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace blastoscope::ui
