// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/worker_launch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include "ui/training/run_settings.h"

namespace blastoscope::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(blastoscope::ui::WorkerLaunch)
};

constexpr auto kComplaint = "blastoscope-train: "; // how the worker begins its last words

/// A run that goes on does so with the complete recipe that it began with.
QString recipeOf(const WorkerLaunch& launch)
{
    const QDir folder(launch.folder);
    const QString complete = folder.filePath(QStringLiteral("recipe.json"));
    return launch.resume && QFile::exists(complete) ? complete : folder.filePath(QLatin1String(kWrittenRecipeFile));
}

} // namespace

base::Status launchWorker(const WorkerLaunch& launch)
{
    const QFileInfo program(launch.program);
    if (launch.program.isEmpty() || !program.isFile() || !program.isExecutable())
        return base::fail(
            base::ErrorCode::NotFound,
            Texts::tr("The training program blastoscope-train is not installed beside this one, so nothing "
                      "can be trained. Install Blastoscope again, with all its programs.")
                .toStdString(),
            launch.program.toStdString());
    QProcess process;
    process.setProgram(program.absoluteFilePath());
    QStringList words = {QStringLiteral("--config"), recipeOf(launch), QStringLiteral("--out"),       launch.folder,
                         QStringLiteral("--device"), launch.device,    QStringLiteral("--background")};
    if (launch.resume)
        words << QStringLiteral("--resume");
    process.setArguments(words);
    process.setWorkingDirectory(launch.folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QDir(launch.folder).filePath(QLatin1String(kWorkerLogFile)));
    if (process.startDetached())
        return {};
    return base::fail(base::ErrorCode::Io, Texts::tr("The training program could not be started.").toStdString(),
                      process.errorString().toStdString());
}

QString lastWordsOfWorker(const QString& folder)
{
    constexpr qint64 kTail = 16 * 1024;
    QFile file(QDir(folder).filePath(QLatin1String(kWorkerLogFile)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax(qint64(0), file.size() - kTail));
    const QString text = QString::fromUtf8(file.readAll());
    const auto start = text.lastIndexOf(QLatin1String(kComplaint));
    return start < 0 ? QString() : text.mid(start + qsizetype(qstrlen(kComplaint))).trimmed();
}

} // namespace blastoscope::ui
