// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/model_collection.h"

#include <algorithm>
#include <utility>

#include <QDir>
#include <QFile>

namespace blastoscope::ui {

ModelCollection::ModelCollection(QStringList shipped, QString runs, inference::CardReader read, QObject* parent)
    : QObject(parent), m_shipped(std::move(shipped)), m_runs(std::move(runs)), m_read(std::move(read)),
      m_default(m_shipped.value(0))
{
}

ModelCollection::~ModelCollection() = default;

std::vector<inference::ModelCard> ModelCollection::cards() const
{
    std::vector<inference::ModelCard> cards;
    for (const inference::ShelvedModel& model : m_models) {
        if (model.card)
            cards.push_back(*model.card);
    }
    return cards;
}

const inference::ModelCard* ModelCollection::cardOf(const QString& file) const
{
    const std::filesystem::path path = file.toStdString();
    const auto found = std::find_if(m_models.begin(), m_models.end(),
                                    [&](const inference::ShelvedModel& model) { return model.file == path; });
    return found != m_models.end() && found->card ? &*found->card : nullptr;
}

void ModelCollection::setDefaultModel(const QString& file)
{
    if (file == m_default)
        return;
    m_default = file;
    const auto known = std::any_of(m_models.begin(), m_models.end(), [&](const inference::ShelvedModel& model) {
        return model.file == std::filesystem::path(file.toStdString());
    });
    emit defaultChanged();
    if (!known && !file.isEmpty() && !m_others.contains(file)) {
        m_others.append(file);
        reload();
    }
}

void ModelCollection::reload()
{
    if (!m_read)
        return;
    inference::ModelPlaces places;
    for (const QString& file : std::as_const(m_shipped))
        places.shipped.emplace_back(file.toStdString());
    for (const QString& file : std::as_const(m_others))
        places.files.emplace_back(file.toStdString());
    places.runs = m_runs.toStdString();
    JobBase::abandon(std::move(m_job), this);
    m_job = std::make_unique<Job<std::vector<inference::ShelvedModel>>>(
        tr("Looking for models"),
        [places = std::move(places), read = m_read](const base::CancellationToken& cancel, const auto&)
            -> base::Result<std::vector<inference::ShelvedModel>> { return findModels(places, read, cancel); });
    m_job->onSuccess([this](std::vector<inference::ShelvedModel> models) {
        m_models = std::move(models);
        emit changed();
    });
    m_job->start(QThread::LowPriority);
}

base::Status ModelCollection::remove(const QString& file)
{
    if (m_shipped.contains(file))
        return base::fail(base::ErrorCode::PermissionDenied,
                          tr("This model came with the program and cannot be removed.").toStdString());
    if (!QFile::remove(file))
        return base::fail(base::ErrorCode::Io, tr("%1 could not be removed. May you write in its folder?")
                                                   .arg(QDir::toNativeSeparators(file))
                                                   .toStdString());
    reload();
    return {};
}

} // namespace blastoscope::ui
