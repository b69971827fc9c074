// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/annotation/random_edits.h"
#include "tests/ui/picture_stack.h"
#include "ui/project/project_session.h"

/// What a window has below its surface: a workspace, a loader and a project session, in a folder of their own.
class ProjectFixture {
public:
    explicit ProjectFixture(const QString& folder) : m_folder(folder) { start(); }

    /// As if the program began.
    void start()
    {
        using namespace blastoscope::ui;
        m_workspace = std::make_unique<Workspace>();
        m_loader = std::make_unique<StackLoader>(*m_workspace, m_folder + QStringLiteral("/ids.json"));
        m_session = std::make_unique<ProjectSession>(*m_workspace, *m_loader, unsavedFolder());
    }
    /// As if it ended without closing anything; what waits is written if it can be.
    void stop()
    {
        m_session.reset();
        m_loader.reset();
        m_workspace.reset();
    }
    void restart()
    {
        stop();
        start();
    }

    QString unsavedFolder() const { return m_folder + QStringLiteral("/data/unsaved"); }
    blastoscope::ui::Workspace& workspace() { return *m_workspace; }
    blastoscope::ui::StackLoader& loader() { return *m_loader; }
    blastoscope::ui::ProjectSession& session() { return *m_session; }
    blastoscope::ui::OpenStack* stack() { return m_workspace->current(); }
    blastoscope::annotation::StackDocument& document() { return stack()->document(); }
    blastoscope::ui::SaveState state() const { return m_session->status().state; }
    bool isSaved() const { return state() == blastoscope::ui::SaveState::Saved; }
    std::string content() { return edits::contentOf(document()); }

private:
    QString m_folder;
    std::unique_ptr<blastoscope::ui::Workspace> m_workspace;
    std::unique_ptr<blastoscope::ui::StackLoader> m_loader;
    std::unique_ptr<blastoscope::ui::ProjectSession> m_session;
};
