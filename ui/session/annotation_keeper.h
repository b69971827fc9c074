// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QObject>

#include "core/base/error.h"
#include "ui/jobs/job.h"
#include "ui/session/annotation_file.h"
#include "ui/session/open_stack.h"

namespace blastoscope::ui {

/// Reads the annotations of a stack from a file of another program. What a person does is kept by the project; copies
/// that versions before there were projects left behind can still be restored.
class AnnotationKeeper : public QObject {
    Q_OBJECT
public:
    /// `recoveryFolder` holds the copies; it need not exist.
    explicit AnnotationKeeper(QString recoveryFolder, QObject* parent = nullptr);
    ~AnnotationKeeper() override;

    void open(OpenStack& stack, const QString& file);

    /// The copy of a session that ended before it saved; empty when there is none.
    QString recoveryOf(const OpenStack& stack) const;
    /// The copy goes away when its annotations are in the stack.
    void restore(OpenStack& stack);

signals:
    void opened(blastoscope::ui::OpenStack* stack, const blastoscope::ui::LoadedAnnotations& annotations);
    void failed(const blastoscope::base::Error& error);

private:
    void read(OpenStack& stack, const QString& file, std::function<void(OpenStack&)> then);
    QString recoveryFile(const OpenStack& stack) const;

    QString m_folder;
};

} // namespace blastoscope::ui
