// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>

#include <QBasicTimer>
#include <QObject>
#include <QSet>

#include "core/base/error.h"
#include "ui/jobs/job.h"
#include "ui/session/annotation_file.h"
#include "ui/session/workspace.h"

namespace blastoscope::ui {

/// Saves annotations where the person wants them, and keeps a copy of whatever isn't saved yet, so that nothing is lost
/// when the program ends unexpectedly.
class AnnotationKeeper : public QObject {
    Q_OBJECT
public:
    /// `recoveryFolder` holds the copies; made when it is first needed.
    AnnotationKeeper(Workspace& workspace, QString recoveryFolder, QObject* parent = nullptr);
    ~AnnotationKeeper() override;

    /// `then` runs after the file is written, also when the stack changed again in the meantime.
    void save(OpenStack& stack, const QString& file, std::function<void()> then = {});
    void open(OpenStack& stack, const QString& file);

    /// The copy of an earlier session that ended before it saved; empty when there is none.
    QString recoveryOf(const OpenStack& stack) const;
    void restore(OpenStack& stack);
    void forgetRecovery(const OpenStack& stack);

    /// For tests; 20 s after a change at first.
    void setAutosaveDelay(int milliseconds) { m_delay = milliseconds; }

signals:
    void saved(blastoscope::ui::OpenStack* stack, const QString& file);
    void opened(blastoscope::ui::OpenStack* stack, const blastoscope::ui::LoadedAnnotations& annotations);
    void failed(const blastoscope::base::Error& error);
    void autosaved(blastoscope::ui::OpenStack* stack);

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void watch(OpenStack* stack);
    void autosave(OpenStack& stack);
    QString recoveryFile(const OpenStack& stack) const;
    template<typename R>
    Job<R>* newJob(const QString& title, typename Job<R>::Work work);

    Workspace& m_workspace;
    QString m_folder;
    int m_delay = 20'000;
    QBasicTimer m_timer;
    QSet<int> m_unsaved; ///< ids of stacks that changed since their last copy
};

} // namespace blastoscope::ui
