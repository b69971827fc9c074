// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/import_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/session/import_rows.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

ImportDialog::ImportDialog(Workspace& workspace, QString folder, QWidget* parent)
    : QDialog(parent), m_folder(std::move(folder))
{
    setWindowTitle(tr("Import annotations"));
    setProperty("helpPage", QStringLiteral("exchange"));
    m_import = new AnnotationImport(workspace, this);
    m_preview = new ImportPreviewModel(this);
    const int unit = gridUnit(this);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(unit);
    layout->addLayout(createSource());
    layout->addLayout(createChoices());
    m_headline = new QLabel(this);
    m_headline->setWordWrap(true);
    layout->addWidget(m_headline);
    layout->addWidget(createTable(), 1);
    layout->addLayout(createBottom());
    resize(unit * 96, unit * 72);

    connect(m_import, &AnnotationImport::changed, this, &ImportDialog::showState);
    connect(m_import, &AnnotationImport::progressed, this, &ImportDialog::showProgress);
    connect(m_import, &AnnotationImport::failed, this, &ImportDialog::showError);
    connect(m_import, &AnnotationImport::finished, this, [this](const ImportSummary& summary) {
        emit imported(textOf(summary), m_import->report());
        accept();
    });
    showState();
}

QLayout* ImportDialog::createSource()
{
    auto* files = new QPushButton(icon(Icon::Open), tr("Choose &files…"), this);
    auto* folder = new QPushButton(icon(Icon::OpenFolder), tr("Choose f&older…"), this);
    for (QPushButton* button : {files, folder})
        button->setAutoDefault(false);
    m_source = new QLabel(
        tr("COCO, labelme, X-AnyLabeling, COCOA, KINS, label images, Cellpose masks or one mask file per object"),
        this);
    m_source->setWordWrap(true);
    m_source->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(files, &QPushButton::clicked, this, &ImportDialog::chooseFiles);
    connect(folder, &QPushButton::clicked, this, &ImportDialog::chooseFolder);
    auto* row = new QHBoxLayout;
    row->addWidget(files);
    row->addWidget(folder);
    row->addWidget(m_source, 1);
    return row;
}

QLayout* ImportDialog::createChoices()
{
    const ImportChoices choices;
    m_keepReview =
        new QCheckBox(tr("&Take over what the files say about review (accepted, corrected, rejected)"), this);
    m_keepReview->setChecked(choices.keepReview);
    m_byOrder = new QCheckBox(tr("Where not a single picture is known by name, go by the &order of the frames"), this);
    m_byOrder->setChecked(choices.byOrder);
    m_replace = new QCheckBox(tr("&Replace my own work, too: drawn and edited objects and accepted frames"), this);
    m_replace->setChecked(choices.replaceMine);
    m_replace->setToolTip(tr("Otherwise accepted frames stay as they are, and an imported object that shows the same "
                             "as one of yours is left out. Either way one undo takes the import back."));
    m_otherClass = new QComboBox(this);
    m_otherClass->addItem(tr("left out"), 0);
    m_otherClass->addItem(tr("blastomeres"), int(base::ObjectClass::Blastomere));
    m_otherClass->addItem(tr("fragments"), int(base::ObjectClass::Fragment));
    m_otherClass->addItem(tr("polar bodies"), int(base::ObjectClass::PolarBody));
    for (QCheckBox* box : {m_keepReview, m_byOrder, m_replace})
        connect(box, &QCheckBox::toggled, this, &ImportDialog::applyChoices);
    connect(m_otherClass, &QComboBox::activated, this, &ImportDialog::applyChoices);
    auto* column = new QVBoxLayout;
    for (QCheckBox* box : {m_keepReview, m_byOrder, m_replace})
        column->addWidget(box);
    auto* label = new QLabel(tr("Objects of &unknown classes are"), this);
    label->setBuddy(m_otherClass);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_otherClass);
    row->addStretch(1);
    column->addLayout(row);
    return column;
}

QWidget* ImportDialog::createTable()
{
    m_table = new QTreeView(this);
    m_table->setModel(m_preview);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setFont(tabularFigures(font()));
    m_table->setAccessibleName(tr("What the import will do"));
    m_table->header()->setStretchLastSection(true);
    m_table->header()->resizeSection(ImportPreviewModel::Picture, gridUnit(this) * 30);
    m_table->header()->resizeSection(ImportPreviewModel::Place, gridUnit(this) * 24);
    return m_table;
}

QLayout* ImportDialog::createBottom()
{
    m_progress = new QProgressBar(this);
    m_progress->setTextVisible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_start = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_start->setObjectName(QStringLiteral("startImport"));
    m_cancel = buttons->button(QDialogButtonBox::Cancel);
    connect(m_start, &QPushButton::clicked, m_import, &AnnotationImport::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    auto* row = new QHBoxLayout;
    row->addWidget(m_progress, 1);
    row->addStretch(0);
    row->addWidget(buttons);
    return row;
}

void ImportDialog::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Annotation files"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Annotations (*.json *.tif *.tiff *.png)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::read);
    dialog->open();
}

void ImportDialog::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder of annotation files"), m_folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportDialog::read);
    dialog->open();
}

void ImportDialog::read(const QStringList& paths)
{
    if (paths.isEmpty())
        return;
    m_folder = QFileInfo(paths.first()).absolutePath();
    emit folderUsed(m_folder);
    const QString name = QFileInfo(paths.first()).fileName();
    m_source->setText(paths.size() == 1
                          ? shortened(name, 60)
                          : tr("%n files, the first is %1", nullptr, int(paths.size())).arg(shortened(name, 40)));
    m_source->setToolTip(QDir::toNativeSeparators(paths.join(u'\n')));
    m_import->read(paths);
}

void ImportDialog::applyChoices()
{
    m_import->setChoices({.replaceMine = m_replace->isChecked(),
                          .byOrder = m_byOrder->isChecked(),
                          .keepReview = m_keepReview->isChecked(),
                          .otherClass = m_otherClass->currentData().toInt()});
}

void ImportDialog::showState()
{
    const bool busy = m_import->isBusy();
    m_progress->setVisible(busy);
    if (busy)
        m_progress->setRange(0, 0);
    m_start->setEnabled(m_import->isReady());
    if (busy)
        return;
    m_preview->setRows(importRows(*m_import));
    if (m_import->imported())
        m_headline->setText(importHeadline(*m_import));
    else if (m_headline->text().isEmpty())
        m_headline->setText(tr("Choose the files first. Nothing is changed before you press “Import”."));
}

void ImportDialog::showProgress(const base::Progress& progress)
{
    m_progress->setRange(0, int(progress.total));
    m_progress->setValue(int(progress.done));
}

void ImportDialog::showError(const base::Error& error)
{
    m_headline->setText(QString::fromStdString(error.message));
    m_headline->setToolTip(QString::fromStdString(error.detail));
}

void ImportDialog::reject()
{
    if (m_import->isBusy())
        m_import->cancel(); // a second time closes the dialog
    else
        QDialog::reject();
}

} // namespace blastoscope::ui
