// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QString>
#include <QStringList>

#include "core/inference/model_shelf.h"
#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// The models there are: shipped ones, results of runs, one that a person chose. Read in the background.
class ModelCollection : public QObject {
    Q_OBJECT
public:
    /// `shipped`: weight files, the default first. `runs`: folder of the runs.
    ModelCollection(QStringList shipped, QString runs, inference::CardReader read, QObject* parent = nullptr);
    ~ModelCollection() override;

    const std::vector<inference::ShelvedModel>& models() const { return m_models; }
    /// Those that can be used.
    std::vector<inference::ModelCard> cards() const;
    /// Null when the file is not among them or cannot be used.
    const inference::ModelCard* cardOf(const QString& file) const;

    /// The weight file that segments; one from elsewhere joins the collection.
    QString defaultModel() const { return m_default; }
    void setDefaultModel(const QString& file);

    /// Reads everything again; `changed` follows.
    void reload();

    /// Deletes a weight file. Fails with PermissionDenied for a shipped model and with Io.
    base::Status remove(const QString& file);

signals:
    void changed();
    void defaultChanged();

private:
    QStringList m_shipped;
    QString m_runs;
    inference::CardReader m_read;
    QString m_default;
    QStringList m_others; ///< files outside the runs' folder
    std::vector<inference::ShelvedModel> m_models;
    std::unique_ptr<Job<std::vector<inference::ShelvedModel>>> m_job;
};

} // namespace blastoscope::ui
