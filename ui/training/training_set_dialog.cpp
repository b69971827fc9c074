// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/training_set_dialog.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QCheckBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/session/core_texts.h"
#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/dataset_summary.h"
#include "ui/training/embryo_split_model.h"
#include "ui/training/size_histogram.h"

namespace blastoscope::ui {

namespace {

constexpr int kDefaultShare = 20; ///< percent

DatasetSide sideOf(const dataset::SplitCounts& counts)
{
    return {counts.frames, counts.embryos, counts.objects[0], counts.uncertain};
}

} // namespace

TrainingSetDialog::TrainingSetDialog(const TrainingServices& services, ReviewedStacks stacks, const QString& folder,
                                     QWidget* parent)
    : QDialog(parent), m_services(services), m_folder(folder), m_embryos(new EmbryoSplitModel(this))
{
    setWindowTitle(tr("Build a training set"));
    setObjectName(QStringLiteral("trainingSetDialog"));
    auto* left = new QVBoxLayout;
    auto* right = new QVBoxLayout;
    createSplit(*left);
    createResult(*right);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(2 * gridUnit(this));
    columns->addLayout(left, 4);
    columns->addLayout(right, 5);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    createTarget(*layout);
    connect(m_embryos, &EmbryoSplitModel::splitEdited, this, &TrainingSetDialog::preview);
    connect(m_share, &QSpinBox::valueChanged, this, &TrainingSetDialog::drawSplit);
    resize(gridUnit(this) * 116, gridUnit(this) * 76);
    gather(std::move(stacks));
}

TrainingSetDialog::~TrainingSetDialog()
{
    // They look at every frame, which whoever closes this does not wait for.
    JobBase::abandon(std::move(m_gathering), QCoreApplication::instance());
    JobBase::abandon(std::move(m_preview), QCoreApplication::instance());
}

void TrainingSetDialog::createSplit(QVBoxLayout& column)
{
    m_intro = wrappedLabel({}, this);
    m_intro->setObjectName(QStringLiteral("framesIntro"));
    m_share = new QSpinBox(this);
    m_share->setObjectName(QStringLiteral("heldOutShare"));
    m_share->setRange(0, 90);
    m_share->setSingleStep(10);
    m_share->setSuffix(tr(" %"));
    m_share->setValue(kDefaultShare);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("Hold out about"), this));
    row->addWidget(m_share);
    row->addWidget(new QLabel(tr("of the frames"), this), 1);
    auto* explanation =
        wrappedLabel(tr("Held-out embryos are for judging the new model only. All frames of an embryo stay on one "
                        "side: neighbouring frames look alike, and a model judged by what it learned always looks "
                        "good."),
                     this);
    explanation->setForegroundRole(QPalette::PlaceholderText);
    m_table = new QTableView(this);
    m_table->setModel(m_embryos);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFont(tabularFigures(font()));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(EmbryoSplitModel::Embryo, QHeaderView::Stretch);
    m_exhaustive = new QCheckBox(tr("Every object of these frames is outlined"), this);
    m_exhaustive->setChecked(true);
    m_exhaustive->setToolTip(
        tr("Otherwise what is not outlined is not taken for background, and counts are not measured"));
    column.addWidget(m_intro);
    column.addLayout(row);
    column.addWidget(explanation);
    column.addWidget(m_table, 1);
    column.addWidget(m_exhaustive);
}

void TrainingSetDialog::createResult(QVBoxLayout& column)
{
    m_counts = wrappedLabel({}, this);
    m_counts->setObjectName(QStringLiteral("datasetCounts"));
    m_warnings = wrappedLabel({}, this);
    m_warnings->setObjectName(QStringLiteral("datasetWarnings"));
    m_sizes = new SizeHistogram(this);
    column.addWidget(m_counts);
    column.addWidget(m_sizes, 1);
    column.addWidget(m_warnings);
}

