// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/stack_loader.h"

#include <utility>

#include <QDir>
#include <QFileInfo>

#include "core/base/ids.h"
#include "core/base/log.h"
#include "core/measure/embryo_ids.h"

namespace blastoscope::ui {

namespace {

base::Result<LoadedStack> loadStack(const QString& path, const QString& embryoIds)
{
    auto images = imaging::openStack(path.toStdString());
    if (!images)
        return tl::unexpected(images.error());
    LoadedStack loaded{std::move(*images), base::randomId(), std::nullopt, std::nullopt};
    if (auto id = measure::EmbryoIds(embryoIds.toStdString()).idOf(path.toStdString()))
        loaded.embryoId = *id;
    else
        base::logWarning("ui", "the table of embryo ids cannot be used: this id is for one session");
    const QString file = annotationFileFor(path);
    if (!QFile::exists(file))
        return loaded;
    auto annotations = readAnnotations(file, *loaded.images);
    if (annotations)
        loaded.annotations = std::move(*annotations);
    else
        loaded.annotationError = annotations.error();
    return loaded;
}

} // namespace

StackLoader::StackLoader(Workspace& workspace, QString embryoIds, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_embryoIds(std::move(embryoIds))
{
}

void StackLoader::open(const QStringList& paths)
{
    for (const QString& path : paths)
        m_waiting.append(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (!isBusy())
        openNext();
}

void StackLoader::clear()
{
    ++m_round;
    m_waiting.clear();
    if (m_job)
        m_job->cancel();
}

void StackLoader::openNext()
{
    while (!m_waiting.isEmpty()) {
        const QString path = m_waiting.takeFirst();
        if (OpenStack* stack = m_workspace.findByPath(path)) {
            m_workspace.setCurrent(stack);
            continue;
        }
        emit opening(QFileInfo(path).fileName());
        m_job = std::make_unique<Job<LoadedStack>>(
            tr("Opening"), [path, ids = m_embryoIds](const auto&, const auto&) { return loadStack(path, ids); });
        m_job->onSuccess([this, round = m_round](LoadedStack loaded) {
            if (round == m_round)
                take(std::move(loaded));
        });
        connect(m_job.get(), &JobBase::failed, this, [this, path, round = m_round](const base::Error& error) {
            if (round == m_round)
                emit failed(path, error);
        });
        connect(m_job.get(), &JobBase::finished, this, [this] {
            m_job.release()->deleteLater();
            openNext();
        });
        m_job->start();
        return;
    }
    emit opening(QString());
}

void StackLoader::take(LoadedStack loaded)
{
    OpenStack* stack = m_workspace.add(std::move(loaded.images));
    stack->setEmbryoId(loaded.embryoId);
    if (loaded.annotations) {
        if (const auto applied = applyAnnotations(*stack, std::move(*loaded.annotations)); !applied)
            loaded.annotationError = applied.error();
    }
    emit opened(stack);
    if (loaded.annotationError)
        emit annotationsFailed(stack, *loaded.annotationError);
}

base::Status applyAnnotations(OpenStack& stack, LoadedAnnotations annotations)
{
    if (auto loaded = stack.document().load(std::move(annotations.frames)); !loaded)
        return loaded;
    if (!annotations.embryoId.empty())
        stack.setEmbryoId(annotations.embryoId);
    StackProperties properties = stack.properties();
    if (annotations.umPerPixel && !properties.umPerPixel) {
        properties.umPerPixel = annotations.umPerPixel;
        properties.calibrationSource = imaging::CalibrationSource::User;
        stack.setProperties(properties);
    }
    return {};
}

} // namespace blastoscope::ui
