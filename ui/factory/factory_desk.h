// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "ui/factory/factory_services.h"
#include "ui/factory/factory_store.h"
#include "ui/factory/factory_window.h"
#include "ui/factory/sample_stacks.h"

namespace blastoscope::ui {

/// What there is of labelling factories while the program runs: their folders, the stacks of samples that people label,
/// and the window when it was asked for.
class FactoryDesk : public QObject {
    Q_OBJECT
public:
    /// `dataFolder` holds the folders "factories" and "datasets".
    FactoryDesk(FactoryServices services, RunStore& runs, Workspace& workspace, const QString& dataFolder,
                QObject* parent = nullptr);
    ~FactoryDesk() override;

    FactoryStore& store() { return m_store; }
    SampleStacks& samples() { return m_samples; }
    /// Opens the window or brings it to the front.
    FactoryWindow& open(QWidget* parent);

signals:
    void openRequested(const QString& folder);
    void trainingSetWritten(const QString& folder);
    void fineTuneRequested(const QString& folder);

private:
    FactoryServices m_services;
    RunStore& m_runs;
    Workspace& m_workspace;
    QString m_datasets;
    FactoryStore m_store;
    SampleStacks m_samples;
    QPointer<FactoryWindow> m_window;
};

} // namespace blastoscope::ui
