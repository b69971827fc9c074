// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/factory_page.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/factory/factory.h"
#include "ui/factory/job_row.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/training/run_store.h"

namespace blastoscope::ui {

TrainingRun* FactoryContext::runOf(const Factory& factory) const
{
    if (factory.record().run.isEmpty())
        return nullptr;
    for (const auto& run : runs.runs()) {
        if (QFileInfo(run->folder()).fileName() == factory.record().run)
            return run.get();
    }
    return nullptr;
}

QString FactoryContext::generatorOf(const Factory& factory) const
{
    const TrainingRun* run = runOf(factory);
    return run && run->state() == RunState::Finished ? run->file(QStringLiteral("generator.safetensors")) : QString();
}

FactoryPage::FactoryPage(FactoryContext& context, const QString& title, const QString& explanation)
    : m_context(context), m_title(title)
{
    const int unit = gridUnit(this);
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(3 * unit, 2 * unit, 3 * unit, 2 * unit);
    m_column->setSpacing(unit + unit / 2);
    auto* heading = new QLabel(title, this);
    QFont font = heading->font();
    font.setBold(true);
    font.setPointSizeF(1.3 * font.pointSizeF());
    heading->setFont(font);
    m_column->addWidget(heading);
    m_column->addWidget(muted(explanation));
    m_jobs = new JobRow(this);
    connect(m_jobs, &JobRow::busyChanged, this, [this] {
        refresh();
        emit busyChanged();
    });
}

bool FactoryPage::isBusy() const
{
    return m_jobs->isBusy();
}

void FactoryPage::setFactory(Factory* factory)
{
    disconnect(m_connection);
    m_factory = factory;
    m_jobs->showMessage({});
    if (factory && factory->trouble())
        m_jobs->showError(*factory->trouble());
    if (factory) {
        m_connection = connect(factory, &Factory::changed, this, [this] {
            refresh();
            emit stateChanged();
        });
    }
    refresh();
}

bool FactoryPage::note(const base::Status& status)
{
    if (!status)
        m_jobs->showError(status.error());
    return status.has_value();
}

QLabel* FactoryPage::muted(const QString& text)
{
    QLabel* label = wrappedLabel(text, this);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace blastoscope::ui
