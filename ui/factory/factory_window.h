// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/factory/factory_page.h"

class QComboBox;
class QPushButton;
class QStackedWidget;

namespace blastoscope::ui {

class FactoryStore;
class LabelsPage;
class PairsPage;
class PicturesPage;
class GeneratorPage;
class InterpreterPage;
class StepList;

/// The labelling factory: on the left the factories and their five steps, on the right the page of the chosen step.
class FactoryWindow : public QWidget {
    Q_OBJECT
public:
    FactoryWindow(FactoryContext context, FactoryStore& store, QWidget* parent = nullptr);

    enum Step { Pictures, Generator, Labels, Interpreter, Pairs };

    Factory* factory() const;
    void showFactory(Factory* factory);
    void showStep(Step step);
    /// A new factory, shown.
    void create();

    PicturesPage& pictures() { return *m_pictures; }
    GeneratorPage& generator() { return *m_generator; }
    LabelsPage& labels() { return *m_labels; }
    InterpreterPage& interpreter() { return *m_interpreter; }
    PairsPage& pairs() { return *m_pairs; }

signals:
    void openRequested(const QString& folder);
    void trainingSetWritten(const QString& folder);
    void fineTuneRequested(const QString& folder);

private:
    QWidget* createSide();
    QWidget* createWelcome();
    void addPage(FactoryPage* page);
    void listFactories();
    void takeFactory();
    void updateSteps();
    void updateBusy();
    Step nextStep() const;
    void rename();
    void askToRemove();
    void remove(Factory& factory);
    void tell(const base::Error& error);

    FactoryContext m_context;
    FactoryStore& m_store;
    QWidget* m_side = nullptr;
    QComboBox* m_names = nullptr;
    QPushButton* m_new = nullptr;
    QPushButton* m_remove = nullptr;
    StepList* m_steps = nullptr;
    QStackedWidget* m_stack = nullptr;
    QWidget* m_welcome = nullptr;
    std::vector<FactoryPage*> m_pages;
    PicturesPage* m_pictures = nullptr;
    GeneratorPage* m_generator = nullptr;
    LabelsPage* m_labels = nullptr;
    InterpreterPage* m_interpreter = nullptr;
    PairsPage* m_pairs = nullptr;
};

} // namespace blastoscope::ui
