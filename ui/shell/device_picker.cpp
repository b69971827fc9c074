// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/device_picker.h"

#include <QActionGroup>
#include <QMenu>

#include "ui/session/core_texts.h"

namespace blastoscope::ui {

DevicePicker::DevicePicker(QWidget* parent) : QToolButton(parent)
{
    setObjectName(QStringLiteral("devicePicker"));
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto* menu = new QMenu(this);
    m_actions = new QActionGroup(this);
    const std::pair<inference::DeviceChoice, QString> choices[] = {
        {inference::DeviceChoice::Auto, tr("Choose by itself")},
        {inference::DeviceChoice::Cpu, tr("CPU")},
        {inference::DeviceChoice::Cuda, tr("GPU (CUDA)")}};
    for (const auto& [choice, text] : choices) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(int(choice));
        m_actions->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            setChoice(choice);
            emit choiceMade(choice);
        });
    }
    setMenu(menu);
    setChoice(inference::DeviceChoice::Auto);
}

void DevicePicker::setChoice(inference::DeviceChoice choice)
{
    m_choice = choice;
    for (QAction* action : m_actions->actions())
        action->setChecked(action->data().toInt() == int(choice));
    showUnknown();
}

void DevicePicker::showUnknown()
{
    showText(m_choice == inference::DeviceChoice::Cuda ? tr("GPU") : tr("CPU"));
    setToolTip(tr("Known for certain once the model is loaded"));
}

void DevicePicker::showText(const QString& text)
{
    setText(text + QStringLiteral(" ▾"));
}

void DevicePicker::showLoading()
{
    showText(tr("Loading the model…"));
}

void DevicePicker::showDevice(const inference::DeviceInfo& device)
{
    const QString name = QString::fromStdString(device.name);
    showText(device.bf16 ? tr("%1 · bf16").arg(name) : name);
    setToolTip(device.reason.empty() ? tr("The model runs on %1").arg(name)
                                     : tr("The model runs on %1: %2").arg(name, inWindowLanguage(device.reason)));
}

QString deviceName(inference::DeviceChoice choice)
{
    switch (choice) {
    case inference::DeviceChoice::Cpu: return QStringLiteral("cpu");
    case inference::DeviceChoice::Cuda: return QStringLiteral("cuda");
    case inference::DeviceChoice::Auto: break;
    }
    return QStringLiteral("auto");
}

inference::DeviceChoice deviceChoiceOf(const QString& name)
{
    for (const auto choice : {inference::DeviceChoice::Cpu, inference::DeviceChoice::Cuda}) {
        if (deviceName(choice) == name)
            return choice;
    }
    return inference::DeviceChoice::Auto;
}

} // namespace blastoscope::ui
