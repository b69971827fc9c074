// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/model_picker.h"

#include <QFileDialog>
#include <QFileInfo>

#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

QString titleOf(const inference::ModelInfo& model)
{
    const QString name = QString::fromStdString(model.name);
    return model.version.empty() ? name : ModelPicker::tr("%1 v%2").arg(name, QString::fromStdString(model.version));
}

} // namespace

ModelPicker::ModelPicker(QStringList shippedModels, InfoReader readInfo, QWidget* parent)
    : QToolButton(parent), m_shipped(std::move(shippedModels)), m_readInfo(std::move(readInfo))
{
    setObjectName(QStringLiteral("modelPicker"));
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, &ModelPicker::fillMenu);
    fillMenu();
    setModelPath({});
    readShipped();
}

void ModelPicker::readShipped()
{
    if (m_shipped.isEmpty() || !m_readInfo)
        return;
    m_readShipped = std::make_unique<Job<KnownModels>>(
        tr("Reading the models' headers"),
        [read = m_readInfo, paths = m_shipped](const auto&, const auto&) -> base::Result<KnownModels> {
            KnownModels known;
            for (const QString& path : paths) {
                if (auto info = read(path.toStdString()))
                    known.insert(path, std::move(*info));
            }
            return known;
        });
    m_readShipped->onSuccess([this](const KnownModels& known) { m_known.insert(known); });
    m_readShipped->start();
}

void ModelPicker::setModelPath(const QString& path)
{
    m_path = path;
    showName(path.isEmpty() ? tr("No model") : QFileInfo(path).completeBaseName());
    setToolTip(path.isEmpty() ? tr("No model is installed. Choose a weight file.") : tr("The model that segments"));
    m_job = nullptr;
    if (path.isEmpty() || !m_readInfo)
        return;
    auto* job = new Job<inference::ModelInfo>(
        tr("Reading the model's header"),
        [read = m_readInfo, path](const auto&, const auto&) { return read(path.toStdString()); }, this);
    m_job = job;
    job->onSuccess([this, job](const inference::ModelInfo& model) {
        if (job == m_job)
            showLoaded(model);
    });
    connect(job, &JobBase::failed, this, [this, job](const base::Error& error) {
        if (job == m_job)
            showFailed(error);
    });
    connect(job, &JobBase::finished, job, &QObject::deleteLater);
    job->start();
}

void ModelPicker::showName(const QString& name)
{
    setText(shortened(name, 40) + QStringLiteral(" ▾"));
}

void ModelPicker::showLoaded(const inference::ModelInfo& model)
{
    m_known.insert(m_path, model);
    showName(titleOf(model));
    setToolTip(tr("<p><b>%1</b></p><p>%2</p><p>Licence: %3. Research use only.</p>")
                   .arg(titleOf(model).toHtmlEscaped(), QString::fromStdString(model.description).toHtmlEscaped(),
                        QString::fromStdString(model.licence).toHtmlEscaped()));
}

void ModelPicker::showFailed(const base::Error& error)
{
    setToolTip(QString::fromStdString(error.message));
}

QString ModelPicker::menuText(const QString& path) const
{
    const auto known = m_known.find(path);
    if (known == m_known.end())
        return QFileInfo(path).completeBaseName();
    const QString purpose = shortened(QString::fromStdString(known->description), 80);
    return tr("%1 – %2", "a model and what it is for").arg(titleOf(*known), purpose).replace('&', QLatin1String("&&"));
}

void ModelPicker::fillMenu()
{
    m_menu.clear();
    QStringList paths = m_shipped;
    if (!m_path.isEmpty() && !paths.contains(m_path))
        paths.append(m_path);
    for (const QString& path : paths) {
        QAction* action = m_menu.addAction(menuText(path));
        action->setCheckable(true);
        action->setChecked(path == m_path);
        connect(action, &QAction::triggered, this, [this, path] { emit modelChosen(path); });
    }
    m_menu.addSeparator();
    m_menu.addAction(tr("Choose a weight file…"), this, &ModelPicker::askForFile);
}

void ModelPicker::askForFile()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a model"), QFileInfo(m_path).path(),
                                   tr("Weights (*.safetensors);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ModelPicker::modelChosen);
    dialog->open();
}

} // namespace blastoscope::ui
