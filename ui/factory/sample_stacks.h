// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>
#include <vector>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "ui/factory/factory_services.h"
#include "ui/jobs/job.h"
#include "ui/session/annotation_file.h"

namespace blastoscope::ui {

class Factory;
class FactoryStore;
class Workspace;

/// The samples of all factories as stacks that people label with the tools of the window. While such a stack is open,
/// what is drawn and accepted is also kept in a file beside its folder (annotationFileFor), so that the labels belong
/// to the factory whatever becomes of the project that the stack was opened in.
class SampleStacks : public QObject {
    Q_OBJECT
public:
    SampleStacks(Workspace& workspace, FactoryStore& store, QObject* parent = nullptr);
    ~SampleStacks() override;

    /// Accepted samples of a folder; 0 while a closed one is being looked at for the first time.
    int labelled(const QString& folder);
    /// Of all batches of a factory.
    int labelled(const Factory& factory);

    /// Folders with at least one file of annotations, and what must be written into these files first.
    struct Labels {
        std::vector<LabelSource> sources;
        std::vector<std::pair<AnnotationSnapshot, QString>> unwritten;
    };
    Labels labelsOf(const Factory& factory) const;

    /// For tests; 1000 ms at first.
    void setDelay(int milliseconds) { m_delay.setInterval(milliseconds); }

signals:
    /// Another number of accepted samples somewhere.
    void changed();
    /// Labels could not be kept.
    void failed(const blastoscope::base::Error& error);

private:
    void watch(OpenStack* stack);
    void save();
    void count(const QString& folder);

    QPointer<Workspace> m_workspace; ///< may go first when the program ends
    FactoryStore& m_store;
    QTimer m_delay;
    std::set<int> m_unsaved;         ///< ids of stacks
    std::map<QString, int> m_counts; ///< of folders whose stacks are closed; -1: being counted
    std::vector<std::unique_ptr<JobBase>> m_jobs;
};

/// Frames that a person accepted, corrected or not.
int acceptedFrames(const OpenStack& stack);

} // namespace blastoscope::ui
