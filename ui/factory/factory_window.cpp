// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/factory_window.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/factory/factory_store.h"
#include "ui/factory/generator_page.h"
#include "ui/factory/interpreter_page.h"
#include "ui/factory/labels_page.h"
#include "ui/factory/pairs_page.h"
#include "ui/factory/pictures_page.h"
#include "ui/factory/step_list.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/run_store.h"

namespace blastoscope::ui {

FactoryWindow::FactoryWindow(FactoryContext context, FactoryStore& store, QWidget* parent)
    : QWidget(parent, Qt::Window), m_context(std::move(context)), m_store(store)
{
    setObjectName(QStringLiteral("factoryWindow"));
    setProperty("helpPage", QStringLiteral("factory"));
    setWindowTitle(tr("Labelling factory"));
    m_stack = new QStackedWidget(this);
    m_steps = new StepList(this);
    m_welcome = createWelcome();
    m_stack->addWidget(m_welcome);
    addPage(m_pictures = new PicturesPage(m_context));
    addPage(m_generator = new GeneratorPage(m_context));
    addPage(m_labels = new LabelsPage(m_context));
    addPage(m_interpreter = new InterpreterPage(m_context));
    addPage(m_pairs = new PairsPage(m_context));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_side = createSide();
    layout->addWidget(m_side);
    layout->addWidget(m_stack, 1);
    const int unit = gridUnit(this);
    resize(150 * unit, 90 * unit);

    connect(m_steps, &StepList::currentRowChanged, this, [this](int row) {
        if (factory() && row >= 0)
            m_stack->setCurrentWidget(m_pages[std::size_t(row)]);
    });
    connect(m_labels, &LabelsPage::openRequested, this, &FactoryWindow::openRequested);
    connect(m_pairs, &PairsPage::trainingSetWritten, this, &FactoryWindow::trainingSetWritten);
    connect(m_pairs, &PairsPage::fineTuneRequested, this, &FactoryWindow::fineTuneRequested);
    connect(&store, &FactoryStore::added, this, &FactoryWindow::listFactories);
    connect(&store, &FactoryStore::removed, this, &FactoryWindow::listFactories);
    connect(&m_context.runs, &RunStore::runEnded, this, &FactoryWindow::updateSteps);
    store.refresh();
    listFactories();
}

void FactoryWindow::addPage(FactoryPage* page)
{
    m_pages.push_back(page);
    m_stack->addWidget(page);
    m_steps->addStep(page->title());
    connect(page, &FactoryPage::stateChanged, this, &FactoryWindow::updateSteps);
    connect(page, &FactoryPage::busyChanged, this, &FactoryWindow::updateBusy);
}

QWidget* FactoryWindow::createSide()
{
    const int unit = gridUnit(this);
    auto* side = new QWidget(this);
    m_names = new QComboBox(side);
    m_names->setObjectName(QStringLiteral("factories"));
    m_names->setAccessibleName(tr("Factory"));
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_names->setMinimumContentsLength(12);
    m_names->setEditable(true);
    m_names->setInsertPolicy(QComboBox::NoInsert);
    m_names->setCompleter(nullptr); // a new name may begin like that of another factory
    connect(m_names->lineEdit(), &QLineEdit::editingFinished, this, &FactoryWindow::rename);
    m_new = new QPushButton(tr("New"), side);
    m_new->setObjectName(QStringLiteral("newFactory"));
    m_remove = new QPushButton(tr("Remove…"), side);
    m_remove->setObjectName(QStringLiteral("removeFactory"));
    connect(m_names, &QComboBox::currentIndexChanged, this, &FactoryWindow::takeFactory);
    connect(m_new, &QPushButton::clicked, this, &FactoryWindow::create);
    connect(m_remove, &QPushButton::clicked, this, &FactoryWindow::askToRemove);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_new);
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(2 * unit, 2 * unit, 0, 2 * unit);
    layout->addWidget(m_names);
    layout->addWidget(m_steps, 1);
    layout->addLayout(buttons);
    side->setFixedWidth(30 * unit);
    return side;
}

QWidget* FactoryWindow::createWelcome()
{
    auto* page = new QWidget(this);
    auto* text =
        wrappedLabel(tr("A labelling factory makes training data from pictures that nobody outlined: a generator "
                        "learns to paint pictures like yours, you label some thirty of its pictures, and the program "
                        "labels as many more as you want.\n\nIt is meant for laboratories with many pictures and next "
                        "to no outlines. If you can correct some thirty frames of your own, do that first and "
                        "fine-tune with them: it is less work and has been shown to help."),
                     page);
    text->setMaximumWidth(70 * gridUnit(this));
    auto* begin = new QPushButton(tr("New factory"), page);
    begin->setObjectName(QStringLiteral("firstFactory"));
    connect(begin, &QPushButton::clicked, this, &FactoryWindow::create);
    auto* row = new QHBoxLayout;
    row->addWidget(begin);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(page);
    const int unit = gridUnit(this);
    layout->setContentsMargins(6 * unit, 6 * unit, 6 * unit, 6 * unit);
    layout->setSpacing(2 * unit);
    layout->addWidget(text);
    layout->addLayout(row);
    layout->addStretch(1);
    return page;
}

