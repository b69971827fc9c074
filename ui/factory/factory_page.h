// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/base/error.h"
#include "ui/factory/factory_services.h"

class QLabel;
class QVBoxLayout;

namespace blastoscope::ui {

class Factory;
class JobRow;
class RunStore;
class SampleStacks;
class TrainingRun;
class Workspace;

/// The kind (RunSettings::kind) of the runs of generators.
inline constexpr auto kGeneratorKind = "generator";

/// What the steps of a factory work with.
struct FactoryContext {
    FactoryServices services;
    RunStore& runs;
    Workspace& workspace;
    SampleStacks& samples;
    QString datasetsFolder;

    /// The run of a factory's generator; null when there is none (any more).
    TrainingRun* runOf(const Factory& factory) const;
    /// The finished generator of a factory; empty when there is none yet.
    QString generatorOf(const Factory& factory) const;
};

/// One step: a page with a few words on what it does, and its state in a line for the list of steps.
class FactoryPage : public QWidget {
    Q_OBJECT
public:
    FactoryPage(FactoryContext& context, const QString& title, const QString& explanation);

    const QString& title() const { return m_title; }
    /// E.g. "18 of 30 labelled"; empty when nothing is there yet.
    virtual QString state() const = 0;
    /// What must be done before this step; empty when it can be done now.
    virtual QString missing() const = 0;
    bool isBusy() const;

    Factory* factory() const { return m_factory; }
    /// Null: none.
    void setFactory(Factory* factory);

signals:
    void stateChanged();
    void busyChanged();

protected:
    /// The factory, or what it depends on, is another one or changed.
    virtual void refresh() = 0;

    FactoryContext& context() { return m_context; }
    const FactoryContext& context() const { return m_context; }
    QVBoxLayout& column() { return *m_column; }
    /// Where the jobs of the page run; a page puts it into its column.
    JobRow& jobs() const { return *m_jobs; }
    /// Writes a change down and shows it when that fails.
    bool note(const base::Status& status);
    QLabel* muted(const QString& text);

private:
    FactoryContext& m_context;
    QString m_title;
    Factory* m_factory = nullptr;
    QMetaObject::Connection m_connection;
    QVBoxLayout* m_column = nullptr;
    JobRow* m_jobs = nullptr;
};

} // namespace blastoscope::ui