void TrainingSetDialog::createTarget(QVBoxLayout& column)
{
    m_target = new QLineEdit(this);
    m_target->setObjectName(QStringLiteral("datasetTarget"));
    m_target->setText(QDir::toNativeSeparators(
        QDir(m_folder).filePath(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")))));
    auto* choose = new QPushButton(tr("Choose…"), this);
    connect(choose, &QPushButton::clicked, this, &TrainingSetDialog::chooseTarget);
    auto* target = new QHBoxLayout;
    target->addWidget(new QLabel(tr("Folder:"), this));
    target->addWidget(m_target, 1);
    target->addWidget(choose);
    m_bar = new QProgressBar(this);
    m_bar->hide();
    m_outcome = wrappedLabel({}, this);
    m_outcome->setObjectName(QStringLiteral("datasetOutcome"));
    m_outcome->hide();
    m_build = new QPushButton(tr("Build"), this);
    m_build->setObjectName(QStringLiteral("buildDataset"));
    m_build->setDefault(true);
    m_fineTune = new QPushButton(tr("Fine-tune with it…"), this);
    m_fineTune->hide();
    m_close = new QPushButton(tr("Close"), this);
    connect(m_build, &QPushButton::clicked, this, &TrainingSetDialog::build);
    connect(m_fineTune, &QPushButton::clicked, this, [this] { emit fineTuneRequested(m_built); });
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_job && m_job->isRunning())
            m_job->cancel();
        else
            reject();
    });
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_bar, 1);
    buttons->addStretch(0);
    for (QPushButton* button : {m_build, m_fineTune, m_close})
        buttons->addWidget(button);
    column.addLayout(target);
    column.addWidget(m_outcome);
    column.addLayout(buttons);
}

void TrainingSetDialog::gather(ReviewedStacks stacks)
{
    m_intro->setText(tr("Looking at the open stacks…"));
    m_share->setEnabled(false);
    m_build->setEnabled(false);
    m_gathering = std::make_unique<Job<AcceptedFrames>>(
        tr("Looking at the open stacks"),
        [stacks = std::make_shared<const ReviewedStacks>(std::move(stacks))](
            const auto&, const auto&) -> base::Result<AcceptedFrames> { return acceptedFrames(*stacks); });
    m_gathering->onSuccess([this](AcceptedFrames frames) {
        m_frames = std::move(frames);
        showFrames();
    });
    connect(m_gathering.get(), &JobBase::failed, this, [this](const base::Error& error) {
        m_intro->clear();
        showTrouble(error);
    });
    connect(m_gathering.get(), &JobBase::finished, this, [this] { m_gathering.release()->deleteLater(); });
    m_gathering->start();
}

void TrainingSetDialog::showFrames()
{
    std::vector<EmbryoRow> rows;
    for (const dataset::SourceFrame& frame : *m_frames.frames) {
        const std::string& embryo = frame.truth.embryoId;
        auto found = std::find_if(rows.begin(), rows.end(), [&](const EmbryoRow& row) { return row.embryo == embryo; });
        if (found == rows.end()) {
            rows.push_back({embryo, m_frames.stackOfEmbryo.value(QString::fromStdString(embryo)), 0, false});
            found = rows.end() - 1;
        }
        ++found->frames;
    }
    m_embryos->setRows(std::move(rows));
    QString text = tr("%n frame(s) of the open stacks are accepted.", nullptr, int(m_frames.frames->size()));
    if (m_frames.waiting > 0)
        text +=
            QLatin1Char(' ') + tr("%n frame(s) with outlines wait for review and stay out.", nullptr, m_frames.waiting);
    if (m_frames.rejected > 0)
        text += QLatin1Char(' ') + tr("%n frame(s) were rejected.", nullptr, m_frames.rejected);
    m_intro->setText(text);
    if (m_frames.frames->empty()) {
        m_counts->setText(
            tr("Accept frames first: look at a segmented frame, mend its outlines where they are wrong, and "
               "press Ctrl+Enter. About twenty frames of five embryos are a good beginning."));
        m_sizes->hide();
        m_warnings->hide();
        return;
    }
    m_share->setEnabled(true);
    m_build->setEnabled(true);
    drawSplit();
}

/// Embryos for the wanted share of frames; the check marks then say which.
void TrainingSetDialog::drawSplit()
{
    std::vector<std::string> embryos;
    for (const dataset::SourceFrame& frame : *m_frames.frames)
        embryos.push_back(frame.truth.embryoId);
    dataset::SplitOptions options;
    options.validationShare = m_share->value() / 100.0;
    const auto heldOut = dataset::splitByEmbryo(embryos, options);
    std::set<std::string> names;
    for (std::size_t i = 0; heldOut && i < embryos.size(); ++i) {
        if ((*heldOut)[i])
            names.insert(embryos[i]);
    }
    std::vector<EmbryoRow> rows = m_embryos->rows();
    for (EmbryoRow& row : rows)
        row.heldOut = names.contains(row.embryo);
    m_embryos->setRows(std::move(rows));
    preview();
}

dataset::SplitOptions TrainingSetDialog::split() const
{
    dataset::SplitOptions options;
    options.validation = m_embryos->heldOut();
    options.validationShare = 0; // the check marks decide
    return options;
}

