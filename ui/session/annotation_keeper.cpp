// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/annotation_keeper.h"

#include <utility>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPointer>

#include "ui/session/stack_loader.h"

namespace blastoscope::ui {

AnnotationKeeper::AnnotationKeeper(QString recoveryFolder, QObject* parent)
    : QObject(parent), m_folder(std::move(recoveryFolder))
{
}

AnnotationKeeper::~AnnotationKeeper() = default; // the jobs are children: they end before this object is gone

void AnnotationKeeper::open(OpenStack& stack, const QString& file)
{
    read(stack, file, [file](OpenStack& opened) { opened.setAnnotationFile(file); });
}

void AnnotationKeeper::read(OpenStack& stack, const QString& file, std::function<void(OpenStack&)> then)
{
    auto* job = new Job<LoadedAnnotations>(
        tr("Opening annotations"),
        [images = stack.images(), file](const auto&, const auto&) { return readAnnotations(file, *images); }, this);
    connect(job, &JobBase::failed, this, &AnnotationKeeper::failed);
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->onSuccess([this, target = QPointer<OpenStack>(&stack), then = std::move(then)](LoadedAnnotations annotations) {
        if (!target)
            return;
        const LoadedAnnotations summary{{}, annotations.umPerPixel, annotations.embryoId, annotations.skipped};
        if (const auto applied = applyAnnotations(*target, std::move(annotations)); !applied) {
            emit failed(applied.error());
            return;
        }
        then(*target);
        emit opened(target, summary);
    });
    job->start();
}

QString AnnotationKeeper::recoveryOf(const OpenStack& stack) const
{
    const QString file = recoveryFile(stack);
    return QFile::exists(file) ? file : QString();
}

void AnnotationKeeper::restore(OpenStack& stack)
{
    read(stack, recoveryFile(stack), [this](OpenStack& restored) {
        QFile::remove(recoveryFile(restored));
        QFile::remove(recoveryFile(restored) + QStringLiteral(".bak"));
    });
}

QString AnnotationKeeper::recoveryFile(const OpenStack& stack) const
{
    // The name of the file must not tell which embryo it belongs to.
    const QByteArray hash = QCryptographicHash::hash(stack.path().toUtf8(), QCryptographicHash::Sha256);
    return QDir(m_folder).filePath(QString::fromLatin1(hash.toHex().left(32)) + QStringLiteral(".json"));
}

} // namespace blastoscope::ui
