// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include "ui/jobs/job.h"
#include "ui/project/found_images.h"
#include "ui/project/stack_links.h"

namespace blastoscope::ui {

/// Looks in a folder that a person picked for the images of all open stacks that miss theirs.
class ImageLocator : public QObject {
    Q_OBJECT
public:
    ImageLocator(Workspace& workspace, StackLinks& links, QObject* parent = nullptr);

    /// Only when none runs.
    void locate(const QString& folder, const QString& projectFile);
    void cancel();
    bool isRunning() const { return m_job != nullptr; }

signals:
    void progressed(int done, int total);
    /// Its images are there again. `changed`: they are others than those that were annotated.
    void located(blastoscope::ui::OpenStack* stack, bool changed);
    /// So many were found, so many not.
    void finished(int found, int missing);

private:
    struct Wish {
        int stack = 0;
        project::StackRecord record;
    };
    struct Located {
        int stack = 0;
        FoundImages found;
    };
    using Results = std::vector<Located>;

    static base::Result<Results> search(const std::vector<Wish>& wishes, const QString& folder,
                                        const QString& projectFile, const base::CancellationToken& cancel,
                                        const base::ProgressCallback& progress);
    void take(const Results& results, int wished);

    Workspace& m_workspace;
    StackLinks& m_links;
    std::unique_ptr<Job<Results>> m_job;
};

} // namespace blastoscope::ui