void TrainingSetDialog::preview()
{
    if (!m_services.previewDataset)
        return;
    if (m_preview) { // the window does not wait for it
        m_previewAgain = true;
        return;
    }
    m_preview = std::make_unique<Job<dataset::DatasetReport>>(
        tr("Looking at the frames"), [preview = m_services.previewDataset, frames = m_frames.frames,
                                      split = split()](const auto&, const auto&) { return preview(*frames, split); });
    m_preview->onSuccess([this](const dataset::DatasetReport& report) {
        if (m_previewAgain)
            return;
        m_build->setEnabled(true);
        showReport(report);
    });
    connect(m_preview.get(), &JobBase::failed, this, [this](const base::Error& error) {
        m_build->setEnabled(false);
        m_counts->setText(QString::fromStdString(error.message));
        m_sizes->setSizes({}, {});
        m_warnings->hide();
    });
    connect(m_preview.get(), &JobBase::finished, this, [this] {
        m_preview.release()->deleteLater();
        if (std::exchange(m_previewAgain, false))
            preview();
    });
    m_preview->start();
}

void TrainingSetDialog::showReport(const dataset::DatasetReport& report)
{
    m_counts->setText(splitText(sideOf(report.train), sideOf(report.validation), report.ownName));
    m_sizes->setSizes(report.sizes, report.ownName);
    QStringList warnings;
    for (const std::string& warning : report.warnings)
        warnings << QStringLiteral("⚠ ") + inWindowLanguage(warning);
    m_warnings->setText(breakable(warnings.join(u'\n')));
    m_warnings->setVisible(!warnings.isEmpty());
}

void TrainingSetDialog::setTarget(const QString& folder)
{
    m_target->setText(QDir::toNativeSeparators(folder));
}

void TrainingSetDialog::chooseTarget()
{
    auto* dialog = new QFileDialog(this, tr("Folder of the training set"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &TrainingSetDialog::setTarget);
    dialog->open();
}

void TrainingSetDialog::setBusy(bool busy)
{
    m_build->setEnabled(!busy);
    m_table->setEnabled(!busy);
    m_share->setEnabled(!busy);
    m_target->setEnabled(!busy);
    m_bar->setVisible(busy);
    m_close->setText(busy ? tr("Cancel") : tr("Close"));
}

void TrainingSetDialog::build()
{
    if (!m_services.buildDataset || m_gathering || (m_job && m_job->isRunning()))
        return;
    const QString folder = QDir::fromNativeSeparators(m_target->text().trimmed());
    if (!QDir::isAbsolutePath(folder)) {
        showTrouble({base::ErrorCode::InvalidArgument, tr("Choose a folder for the training set.").toStdString(), {}});
        return;
    }
    m_outcome->hide();
    m_fineTune->hide();
    setBusy(true);
    m_bar->setRange(0, int(m_frames.frames->size()));
    m_bar->setValue(0);
    m_job = std::make_unique<Job<dataset::DatasetReport>>(
        tr("Building a training set"),
        [build = m_services.buildDataset, frames = m_frames.frames, split = split(),
         exhaustive = m_exhaustive->isChecked(),
         out = std::filesystem::path(folder.toStdString())](const auto& cancel, const auto& progress) {
            return build(*frames, split, exhaustive, out, cancel, progress);
        });
    connect(m_job.get(), &JobBase::progressed, this,
            [this](const base::Progress& progress) { m_bar->setValue(int(progress.done)); });
    connect(m_job.get(), &JobBase::failed, this, &TrainingSetDialog::showTrouble);
    connect(m_job.get(), &JobBase::finished, this, [this] { setBusy(false); });
    m_job->onSuccess([this, folder](const dataset::DatasetReport& report) { noteBuilt(report, folder); });
    m_job->start(QThread::LowPriority);
}

void TrainingSetDialog::showTrouble(const base::Error& error)
{
    m_outcome->setText(breakable(QString::fromStdString(error.message)));
    m_outcome->setToolTip(QString::fromStdString(error.detail));
    m_outcome->show();
}

void TrainingSetDialog::noteBuilt(const dataset::DatasetReport& report, const QString& folder)
{
    m_built = folder;
    showReport(report); // now with what only the pictures tell
    m_outcome->setText(breakable(tr("The training set is in %1.").arg(QDir::toNativeSeparators(folder))));
    m_outcome->setToolTip({});
    m_outcome->show();
    m_fineTune->show();
    m_fineTune->setDefault(true);
    emit built(folder);
}

} // namespace blastoscope::ui
