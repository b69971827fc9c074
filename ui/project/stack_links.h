// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "core/project/project_types.h"
#include "ui/project/content_hasher.h"
#include "ui/project/project_worker.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// Ties the open stacks to their rows of the project: every edit and every property goes there at once, steps of the
/// undo history come from there. Also remembers the stacks of the project that are not open.
class StackLinks : public QObject {
    Q_OBJECT
public:
    StackLinks(Workspace& workspace, ProjectWorker& worker, QObject* parent = nullptr);

    /// Another project, with these stacks; none of them is open yet.
    void reset(std::vector<project::StackRecord> records, bool readOnly);
    /// What the program finds out by itself is not written into a project that is open for reading only.
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }

    /// A stack that is new to the project, with what it holds already.
    void add(OpenStack& stack);
    /// A stack that the project holds, with its document as stored. Fails as StackDocument::restore() does; then
    /// nothing is tied.
    base::Status resume(OpenStack& stack, const project::StackRecord& record, annotation::StoredDocument stored);
    /// Closes a stack and deletes everything about it from the project, see project::Project::removeStack().
    void remove(OpenStack& stack, const std::string& reason);
    /// Its images are somewhere else now.
    void relocate(OpenStack& stack, std::shared_ptr<const imaging::ImageStack> images,
                  const project::Fingerprint& fingerprint);

    std::optional<project::StackRecord> recordOf(const OpenStack& stack) const;
    /// Of a stack that is not open.
    std::optional<project::StackRecord> closedAt(const QString& path) const;
    /// All that are not open.
    std::vector<project::StackRecord> closed() const;
    /// In the order of the project.
    std::vector<project::StackRecord> records() const;

signals:
    /// A person or a model changed something.
    void edited(blastoscope::ui::OpenStack* stack, blastoscope::annotation::StepKind kind);

private:
    struct Link {
        project::StackRecord record;
        int stack = 0; ///< id of the open stack; 0 = not open
    };

    Link* find(int stack);
    const Link* find(int stack) const;
    void tie(OpenStack& stack);
    annotation::EditRecorder recorderFor(OpenStack& stack);
    void followProperties(OpenStack& stack);
    void update(const Link& link);
    void noteHash(int stack, const std::string& sha256);

    Workspace& m_workspace;
    ProjectWorker& m_worker;
    ContentHasher m_hasher;
    std::vector<Link> m_links;
    bool m_readOnly = false;
    bool m_loading = false; ///< what is recorded is what the stack held before
};

} // namespace blastoscope::ui
