// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/models_panel.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/jobs/job.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"
#include "ui/training/model_card_text.h"
#include "ui/training/model_collection.h"
#include "ui/training/model_list_model.h"

namespace blastoscope::ui {

ModelsPanel::ModelsPanel(ModelCollection& collection, QWidget* parent)
    : QWidget(parent), m_collection(collection), m_model(new ModelListModel(this))
{
    createWidgets();
    connect(&collection, &ModelCollection::changed, this, &ModelsPanel::takeOver);
    connect(&collection, &ModelCollection::defaultChanged, this, [this] {
        m_model->setDefaultModel(m_collection.defaultModel());
        showCard();
    });
    takeOver();
}

void ModelsPanel::createWidgets()
{
    m_list = new QTreeView(this);
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setFont(tabularFigures(font()));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(ModelListModel::Name, QHeaderView::Stretch);
    m_card = new QTextBrowser(this);
    m_card->setObjectName(QStringLiteral("modelCard"));
    m_card->setOpenLinks(false);
    m_card->setPlaceholderText(tr("Choose a model to read its card."));

    auto* buttons = new QVBoxLayout;
    m_makeDefault =
        addButton(QStringLiteral("makeDefaultModel"), tr("Make &default"),
                  tr("This model then segments, after a check that its file loads"), &ModelsPanel::makeDefault);
    m_export =
        addButton(QStringLiteral("exportModel"), tr("E&xport…"),
                  tr("Copy the weight file to another place, e.g. for another computer"), &ModelsPanel::chooseExport);
    auto* folder = addButton(QStringLiteral("showModelFolder"), tr("Show &folder"),
                             tr("Open the folder that the file lies in"), &ModelsPanel::showFolder);
    m_remove = addButton(QStringLiteral("removeModel"), tr("&Remove…"),
                         tr("Delete the weight file. Shipped models stay."), &ModelsPanel::askToRemove);
    for (QPushButton* button : {m_makeDefault, m_export, folder, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* layout = new QHBoxLayout(this);
    const int unit = gridUnit(this);
    layout->setContentsMargins(unit, unit, unit, unit);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_card, 3);
    layout->addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPanel::showCard);
}

QPushButton* ModelsPanel::addButton(const QString& name, const QString& text, const QString& toolTip,
                                    void (ModelsPanel::*run)())
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, run);
    m_buttons << button;
    return button;
}

QString ModelsPanel::chosen() const
{
    return m_list->currentIndex().data(ModelListModel::FileRole).toString();
}

void ModelsPanel::select(const QString& file)
{
    m_list->setCurrentIndex(m_model->indexOf(file));
}

void ModelsPanel::takeOver()
{
    const QString before = chosen();
    m_model->setModels(m_collection.models());
    m_model->setDefaultModel(m_collection.defaultModel());
    select(m_model->indexOf(before).isValid() ? before : m_collection.defaultModel());
    showCard();
}

void ModelsPanel::showCard()
{
    const inference::ShelvedModel* model = m_model->at(m_list->currentIndex());
    for (QPushButton* button : std::as_const(m_buttons))
        button->setEnabled(model != nullptr);
    if (!model) {
        m_card->clear();
        return;
    }
    const QModelIndex index = m_list->currentIndex();
    const bool usable = index.data(ModelListModel::UsableRole).toBool();
    const bool isDefault = index.data(ModelListModel::DefaultRole).toBool();
    m_makeDefault->setEnabled(usable && !isDefault);
    m_export->setEnabled(usable);
    m_remove->setEnabled(!model->shipped && !isDefault);
    m_card->setHtml(modelCardText(*model, m_collection.cards()));
}

void ModelsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_loaded) // a dock that nobody opens reads nothing
        m_collection.reload();
    m_loaded = true;
}

void ModelsPanel::makeDefault()
{
    emit makeDefaultRequested(chosen());
}

void ModelsPanel::chooseExport()
{
    const inference::ShelvedModel* model = m_model->at(m_list->currentIndex());
    const QString name =
        QString::fromStdString(model->card->title()).simplified().replace(u' ', u'-').replace(u'/', u'-');
    auto* dialog = new QFileDialog(window(), tr("Export the model"), QDir::homePath(), tr("Weights (*.safetensors)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("safetensors"));
    dialog->selectFile(name + QStringLiteral(".safetensors"));
    connect(dialog, &QFileDialog::fileSelected, this, &ModelsPanel::exportTo);
    dialog->open();
}

void ModelsPanel::exportTo(const QString& target)
{
    auto* job = new Job<void>(
        tr("Exporting the model"),
        [from = chosen().toStdString(), to = target.toStdString()](const auto&, const auto&) -> base::Status {
            return inference::copyModel(from, to);
        },
        this); // each export has its own
    job->onSuccess([this, target] { emit exported(target); });
    connect(job, &JobBase::failed, this, &ModelsPanel::failed);
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start();
}

void ModelsPanel::askToRemove()
{
    const QString file = chosen();
    const QString title = m_list->currentIndex().siblingAtColumn(ModelListModel::Name).data().toString();
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Remove the model"),
                        tr("Remove %1? Its weights are deleted; what it segmented stays.").arg(shortened(title, 60)),
                        QMessageBox::Cancel, window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(remove, &QPushButton::clicked, this, [this, file] {
        if (const auto removed = m_collection.remove(file); !removed)
            emit failed(removed.error());
    });
    box->open();
}

void ModelsPanel::showFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(chosen()).absolutePath()));
}

} // namespace blastoscope::ui
