// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QObject>
#include <QString>

#include "ui/factory/factory_record.h"

namespace blastoscope::ui {

/// One labelling factory: a folder with pictures, samples, an interpreter and pairs, and the record of how far it is.
/// Each step is written down when it is done, so that a window that was closed or killed finds it again.
class Factory : public QObject {
    Q_OBJECT
public:
    explicit Factory(QString folder, QObject* parent = nullptr);

    const QString& folder() const { return m_folder; }
    const FactoryRecord& record() const { return m_record; }
    /// Why the record cannot be read; then nothing may be done with this factory.
    const std::optional<base::Error>& trouble() const { return m_trouble; }

    /// Changes the record and writes it. After a failure it is as before.
    base::Status edit(const std::function<void(FactoryRecord&)>& change);

    QString picturesFolder() const { return file(QStringLiteral("pictures")); }
    QString interpreterFile() const { return file(QStringLiteral("interpreter.safetensors")); }
    QString pairsFolder() const { return file(QStringLiteral("pairs")); }
    QString file(const QString& name) const;
    /// A name for the next folder of samples.
    QString nextBatch() const;

signals:
    void changed();

private:
    QString m_folder;
    FactoryRecord m_record;
    std::optional<base::Error> m_trouble;
};

} // namespace blastoscope::ui
