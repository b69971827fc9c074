// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/factory_desk.h"

#include <utility>

#include <QDir>

namespace blastoscope::ui {

FactoryDesk::FactoryDesk(FactoryServices services, RunStore& runs, Workspace& workspace, const QString& dataFolder,
                         QObject* parent)
    : QObject(parent), m_services(std::move(services)), m_runs(runs), m_workspace(workspace),
      m_datasets(QDir(dataFolder).filePath(QStringLiteral("datasets"))),
      m_store(QDir(dataFolder).filePath(QStringLiteral("factories"))), m_samples(workspace, m_store)
{
}

FactoryDesk::~FactoryDesk()
{
    delete m_window; // it looks at everything here
}

FactoryWindow& FactoryDesk::open(QWidget* parent)
{
    if (!m_window) {
        m_window = new FactoryWindow({m_services, m_runs, m_workspace, m_samples, m_datasets}, m_store, parent);
        connect(m_window, &FactoryWindow::openRequested, this, &FactoryDesk::openRequested);
        connect(m_window, &FactoryWindow::trainingSetWritten, this, &FactoryDesk::trainingSetWritten);
        connect(m_window, &FactoryWindow::fineTuneRequested, this, &FactoryDesk::fineTuneRequested);
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    return *m_window;
}

} // namespace blastoscope::ui
