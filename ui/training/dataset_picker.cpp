// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/dataset_picker.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/session/core_texts.h"
#include "ui/theme/labels.h"
#include "ui/theme/text.h"
#include "ui/training/narrow_combo_box.h"

namespace blastoscope::ui {

namespace {

/// Those in `parent`, and `others` that lie elsewhere.
std::vector<DatasetSummary> datasetsIn(const QString& parent, const QStringList& others,
                                       const base::CancellationToken& cancel)
{
    auto found = findDatasets(parent, cancel);
    for (const QString& other : others) {
        if (std::any_of(found.begin(), found.end(), [&](const DatasetSummary& set) { return set.folder == other; }))
            continue;
        if (auto summary = readDatasetSummary(other))
            found.push_back(std::move(*summary));
    }
    return found;
}

} // namespace

DatasetPicker::DatasetPicker(QString folder, QWidget* parent) : QWidget(parent), m_folder(std::move(folder))
{
    m_box = narrowComboBox("trainingSet", this);
    m_box->setEnabled(false);
    auto* choose = new QPushButton(tr("Other folder…"), this);
    auto* build = new QPushButton(tr("Build…"), this);
    build->setToolTip(tr("Make a training set from the accepted frames of the open stacks"));
    m_facts = wrappedLabel(tr("Looking for training sets…"), this);
    m_facts->setObjectName(QStringLiteral("datasetFacts"));
    m_warnings = wrappedLabel({}, this);
    m_warnings->setObjectName(QStringLiteral("datasetWarnings"));
    m_warnings->hide();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(build);
    buttons->addWidget(choose);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    layout->addLayout(buttons);
    layout->addWidget(m_facts);
    layout->addWidget(m_warnings);
    setFocusProxy(m_box);
    connect(choose, &QPushButton::clicked, this, &DatasetPicker::chooseFolder);
    connect(build, &QPushButton::clicked, this, &DatasetPicker::buildRequested);
    connect(m_box, &QComboBox::currentIndexChanged, this, &DatasetPicker::describe);
    reload();
}

void DatasetPicker::reload(const QString& folder)
{
    if (!folder.isEmpty())
        m_wanted = QDir(folder).absolutePath();
    QStringList others = m_added;
    if (!m_wanted.isEmpty())
        others << m_wanted;
    JobBase::abandon(std::move(m_job), this);
    m_job = std::make_unique<Job<std::vector<DatasetSummary>>>(
        tr("Looking for training sets"),
        [parent = m_folder, others](const base::CancellationToken& cancel,
                                    const auto&) -> base::Result<std::vector<DatasetSummary>> {
            return datasetsIn(parent, others, cancel);
        });
    m_job->onSuccess([this](std::vector<DatasetSummary> sets) {
        m_datasets = std::move(sets);
        fill();
    });
    m_job->start(QThread::LowPriority);
}

void DatasetPicker::fill()
{
    const QString chosen = m_box->currentData().toString();
    {
        const QSignalBlocker quiet(m_box);
        m_box->clear();
        for (const DatasetSummary& set : m_datasets)
            m_box->addItem(set.name, set.folder);
        for (const QString& wish : {chosen, std::exchange(m_wanted, QString())}) {
            if (const int index = m_box->findData(wish); index >= 0)
                m_box->setCurrentIndex(index);
        }
        m_box->setEnabled(!m_datasets.empty());
    }
    describe();
}

const DatasetSummary* DatasetPicker::dataset() const
{
    const int index = m_box->currentIndex();
    return index >= 0 && std::size_t(index) < m_datasets.size() ? &m_datasets[std::size_t(index)] : nullptr;
}

void DatasetPicker::describe()
{
    const DatasetSummary* set = dataset();
    QStringList warnings;
    if (set) {
        m_facts->setText(splitText(set->train, set->heldOut, set->ownName));
        for (const QString& warning : set->warnings)
            warnings << QStringLiteral("⚠ ") + inWindowLanguage(warning);
    } else {
        m_facts->setText(
            tr("There is no training set yet. Accept frames in the open stacks (Ctrl+Enter), then press “Build…”."));
    }
    m_warnings->setText(breakable(warnings.join(u'\n')));
    m_warnings->setVisible(!warnings.isEmpty());
    m_box->setToolTip(set ? QDir::toNativeSeparators(set->folder) : QString());
    emit changed();
}

void DatasetPicker::chooseFolder()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a training set"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DatasetPicker::add);
    dialog->open();
}

void DatasetPicker::add(const QString& folder)
{
    m_added.removeAll(folder);
    m_added.append(folder);
    reload(folder);
}

} // namespace blastoscope::ui
