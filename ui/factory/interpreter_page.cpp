// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/interpreter_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/factory/factory.h"
#include "ui/factory/job_row.h"
#include "ui/factory/sample_stacks.h"
#include "ui/theme/labels.h"
#include "ui/training/run_store.h"

namespace blastoscope::ui {

namespace {

constexpr int kFewest = 5;

QString percent(double share)
{
    return QLocale().toString(100 * share, 'f', 0);
}

} // namespace

InterpreterPage::InterpreterPage(FactoryContext& context)
    : FactoryPage(
          context, tr("Interpreter"),
          tr("Ten small classifiers learn from your labels what the inner maps of the generator mean. They then label "
             "any number of generated pictures, and where they disagree they are uncertain."))
{
    m_learn = new QPushButton(tr("Train the interpreter"), this);
    m_learn->setObjectName(QStringLiteral("learnInterpreter"));
    m_hint = wrappedLabel({}, this);
    m_hint->setObjectName(QStringLiteral("interpreterHint"));
    m_facts = wrappedLabel({}, this);
    m_facts->setObjectName(QStringLiteral("interpreterFacts"));
    connect(m_learn, &QPushButton::clicked, this, &InterpreterPage::learn);
    connect(&context.samples, &SampleStacks::changed, this, [this] { refresh(); });
    connect(&context.runs, &RunStore::runEnded, this, [this] { refresh(); });
    auto* row = new QHBoxLayout;
    row->addWidget(m_learn);
    row->addWidget(m_hint, 1);
    column().addLayout(row);
    column().addWidget(&jobs());
    column().addWidget(m_facts);
    column().addStretch(1);
}

QString InterpreterPage::missing() const
{
    if (!factory())
        return {};
    const int labelled = context().samples.labelled(*factory());
    return labelled < kFewest ? tr("First label and accept at least %n picture(s).", nullptr, kFewest) : QString();
}

QString InterpreterPage::state() const
{
    return factory() && factory()->record().learnedFrom > 0
               ? tr("learned from %n picture(s)", nullptr, factory()->record().learnedFrom)
               : QString();
}

void InterpreterPage::refresh()
{
    const QString hint = missing();
    const int labelled = factory() ? context().samples.labelled(*factory()) : 0;
    const int learned = factory() ? factory()->record().learnedFrom : 0;
    const bool generator = factory() && !context().generatorOf(*factory()).isEmpty();
    m_learn->setEnabled(factory() && hint.isEmpty() && generator && !isBusy() && context().services.learnInterpreter);
    if (!hint.isEmpty())
        m_hint->setText(hint);
    else if (learned > 0 && labelled > learned)
        m_hint->setText(tr("%n picture(s) were labelled since it learned.", nullptr, labelled - learned));
    else
        m_hint->setText(tr("%n labelled picture(s)", nullptr, labelled));
    if (learned == 0) {
        m_facts->clear();
        return;
    }
    const FactoryRecord& record = factory()->record();
    QString text = tr("Labels that it learned from come out with a mean IoU of %1 %.").arg(percent(record.fit));
    if (record.trial)
        text += u'\n' + tr("In a trial that kept a fifth of them apart, these came out with %1 %. This is the number "
                           "to judge by: below about 70 %, label more pictures.")
                            .arg(percent(*record.trial));
    m_facts->setText(text);
}

void InterpreterPage::learn()
{
    const SampleStacks::Labels labels = context().samples.labelsOf(*factory());
    InterpreterOrder order;
    order.generator = context().generatorOf(*factory()).toStdString();
    order.labels = labels.sources;
    order.out = factory()->interpreterFile().toStdString();
    jobs().run<InterpreterReport>(
        tr("Learning labels"),
        [learn = context().services.learnInterpreter, order,
         unwritten = labels.unwritten](const auto& cancel, const auto& progress) -> base::Result<InterpreterReport> {
            for (const auto& [snapshot, file] : unwritten)
                if (auto written = writeAnnotations(snapshot, file); !written)
                    return tl::unexpected(written.error());
            return learn(order, cancel, progress);
        },
        [this, target = QPointer<Factory>(factory())](const InterpreterReport& report) {
            if (!target)
                return;
            note(target->edit([&](FactoryRecord& record) {
                record.learnedFrom = report.samples;
                record.fit = report.fit;
                record.trial = report.trial;
            }));
        });
}

} // namespace blastoscope::ui
