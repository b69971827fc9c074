// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <memory>

#include <QObject>
#include <QString>

#include "ui/jobs/job.h"
#include "ui/project/found_images.h"
#include "ui/project/stack_links.h"

namespace blastoscope::ui {

/// Opens stacks that a project holds, one after the other: finds their images in a job, reads their annotations on the
/// project's thread and puts both into the workspace. Stacks whose images are missing are opened without them.
class ProjectLoader : public QObject {
    Q_OBJECT
public:
    ProjectLoader(Workspace& workspace, ProjectWorker& worker, StackLinks& links, QObject* parent = nullptr);

    void load(const std::vector<project::StackRecord>& records, const QString& projectFile);
    /// What waits is forgotten.
    void clear();
    bool isBusy() const { return m_busy; }

signals:
    /// Before reading begins; empty when nothing is being opened any more.
    void opening(const QString& name);
    /// The stack is in the workspace. `place`: where its images are.
    void opened(blastoscope::ui::OpenStack* stack, const std::optional<blastoscope::project::FoundStack>& place);
    /// The annotations cannot be used; the stack is not opened.
    void failed(const QString& name, const blastoscope::base::Error& error);

private:
    void loadNext();
    void readDocument(const project::StackRecord& record, const FoundImages& found);
    void take(const project::StackRecord& record, const FoundImages& found,
              base::Result<annotation::StoredDocument> stored);

    Workspace& m_workspace;
    ProjectWorker& m_worker;
    StackLinks& m_links;
    QString m_file;
    std::deque<project::StackRecord> m_waiting;
    std::optional<project::StackKey> m_inWork;
    int m_round = 0; ///< what was asked for before clear() is of no use
    bool m_busy = false;
    std::unique_ptr<Job<FoundImages>> m_job;
};

} // namespace blastoscope::ui
