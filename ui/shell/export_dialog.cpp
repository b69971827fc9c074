// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/shell/export_row.h"
#include "ui/shell/folder_field.h"
#include "ui/theme/metrics.h"
#include "ui/theme/palette.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

/// The registry speaks English; these are its names for people in the language of the window.
QString nameOf(const formats::FormatInfo& info)
{
    using formats::AnnotationFormat;
    switch (info.format) {
    case AnnotationFormat::Coco: return ExportDialog::tr("COCO, exact masks (run lengths)");
    case AnnotationFormat::CocoPolygons: return ExportDialog::tr("COCO, outlines (polygons)");
    case AnnotationFormat::LabelTiff: return ExportDialog::tr("Label image (TIFF)");
    case AnnotationFormat::LabelPng: return ExportDialog::tr("Label image (PNG)");
    case AnnotationFormat::LabelLayers: return ExportDialog::tr("Label image, one page per depth layer (TIFF)");
    case AnnotationFormat::Cellpose: return ExportDialog::tr("Cellpose masks (TIFF)");
    case AnnotationFormat::CellposePng: return ExportDialog::tr("Cellpose masks (PNG)");
    case AnnotationFormat::Labelme:
    case AnnotationFormat::Cocoa:
    case AnnotationFormat::Kins: break;
    }
    return QString::fromUtf8(info.name.data(), qsizetype(info.name.size()));
}

bool isFlat(formats::AnnotationFormat format)
{
    using formats::AnnotationFormat;
    return format == AnnotationFormat::LabelTiff || format == AnnotationFormat::LabelPng ||
           format == AnnotationFormat::Cellpose || format == AnnotationFormat::CellposePng;
}

} // namespace

ExportDialog::ExportDialog(Workspace& workspace, const QString& lastFolder, QWidget* parent)
    : QDialog(parent), m_workspace(workspace)
{
    setWindowTitle(tr("Export annotations"));
    setProperty("helpPage", QStringLiteral("exchange"));
    const int unit = gridUnit(this);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit);
    auto* form = new QFormLayout;
    addEntries(*form, lastFolder);
    layout->addLayout(form);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    layout->addWidget(m_state);
    layout->addStretch(1);
    m_row = new ExportRow(this);
    layout->addWidget(m_row);
    setMinimumWidth(unit * 68);

    for (QComboBox* box : {m_stacks, m_frames, m_format})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::showState);
    connect(m_folder, &FolderField::changed, this, &ExportDialog::showState);
    connect(m_row, &ExportRow::startRequested, this, &ExportDialog::start);
    connect(m_row, &ExportRow::cancelRequested, this, &ExportDialog::reject);
    connect(&workspace, &Workspace::currentChanged, this, &ExportDialog::showState);
    showState();
}

void ExportDialog::addEntries(QFormLayout& form, const QString& lastFolder)
{
    m_stacks = new QComboBox(this);
    m_stacks->addItem(tr("This stack"), false);
    if (m_workspace.stacks().size() > 1)
        m_stacks->addItem(tr("All %n open stacks", nullptr, int(m_workspace.stacks().size())), true);
    m_frames = new QComboBox(this);
    m_frames->addItem(tr("Every frame with something in it"), false);
    m_frames->addItem(tr("Accepted and corrected frames only"), true);
    m_format = new QComboBox(this);
    fillFormats();
    m_formatHint = new QLabel(this);
    m_formatHint->setWordWrap(true);
    m_formatHint->setForegroundRole(QPalette::PlaceholderText);
    m_keepNames = new QCheckBox(tr("&Keep names of files and embryos"), this);
    m_keepNames->setToolTip(tr("They may identify patients. Otherwise embryos go by random ids, pictures by the number "
                               "of the frame, and free texts are left out."));
    m_folder = new FolderField(tr("Export annotations into a folder"),
                               QDir(lastFolder).filePath(tr("annotations", "name of a folder")), this);
    form.addRow(tr("&Stacks:"), m_stacks);
    form.addRow(tr("F&rames:"), m_frames);
    form.addRow(tr("For&mat:"), m_format);
    form.addRow(QString(), m_formatHint);
    form.addRow(tr("Names:"), m_keepNames);
    form.addRow(tr("F&older:"), m_folder);
}

void ExportDialog::fillFormats()
{
    for (const formats::FormatInfo& info : formats::annotationFormats())
        if (info.canWrite)
            m_format->addItem(nameOf(info), int(info.format));
}

