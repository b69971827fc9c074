// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/fine_tuning_form.h"

#include <algorithm>

#include <QComboBox>
#include <QDate>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/theme/labels.h"
#include "ui/theme/metrics.h"
#include "ui/training/dataset_picker.h"
#include "ui/training/device_box.h"
#include "ui/training/model_collection.h"
#include "ui/training/narrow_combo_box.h"

namespace blastoscope::ui {

namespace {

using dataset::AugmentationStrength;

enum Unit { Minutes, Epochs };

constexpr int kUsualBatch = 4;
constexpr double kDefaultMinutes = 10;
constexpr int kDefaultEpochs = 30;
constexpr int kDefaultShare = 50;
constexpr int kLooksAtHeldOut = 5; ///< how often the held-out frames are measured while training

std::vector<std::string> frozenParts(const QString& text)
{
    std::vector<std::string> parts;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts))
        parts.push_back(part.toStdString());
    return parts;
}

} // namespace

FineTuningForm::FineTuningForm(const TrainingServices& services, ModelCollection& models,
                               const QString& datasetsFolder, QWidget* parent)
    : QWidget(parent), m_services(services), m_models(models)
{
    m_column = new QVBoxLayout(this);
    m_column->setSpacing(gridUnit(this) / 2);
    createInputs(datasetsFolder);
    createSettings();
    m_hint = wrappedLabel({}, this);
    m_start = new QPushButton(tr("Start fine-tuning"), this);
    m_start->setObjectName(QStringLiteral("startFineTuning"));
    m_column->addSpacing(gridUnit(this));
    m_column->addWidget(m_hint);
    m_column->addWidget(m_start);
    m_column->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (const auto chosen = settings())
            emit startRequested(*chosen);
    });
    connect(&m_models, &ModelCollection::changed, this, &FineTuningForm::fillModels);
    connect(&m_models, &ModelCollection::defaultChanged, this, &FineTuningForm::fillModels);
    fillModels();
}

QLabel* FineTuningForm::addField(const QString& name, QWidget* field, const QString& explanation)
{
    auto* title = new QLabel(name, this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setBuddy(field);
    m_column->addSpacing(gridUnit(this));
    m_column->addWidget(title);
    m_column->addWidget(field);
    QLabel* text = wrappedLabel(explanation, this);
    text->setForegroundRole(QPalette::PlaceholderText);
    m_column->addWidget(text);
    return text;
}

void FineTuningForm::createInputs(const QString& datasetsFolder)
{
    m_base = narrowComboBox("baseModel", this);
    addField(tr("Model to start from"), m_base,
             tr("The new model begins as a copy of this one and learns your corrections. The old one stays as it is."));
    m_dataset = new DatasetPicker(datasetsFolder, this);
    addField(
        tr("Training set"), m_dataset,
        tr("Frames that you accepted. Some embryos are held out: the model never sees them while it learns, so that it "
           "can be judged by them."));
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("newModelName"));
    m_name->setMaxLength(80);
    addField(tr("Name of the new model"), m_name, tr("What it is called in the list of models and in every export."));
    connect(m_name, &QLineEdit::textChanged, this, &FineTuningForm::updateStart);
    connect(m_base, &QComboBox::currentIndexChanged, this, &FineTuningForm::updateStart);
    connect(m_dataset, &DatasetPicker::changed, this, &FineTuningForm::updateStart);
    connect(m_dataset, &DatasetPicker::buildRequested, this, &FineTuningForm::buildRequested);
}

QWidget* FineTuningForm::budgetField()
{
    auto* field = new QWidget(this);
    m_budget = new QDoubleSpinBox(field);
    m_budget->setObjectName(QStringLiteral("budget"));
    m_budget->setDecimals(0);
    m_budget->setRange(1, 10'000);
    m_budget->setValue(kDefaultMinutes);
    m_unit = narrowComboBox("budgetUnit", field);
    m_unit->addItems({tr("minutes"), tr("epochs")});
    connect(m_unit, &QComboBox::currentIndexChanged, this,
            [this](int unit) { m_budget->setValue(unit == Minutes ? kDefaultMinutes : kDefaultEpochs); });
    auto* layout = new QHBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_budget);
    layout->addWidget(m_unit, 1);
    return field;
}

