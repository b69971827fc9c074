// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include "ui/factory/factory.h"
#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// The labelling factories in one folder.
class FactoryStore : public QObject {
    Q_OBJECT
public:
    explicit FactoryStore(QString folder, QObject* parent = nullptr);
    ~FactoryStore() override;

    const QString& folder() const { return m_folder; }
    /// By name.
    const std::vector<std::unique_ptr<Factory>>& factories() const { return m_factories; }
    /// A file or folder below that of the factories.
    bool contains(const QString& path) const;

    /// A new folder with a record. Fails with InvalidArgument for an empty name or one that is taken, and with Io.
    base::Result<Factory*> create(const QString& name);
    /// Deletes the folder with everything in it, but not the generator's run. Fails with Io.
    base::Status remove(Factory& factory);
    /// A name that is free.
    QString freeName() const;

    /// Looks at the folder again.
    void refresh();

signals:
    void added(blastoscope::ui::Factory* factory);
    /// Just before it is deleted; it is no longer in factories().
    void removed(blastoscope::ui::Factory* factory);

private:
    Factory* add(const QString& folder);

    QString m_folder;
    std::vector<std::unique_ptr<Factory>> m_factories;
    std::vector<std::unique_ptr<Job<void>>> m_cleaning; ///< thousands of small files take their time
};

} // namespace blastoscope::ui