AnnotationExportChoices ExportDialog::choices() const
{
    return {.format = formats::AnnotationFormat(m_format->currentData().toInt()),
            .onlyAccepted = m_frames->currentData().toBool(),
            .allStacks = m_stacks->currentData().toBool(),
            .keepNames = m_keepNames->isChecked(),
            .folder = m_folder->folder()};
}

void ExportDialog::setChoices(const AnnotationExportChoices& choices)
{
    m_format->setCurrentIndex(m_format->findData(int(choices.format)));
    m_frames->setCurrentIndex(m_frames->findData(choices.onlyAccepted));
    m_stacks->setCurrentIndex(qMax(0, m_stacks->findData(choices.allStacks)));
    m_keepNames->setChecked(choices.keepNames);
    m_folder->setFolder(choices.folder);
}

QString ExportDialog::formatHint() const
{
    const formats::FormatInfo& info = formats::infoOf(choices().format);
    if (info.format == formats::AnnotationFormat::Coco)
        return tr("Keeps everything: whole silhouettes, overlap, depth order, visible parts.");
    if (info.format == formats::AnnotationFormat::CocoPolygons)
        return tr("Keeps overlap and depth order. Outlines cannot hold holes, which are filled.");
    QStringList lost;
    if (isFlat(info.format))
        lost << tr("overlap (the nearer object keeps the pixels)");
    if (!info.keepsOrder)
        lost << tr("depth order");
    if (!info.keepsClass)
        lost << tr("classes");
    if (!info.keepsScore)
        lost << tr("confidences");
    return tr("Has no place for: %1. The report says exactly what was lost.").arg(lost.join(QStringLiteral(", ")));
}

void ExportDialog::showState()
{
    m_formatHint->setText(formatHint());
    const bool busy = m_job != nullptr;
    const AnnotationExportChoices chosen = choices();
    const int frames = countFramesToExport(m_workspace, chosen);
    m_row->setBusy(busy);
    m_row->setReady(!busy && frames > 0 && !chosen.folder.isEmpty());
    for (QWidget* entry : std::initializer_list<QWidget*>{m_stacks, m_frames, m_format, m_keepNames, m_folder})
        entry->setEnabled(!busy);
    if (!m_error.isEmpty()) {
        m_state->setText(m_error);
        m_error.clear();
        return;
    }
    QString text = tr("%n frame(s) will be written.", nullptr, frames);
    if (frames == 0)
        text = chosen.onlyAccepted ? tr("No frame is accepted yet.") : tr("There is nothing to export yet.");
    const QDir folder(chosen.folder);
    if (frames > 0 && folder.exists() && !folder.isEmpty())
        text += u' ' + tr("The folder is not empty: files of the same names are replaced.");
    m_state->setText(text);
}

void ExportDialog::start()
{
    const AnnotationExportChoices chosen = choices();
    auto frames = std::make_shared<std::vector<formats::AnnotatedFrame>>(framesToExport(m_workspace, chosen));
    m_job = std::make_unique<Job<formats::ExchangeReport>>(
        tr("Exporting annotations"),
        [frames, chosen](const base::CancellationToken& cancel, const base::ProgressCallback& progress) {
            formats::ExportOptions options;
            options.keepNames = chosen.keepNames;
            options.cancel = cancel;
            options.onProgress = progress;
            return formats::writeAnnotations(std::move(*frames), chosen.format, chosen.folder.toStdString(), options);
        });
    m_job->onSuccess([this](const formats::ExchangeReport& report) { finish(report); });
    connect(m_job.get(), &JobBase::progressed, m_row, &ExportRow::showProgress);
    connect(m_job.get(), &JobBase::failed, this,
            [this](const base::Error& error) { m_error = QString::fromStdString(error.message); });
    connect(m_job.get(), &JobBase::cancelled, this,
            [this] { m_error = tr("Cancelled. What was written by then is still in the folder."); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_job.release()->deleteLater();
        showState();
    });
    m_job->start();
    showState();
}

void ExportDialog::finish(const formats::ExchangeReport& report)
{
    const AnnotationExportChoices chosen = choices();
    const QString headline = tr("%n frame(s)", nullptr, report.frames) + QStringLiteral(", ") +
                             tr("%n object(s)", nullptr, report.instances) + QStringLiteral(": ") +
                             tr("exported as %1 into %2 (%n file(s))", nullptr, int(report.files.size()))
                                 .arg(m_format->currentText(), QDir::toNativeSeparators(chosen.folder));
    emit exported(headline, chosen.folder, report);
    accept();
}

void ExportDialog::reject()
{
    if (m_job)
        m_job->cancel(); // a second time closes the dialog
    else
        QDialog::reject();
}

} // namespace blastoscope::ui