void FineTuningForm::createSettings()
{
    addField(
        tr("How long"), budgetField(),
        tr("Ten minutes are enough for some twenty frames. In one epoch every frame is seen once. Measuring the new "
           "model takes a few minutes more."));
    m_rate = narrowComboBox("learningRate", this);
    m_rate->addItem(tr("Careful (0.00003)"), 3e-5);
    m_rate->addItem(tr("Usual (0.0001)"), 1e-4);
    m_rate->addItem(tr("Bold (0.0003)"), 3e-4);
    m_rate->setCurrentIndex(1);
    addField(tr("Learning rate"), m_rate,
             tr("How far each step changes the model. Bold learns faster but forgets more and may become unsteady."));
    m_frozen = narrowComboBox("frozenLayers", this);
    m_frozen->addItem(tr("Nothing"), QString());
    m_frozen->addItem(tr("Feature extractor (backbone)"), QStringLiteral("backbone"));
    m_frozen->addItem(tr("Feature extractor and pyramid (backbone, fpn)"), QStringLiteral("backbone,fpn"));
    addField(tr("Frozen layers"), m_frozen,
             tr("Layers that stay as they are. Freezing is faster and forgets less, but adapts less to new pictures."));
    m_augmentation = narrowComboBox("augmentation", this);
    m_augmentation->addItem(tr("Off"), int(AugmentationStrength::Off));
    m_augmentation->addItem(tr("Gentle"), int(AugmentationStrength::Gentle));
    m_augmentation->addItem(tr("Usual"), int(AugmentationStrength::Usual));
    m_augmentation->addItem(tr("Strong"), int(AugmentationStrength::Strong));
    m_augmentation->setCurrentIndex(2);
    addField(
        tr("Augmentation"), m_augmentation,
        tr("Frames are turned, mirrored and changed in light and sharpness at random, so that the model learns shapes "
           "and not these very pictures."));
    m_share = new QSpinBox(this);
    m_share->setObjectName(QStringLiteral("simulatedShare"));
    m_share->setRange(0, 90);
    m_share->setSingleStep(10);
    m_share->setSuffix(tr(" %"));
    m_share->setValue(kDefaultShare);
    addField(
        tr("Simulated frames mixed in"), m_share,
        tr("Against forgetting: with none the model fits your frames sooner and loses what it knew about others."));
    m_device = new DeviceBox(m_services.chooseDevice, this);
    m_device->setObjectName(QStringLiteral("trainingDevice"));
    QLabel* reason = addField(tr("Device"), m_device, m_device->reason());
    reason->setObjectName(QStringLiteral("deviceReason"));
    connect(m_device, &DeviceBox::reasonChanged, reason, &QLabel::setText);
}

void FineTuningForm::fillModels()
{
    const QString chosen = m_base->currentData().toString();
    const QSignalBlocker quiet(m_base);
    m_base->clear();
    for (const inference::ShelvedModel& model : m_models.models()) {
        if (model.card)
            m_base->addItem(QString::fromStdString(model.card->title()), QString::fromStdString(model.file.string()));
    }
    for (const QString& wish : {m_models.defaultModel(), chosen}) {
        if (const int index = m_base->findData(wish); index >= 0)
            m_base->setCurrentIndex(index);
    }
    proposeName();
    updateStart();
}

void FineTuningForm::setMinutes(double minutes)
{
    m_unit->setCurrentIndex(Minutes);
    m_budget->setValue(minutes);
}

void FineTuningForm::setEpochs(int epochs)
{
    m_unit->setCurrentIndex(Epochs);
    m_budget->setValue(epochs);
}

void FineTuningForm::setSimulatedShare(double share)
{
    m_share->setValue(qRound(100 * share));
}

void FineTuningForm::reloadDatasets(const QString& folder)
{
    m_dataset->reload(folder);
}

/// A name that a person typed stays.
void FineTuningForm::proposeName()
{
    if (m_name->isModified() && !m_name->text().isEmpty())
        return;
    const inference::ModelCard* base = m_models.cardOf(m_base->currentData().toString());
    const QString stem = base ? QString::fromStdString(base->name) : tr("model");
    m_name->setText(stem.section(u'@', 0, 0) + u'@' + QDate::currentDate().toString(Qt::ISODate));
    m_name->setModified(false);
}

void FineTuningForm::setBlocked(const QString& reason)
{
    m_blocked = reason;
    updateStart();
}

void FineTuningForm::updateStart()
{
    if (!m_start)
        return;
    const auto chosen = settings();
    const QString missing = chosen ? QString() : QString::fromStdString(chosen.error().message);
    const QString reason = m_blocked.isEmpty() ? missing : m_blocked;
    m_start->setEnabled(reason.isEmpty());
    m_hint->setText(reason);
    m_hint->setVisible(!reason.isEmpty());
}

base::Result<RunSettings> FineTuningForm::settings() const
{
    const auto missing = [](const QString& what) {
        return base::fail(base::ErrorCode::InvalidArgument, what.toStdString());
    };
    const DatasetSummary* set = m_dataset->dataset();
    const inference::ModelCard* base = m_models.cardOf(m_base->currentData().toString());
    if (!base)
        return missing(tr("Choose a model to start from."));
    if (!set)
        return missing(tr("Choose or build a training set."));
    if (set->train.frames == 0)
        return missing(tr("This training set has no frame to learn from."));
    if (m_name->text().trimmed().isEmpty())
        return missing(tr("Give the new model a name."));
    RunSettings settings;
    settings.title = m_name->text().trimmed();
    settings.baseTitle = QString::fromStdString(base->title());
    settings.basePath = m_base->currentData().toString();
    settings.datasetPath = set->folder;
    settings.device = m_device->device();
    dataset::FineTuning& tuning = settings.tuning;
    tuning.simulatedShare = m_share->value() / 100.0;
    tuning.learningRate = m_rate->currentData().toDouble();
    tuning.freeze = frozenParts(m_frozen->currentData().toString());
    tuning.augmentation = AugmentationStrength(m_augmentation->currentData().toInt());
    tuning.batch = base->trainingBatch > 0 ? base->trainingBatch : kUsualBatch;
    tuning.evaluateMinutes = 2; // where the length in minutes is not known
    if (m_unit->currentIndex() == Minutes) {
        tuning.minutes = m_budget->value();
        tuning.evaluateMinutes = std::max(1.0, *tuning.minutes / kLooksAtHeldOut);
    } else {
        settings.epochs = int(m_budget->value());
        tuning.steps =
            dataset::stepsForEpochs(settings.epochs, set->train.frames, *tuning.batch, *tuning.simulatedShare);
    }
    return settings;
}

} // namespace blastoscope::ui
