// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/stack_properties_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include "ui/session/core_texts.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

namespace {

QString pixelText(const imaging::StackInfo& info)
{
    const QString type = info.pixelType == base::PixelType::U8    ? StackPropertiesDialog::tr("8-bit")
                         : info.pixelType == base::PixelType::U16 ? StackPropertiesDialog::tr("16-bit")
                                                                  : StackPropertiesDialog::tr("32-bit float");
    return info.samplesPerPixel == 3 ? StackPropertiesDialog::tr("%1 colour").arg(type) : type;
}

QString timesText(const OpenStack& stack)
{
    const imaging::StackInfo& info = stack.info();
    const auto& hours = info.timeHours;
    const bool known = !hours.empty() && std::all_of(hours.begin(), hours.end(), [](const auto& h) { return h; });
    if (!known)
        return StackPropertiesDialog::tr("not known");
    const QString span =
        StackPropertiesDialog::tr("%1 h to %2 h")
            .arg(QLocale().toString(*hours.front(), 'f', 2), QLocale().toString(*hours.back(), 'f', 2));
    switch (info.timeSource) {
    case imaging::TimeSource::Table:
        return StackPropertiesDialog::tr("%1 (from the table beside the images)").arg(span);
    case imaging::TimeSource::File: return StackPropertiesDialog::tr("%1 (from the file)").arg(span);
    case imaging::TimeSource::Overlay: return StackPropertiesDialog::tr("%1 (read from the pictures)").arg(span);
    case imaging::TimeSource::Nominal: return StackPropertiesDialog::tr("%1 (nominal interval)").arg(span);
    case imaging::TimeSource::Unknown: break;
    }
    return span;
}

QString calibrationText(const StackProperties& properties)
{
    if (!properties.umPerPixel)
        return StackPropertiesDialog::tr("not known: lengths are in pixels");
    const QString size =
        StackPropertiesDialog::tr("%1 µm per pixel").arg(QLocale().toString(*properties.umPerPixel, 'g', 5));
    switch (properties.calibrationSource) {
    case imaging::CalibrationSource::File: return StackPropertiesDialog::tr("%1 (from the file)").arg(size);
    case imaging::CalibrationSource::User: return StackPropertiesDialog::tr("%1 (entered)").arg(size);
    case imaging::CalibrationSource::Preset: return StackPropertiesDialog::tr("%1 (preset)").arg(size);
    case imaging::CalibrationSource::Unknown: break;
    }
    return size;
}

QLabel* fact(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(breakable(text), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

StackPropertiesDialog::StackPropertiesDialog(const OpenStack& stack, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Properties of %1").arg(shortened(stack.name(), 60)));
    auto* form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    addFacts(*form, stack);
    addEntries(*form, stack.properties());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    setMinimumWidth(gridUnit(this) * 60);
}

void StackPropertiesDialog::addFacts(QFormLayout& form, const OpenStack& stack)
{
    const imaging::StackInfo& info = stack.info();
    form.addRow(tr("Path:"), fact(QDir::toNativeSeparators(stack.path()), this));
    form.addRow(tr("Format:"), fact(QString::fromStdString(info.format), this));
    form.addRow(tr("Size:"),
                fact(tr("%1 × %2 pixels, %3").arg(info.width).arg(info.height).arg(pixelText(info)), this));
    QString axes = tr("%n frame(s)", nullptr, info.times);
    if (info.planes > 1)
        axes += tr(", %n focal plane(s)", nullptr, info.planes);
    if (info.channels > 1)
        axes += tr(", %n channel(s)", nullptr, info.channels);
    form.addRow(tr("Axes:"), fact(axes, this));
    form.addRow(tr("Times:"), fact(timesText(stack), this));
    auto* calibrate = new QPushButton(icon(Icon::Calibrate), tr("Calibrate…"), this);
    connect(calibrate, &QPushButton::clicked, this, [this] {
        accept();
        emit calibrateRequested();
    });
    auto* row = new QHBoxLayout;
    row->addWidget(fact(calibrationText(stack.properties()), this), 1);
    row->addWidget(calibrate);
    form.addRow(tr("Pixel size:"), row);
    QStringList warnings;
    for (const std::string& warning : info.warnings)
        warnings.append(inWindowLanguage(warning));
    if (!warnings.isEmpty())
        form.addRow(tr("Warnings:"), fact(warnings.join(u'\n'), this));
}

void StackPropertiesDialog::addEntries(QFormLayout& form, const StackProperties& properties)
{
    m_t0Known = new QCheckBox(tr("known, at"), this);
    m_t0Known->setChecked(properties.t0Hours.has_value());
    m_t0 = new QDoubleSpinBox(this);
    m_t0->setObjectName(QStringLiteral("t0Hours"));
    m_t0->setRange(-1000, 1000);
    m_t0->setDecimals(2);
    m_t0->setSuffix(tr(" h on the stack's clock"));
    m_t0->setValue(properties.t0Hours.value_or(0));
    m_t0->setEnabled(m_t0Known->isChecked());
    m_t0Known->setToolTip(tr("Times are then hours post insemination. Without it they are the stack's own."));
    connect(m_t0Known, &QCheckBox::toggled, m_t0, &QWidget::setEnabled);
    auto* row = new QHBoxLayout;
    row->addWidget(m_t0Known);
    row->addWidget(m_t0, 1);
    form.addRow(tr("Insemination (t0):"), row);

    m_insemination = new QComboBox(this);
    m_insemination->addItems({tr("not known"), tr("IVF: sperm added"), tr("ICSI: injection")});
    m_insemination->setCurrentIndex(int(properties.insemination));
    form.addRow(tr("Method:"), m_insemination);
    m_t0Before = enteredT0();
    m_inseminationBefore = m_insemination->currentIndex();
}

std::optional<double> StackPropertiesDialog::enteredT0() const
{
    return m_t0Known->isChecked() ? std::optional(m_t0->value()) : std::nullopt;
}

StackProperties StackPropertiesDialog::appliedTo(StackProperties now) const
{
    if (enteredT0() != m_t0Before)
        now.t0Hours = enteredT0();
    if (m_insemination->currentIndex() != m_inseminationBefore)
        now.insemination = Insemination(m_insemination->currentIndex());
    return now;
}

} // namespace blastoscope::ui
