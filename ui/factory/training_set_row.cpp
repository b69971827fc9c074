// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factory/training_set_row.h"
#include "ui/theme/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace blastoscope::ui {

namespace {

constexpr int kDefaultShare = 50; ///< percent

} // namespace

TrainingSetRow::TrainingSetRow(QWidget* parent) : QWidget(parent)
{
    m_share = new QSpinBox(this);
    m_share->setObjectName(QStringLiteral("syntheticShare"));
    m_share->setRange(10, 90);
    m_share->setSingleStep(10);
    m_share->setSuffix(tr(" %"));
    m_share->setValue(kDefaultShare);
    m_text = wrappedLabel({}, this);
    m_text->setObjectName(QStringLiteral("trainingSetCounts"));
    m_write = new QPushButton(tr("Write training set"), this);
    m_write->setObjectName(QStringLiteral("writeTrainingSet"));
    connect(m_share, &QSpinBox::valueChanged, this, &TrainingSetRow::update);
    connect(m_write, &QPushButton::clicked, this, &TrainingSetRow::writeRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Share of generated ones"), this));
    row->addWidget(m_share);
    row->addWidget(m_text, 1);
    row->addWidget(m_write);
}

void TrainingSetRow::setCounts(int pairs, int realFrames, bool enabled)
{
    m_pairs = pairs;
    m_real = realFrames;
    m_enabled = enabled;
    update();
}

double TrainingSetRow::syntheticShare() const
{
    return m_share->value() / 100.0;
}

void TrainingSetRow::update()
{
    if (m_pairs == 0)
        m_text->clear();
    else if (m_real == 0)
        m_text->setText(tr("No accepted frames are open to mix them with."));
    else
        m_text->setText(tr("beside %n accepted frame(s) of the open stacks", nullptr, m_real));
    m_share->setEnabled(m_real > 0);
    m_write->setEnabled(m_enabled && m_pairs > 0);
}

} // namespace blastoscope::ui
