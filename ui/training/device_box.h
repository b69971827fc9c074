// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QComboBox>

#include "core/inference/segmenter.h"
#include "ui/jobs/job.h"

namespace blastoscope::ui {

/// Chooses the device that a run trains on, and finds out in the background what a choice comes down to, and why.
class DeviceBox : public QComboBox {
    Q_OBJECT
public:
    /// The device that a choice comes down to, with the reason. Called on a worker thread; may be empty.
    using Chooser = std::function<base::Result<inference::DeviceInfo>(inference::DeviceChoice)>;

    explicit DeviceBox(Chooser choose, QWidget* parent = nullptr);

    /// As in RunSettings: "auto", "cpu" or "cuda".
    QString device() const { return currentData().toString(); }
    /// A sentence that names the device and says why, or why it cannot be had; empty until that is known.
    const QString& reason() const { return m_reason; }

signals:
    void reasonChanged(const QString& reason);

private:
    inference::DeviceChoice choice() const;
    void ask();
    void setReason(const QString& reason);

    Chooser m_choose;
    QString m_reason;
    std::unique_ptr<Job<inference::DeviceInfo>> m_job;
};

} // namespace blastoscope::ui
