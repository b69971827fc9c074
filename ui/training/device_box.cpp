// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/device_box.h"

#include <utility>

#include "ui/session/core_texts.h"

namespace blastoscope::ui {

using inference::DeviceChoice;

DeviceBox::DeviceBox(Chooser choose, QWidget* parent) : QComboBox(parent), m_choose(std::move(choose))
{
    addItem(tr("Choose by itself"), QStringLiteral("auto"));
    addItem(tr("CPU"), QStringLiteral("cpu"));
    addItem(tr("GPU (CUDA)"), QStringLiteral("cuda"));
    connect(this, &QComboBox::currentIndexChanged, this, &DeviceBox::ask);
    ask();
}

DeviceChoice DeviceBox::choice() const
{
    return device() == QLatin1String("cpu")    ? DeviceChoice::Cpu
           : device() == QLatin1String("cuda") ? DeviceChoice::Cuda
                                               : DeviceChoice::Auto;
}

void DeviceBox::ask()
{
    if (!m_choose || m_job) // CUDA may take seconds to answer for the first time; then it is asked again if need be
        return;
    const DeviceChoice asked = choice();
    m_job = std::make_unique<Job<inference::DeviceInfo>>(
        tr("Looking for a GPU"), [choose = m_choose, asked](const auto&, const auto&) { return choose(asked); });
    m_job->onSuccess([this, asked](const inference::DeviceInfo& device) {
        if (asked == choice())
            setReason(
                tr("Trains on %1: %2.").arg(QString::fromStdString(device.name), inWindowLanguage(device.reason)));
    });
    connect(m_job.get(), &JobBase::failed, this, [this, asked](const base::Error& error) {
        if (asked == choice())
            setReason(QString::fromStdString(error.message));
    });
    connect(m_job.get(), &JobBase::finished, this, [this, asked] {
        m_job.release()->deleteLater();
        if (asked != choice())
            ask();
    });
    m_job->start();
}

void DeviceBox::setReason(const QString& reason)
{
    m_reason = reason;
    emit reasonChanged(reason);
}

} // namespace blastoscope::ui
