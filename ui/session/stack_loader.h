// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QStringList>

#include "core/base/error.h"
#include "ui/jobs/job.h"
#include "ui/session/annotation_file.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// What is read when a stack is opened.
struct LoadedStack {
    std::shared_ptr<imaging::ImageStack> images;
    std::string embryoId;
    std::optional<LoadedAnnotations> annotations; ///< when there is a file beside the stack
    std::optional<base::Error> annotationError;   ///< there is one, but it cannot be used
};

/// Opens stacks with their annotations, one after the other, away from the GUI thread.
class StackLoader : public QObject {
    Q_OBJECT
public:
    /// `embryoIds`: the table of measure::EmbryoIds.
    StackLoader(Workspace& workspace, QString embryoIds, QObject* parent = nullptr);

    /// Files or folders. A path that is open already becomes the current stack.
    void open(const QStringList& paths);
    /// What waits or is being read is forgotten.
    void clear();
    bool isBusy() const { return m_job != nullptr; }

signals:
    /// Before reading begins; empty when nothing is being opened any more.
    void opening(const QString& name);
    /// The stack is in the workspace and is the current one.
    void opened(blastoscope::ui::OpenStack* stack);
    void failed(const QString& path, const blastoscope::base::Error& error);
    /// The stack is open, its annotations are not.
    void annotationsFailed(blastoscope::ui::OpenStack* stack, const blastoscope::base::Error& error);

private:
    void openNext();
    void take(LoadedStack loaded);

    Workspace& m_workspace;
    QString m_embryoIds;
    QStringList m_waiting;
    int m_round = 0; ///< what was asked for before clear() is of no use
    std::unique_ptr<Job<LoadedStack>> m_job;
};

/// Puts annotations that were read from a file into the stack.
base::Status applyAnnotations(OpenStack& stack, LoadedAnnotations annotations);

} // namespace blastoscope::ui