Factory* FactoryWindow::factory() const
{
    const int row = m_names->currentIndex();
    return row >= 0 && std::size_t(row) < m_store.factories().size() ? m_store.factories()[std::size_t(row)].get()
                                                                     : nullptr;
}

void FactoryWindow::listFactories()
{
    const QString shown = m_names->currentData().toString();
    {
        const QSignalBlocker quiet(m_names);
        m_names->clear();
        for (const auto& factory : m_store.factories())
            m_names->addItem(factory->record().name, factory->folder());
        m_names->setCurrentIndex(std::max(m_names->count() > 0 ? 0 : -1, m_names->findData(shown)));
    }
    takeFactory();
}

void FactoryWindow::takeFactory()
{
    Factory* chosen = factory();
    const bool other = m_pictures->factory() != chosen;
    for (FactoryPage* page : m_pages)
        page->setFactory(chosen);
    m_side->setVisible(chosen);
    updateSteps();
    if (!chosen)
        m_stack->setCurrentWidget(m_welcome);
    else if (other)
        showStep(nextStep());
}

void FactoryWindow::showFactory(Factory* factory)
{
    m_names->setCurrentIndex(m_names->findData(factory->folder()));
}

void FactoryWindow::showStep(Step step)
{
    m_steps->setCurrentRow(int(step));
    m_stack->setCurrentWidget(m_pages[std::size_t(step)]);
}

/// Where the work goes on.
FactoryWindow::Step FactoryWindow::nextStep() const
{
    const FactoryRecord& record = factory()->record();
    if (record.pictures == 0)
        return Pictures;
    if (m_context.generatorOf(*factory()).isEmpty())
        return Generator;
    if (record.learnedFrom == 0)
        return m_interpreter->missing().isEmpty() ? Interpreter : Labels;
    return Pairs;
}

void FactoryWindow::updateSteps()
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const QString missing = m_pages[i]->missing(), state = m_pages[i]->state();
        m_steps->setState(int(i), state);
        m_steps->setReady(int(i), missing.isEmpty() || !state.isEmpty());
    }
}

void FactoryWindow::updateBusy()
{
    const bool busy =
        std::any_of(m_pages.begin(), m_pages.end(), [](const FactoryPage* page) { return page->isBusy(); });
    for (QWidget* widget : std::initializer_list<QWidget*>{m_names, m_new, m_remove}) {
        widget->setEnabled(!busy);
        widget->setToolTip(busy ? tr("Wait until the work is done, or cancel it") : QString());
    }
}

void FactoryWindow::create()
{
    const auto made = m_store.create(m_store.freeName());
    if (made)
        showFactory(*made);
    else
        tell(made.error());
}

void FactoryWindow::tell(const base::Error& error)
{
    auto* box = new QMessageBox(QMessageBox::Warning, windowTitle(), QString::fromStdString(error.message),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void FactoryWindow::rename()
{
    const QString name = m_names->currentText().trimmed();
    Factory* renamed = factory();
    if (!renamed || name == renamed->record().name)
        return;
    if (name.isEmpty())
        m_names->setCurrentText(renamed->record().name);
    else if (auto noted = renamed->edit([&](FactoryRecord& record) { record.name = name; }); !noted)
        tell(noted.error());
    else
        m_names->setItemText(m_names->currentIndex(), name);
}

void FactoryWindow::askToRemove()
{
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Remove the factory"),
                                tr("Remove the factory “%1” with its generator, labels and pairs?")
                                    .arg(shortened(factory()->record().name, 60)),
                                QMessageBox::Cancel, this);
    box->setInformativeText(tr("Training sets that were written from it stay."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, asked = QPointer<Factory>(factory())] {
        if (asked)
            this->remove(*asked);
    });
    box->open();
}

void FactoryWindow::remove(Factory& factory)
{
    if (TrainingRun* run = m_context.runOf(factory)) {
        if (auto removed = m_context.runs.remove(*run); !removed)
            return tell(removed.error());
    }
    if (auto removed = m_store.remove(factory); !removed)
        tell(removed.error());
}

} // namespace blastoscope::ui
