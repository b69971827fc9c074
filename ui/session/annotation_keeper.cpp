// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/annotation_keeper.h"

#include <utility>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QTimerEvent>

#include "ui/session/stack_loader.h"

namespace blastoscope::ui {

AnnotationKeeper::AnnotationKeeper(Workspace& workspace, QString recoveryFolder, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_folder(std::move(recoveryFolder))
{
    connect(&workspace, &Workspace::stackAdded, this, &AnnotationKeeper::watch);
    connect(&workspace, &Workspace::stackClosed, this, [this](OpenStack* stack) {
        m_unsaved.remove(stack->id());
        forgetRecovery(*stack); // closed on purpose: saved or given up
    });
}

AnnotationKeeper::~AnnotationKeeper() = default; // the jobs are children: they end before this object is gone

template<typename R>
Job<R>* AnnotationKeeper::newJob(const QString& title, typename Job<R>::Work work)
{
    auto* job = new Job<R>(title, std::move(work), this);
    connect(job, &JobBase::failed, this, &AnnotationKeeper::failed);
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    return job;
}

void AnnotationKeeper::watch(OpenStack* stack)
{
    connect(stack, &OpenStack::annotationsChanged, this, [this, stack](const annotation::ChangeEvent& event) {
        if (event.kind == annotation::ChangeKind::Reset || event.kind == annotation::ChangeKind::HistoryChanged)
            return;
        m_unsaved.insert(stack->id());
        if (!m_timer.isActive())
            m_timer.start(m_delay, this);
    });
}

void AnnotationKeeper::save(OpenStack& stack, const QString& file, std::function<void()> then)
{
    // What is written is the state of this moment: whatever changes later is modified again.
    auto snapshot = std::make_shared<const AnnotationSnapshot>(snapshotOf(stack));
    auto* job = newJob<void>(tr("Saving"),
                             [snapshot, file](const auto&, const auto&) { return writeAnnotations(*snapshot, file); });
    const QPointer<OpenStack> target(&stack);
    stack.markSaved();
    connect(job, &JobBase::failed, this, [target] {
        if (target)
            target->markUnsaved();
    });
    job->onSuccess([this, target, file, then = std::move(then)] {
        if (target) {
            target->setAnnotationFile(file);
            if (!target->isModified()) {
                m_unsaved.remove(target->id());
                forgetRecovery(*target);
            }
            emit saved(target, file);
        }
        if (then)
            then();
    });
    job->start();
}

void AnnotationKeeper::open(OpenStack& stack, const QString& file)
{
    const QPointer<OpenStack> target(&stack);
    auto* job =
        newJob<LoadedAnnotations>(tr("Opening annotations"), [images = stack.images(), file](const auto&, const auto&) {
            return readAnnotations(file, *images);
        });
    job->onSuccess([this, target, file](LoadedAnnotations annotations) {
        if (!target)
            return;
        const LoadedAnnotations summary{{}, annotations.umPerPixel, annotations.embryoId, annotations.skipped};
        if (const auto applied = applyAnnotations(*target, std::move(annotations)); !applied) {
            emit failed(applied.error());
            return;
        }
        target->setAnnotationFile(file);
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
    const QString before = stack.annotationFile();
    const QPointer<OpenStack> target(&stack);
    open(stack, recoveryFile(stack));
    auto* once = new QObject(this);
    connect(this, &AnnotationKeeper::opened, once, [target, before, once](OpenStack* opened) {
        if (opened != target)
            return;
        opened->setAnnotationFile(before);
        opened->markUnsaved();
        once->deleteLater();
    });
}

void AnnotationKeeper::forgetRecovery(const OpenStack& stack)
{
    QFile::remove(recoveryFile(stack));
    QFile::remove(recoveryFile(stack) + QStringLiteral(".bak"));
}

void AnnotationKeeper::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_timer.stop();
    for (const int id : std::exchange(m_unsaved, {})) {
        OpenStack* stack = m_workspace.find(id);
        if (stack && stack->isModified())
            autosave(*stack);
    }
}

void AnnotationKeeper::autosave(OpenStack& stack)
{
    auto snapshot = std::make_shared<const AnnotationSnapshot>(snapshotOf(stack));
    const QPointer<OpenStack> target(&stack);
    const QString file = recoveryFile(stack);
    auto* job = newJob<void>(tr("Keeping a copy"),
                             [snapshot, file](const auto&, const auto&) { return writeAnnotations(*snapshot, file); });
    job->onSuccess([this, target, file] {
        if (target && target->isModified())
            emit autosaved(target);
        else
            QFile::remove(file); // saved or closed while the copy was being written
    });
    job->start(QThread::LowPriority);
}

QString AnnotationKeeper::recoveryFile(const OpenStack& stack) const
{
    // The name of the file must not tell which embryo it belongs to.
    const QByteArray hash = QCryptographicHash::hash(stack.path().toUtf8(), QCryptographicHash::Sha256);
    return QDir(m_folder).filePath(QString::fromLatin1(hash.toHex().left(32)) + QStringLiteral(".json"));
}

} // namespace blastoscope::ui
