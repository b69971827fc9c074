// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/segment_commands.h"

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QStatusBar>

#include "core/base/log.h"
#include "ui/session/look_check.h"
#include "ui/session/workspace.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/device_picker.h"
#include "ui/shell/look_sign.h"
#include "ui/shell/message_bar.h"
#include "ui/shell/model_picker.h"
#include "ui/shell/progress_strip.h"
#include "ui/shell/segment_range_dialog.h"
#include "ui/shell/track_commands.h"
#include "ui/shell/track_correction.h"
#include "ui/theme/text.h"

namespace blastoscope::ui {

SegmentCommands::SegmentCommands(const ShellContext& context, SegmentationQueue& queue, SegmentationRuns& runs,
                                 TrackingRuns& tracking, const ShellServices& services, QStatusBar& bar,
                                 QObject* parent)
    : CommandGroup(context, QStringLiteral("segment"), tr("&Segment"), parent), m_queue(queue), m_runs(runs),
      m_tracking(tracking), m_services(services)
{
    createActions();
    createStatusWidgets(bar, services);
    connectQueue();
    connectTracking();
    connect(&shell().workspace, &Workspace::currentChanged, this, &SegmentCommands::updateEnabled);
    updateEnabled();
    applyLoader();
}

void SegmentCommands::createActions()
{
    using annotation::ReplacePolicy;
    m_stackActions << add(
        "frame", tr("Segment &frame"), [this] { m_runs.segmentFrame(*current()); }, {Qt::Key_F5}, Icon::SegmentFrame);
    m_stackActions << add(
        "stack", tr("Segment &all frames"), [this] { m_runs.segmentStack(*current()); }, {Qt::CTRL | Qt::Key_F5},
        Icon::SegmentStack);
    m_stackActions << add("range", tr("Segment ran&ge…"), [this] { segmentRange(); });
    m_stackActions << add(
        "allStacks", tr("Segment all open &stacks"), [this] { m_runs.segmentAllStacks(); },
        {Qt::CTRL | Qt::SHIFT | Qt::Key_F5}, Icon::SegmentStack);
    addSeparator();
    new TrackCommands(shell(), menu(), m_tracking, this);
    new TrackCorrection(shell(), menu(), this);
    addSeparator();
    m_stackActions << add("frameAnew", tr("Segment frame anew, &replacing my work"),
                          [this] { m_runs.segmentFrame(*current(), ReplacePolicy::ReplaceAll); });
    addSeparator();
    m_cancel = add(
        "cancel", tr("&Cancel segmentation"), [this] { cancel(); }, {Qt::CTRL | Qt::Key_Period}, Icon::Stop);
    for (QAction* action : menu().actions())
        action->setAutoRepeat(false); // a key that is held starts one run
}

void SegmentCommands::segmentRange()
{
    auto* dialog = new SegmentRangeDialog(*current(), &shell().window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { m_runs.segmentRange(dialog->stack(), dialog->range()); });
    openForStack(*dialog);
}

void SegmentCommands::createStatusWidgets(QStatusBar& bar, const ShellServices& services)
{
    m_device = new DevicePicker(&bar);
    m_device->setChoice(deviceChoiceOf(shell().settings.device()));
    m_model = new ModelPicker(services.shippedModels, services.readModelInfo, &bar);
    const QString chosen = shell().settings.modelPath();
    m_model->setModelPath(chosen.isEmpty() ? services.shippedModels.value(0) : chosen);
    m_progress = new ProgressStrip(&bar);
    bar.addWidget(m_device);
    bar.addWidget(m_model);
    auto* sign = new LookSign(&bar);
    bar.addWidget(sign);
    m_look = new LookCheck(shell().workspace, services.readLookJudge, this);
    m_look->setModel(m_model->modelPath());
    connect(m_look, &LookCheck::changed, sign, [this, sign] { sign->showDifferences(m_look->differences()); });
    bar.addPermanentWidget(m_progress);
    connect(m_progress, &ProgressStrip::cancelRequested, this, &SegmentCommands::cancel);
    connect(m_model, &ModelPicker::modelChosen, this, &SegmentCommands::useModel);
    connect(m_device, &DevicePicker::choiceMade, this, [this](inference::DeviceChoice choice) {
        shell().settings.setDevice(deviceName(choice));
        applyLoader();
        m_queue.loadModel();
    });
}

void SegmentCommands::connectQueue()
{
    connect(&m_queue, &SegmentationQueue::started, this, [this] {
        m_kept = 0;
        m_progress->showProgress(tr("Segmenting"), 0, 0, std::nullopt, true);
        updateEnabled();
    });
    connect(&m_queue, &SegmentationQueue::progressed, this, &SegmentCommands::showProgress);
    connect(&m_queue, &SegmentationQueue::finished, this, &SegmentCommands::showSummary);
    connect(&m_queue, &SegmentationQueue::modelLoading, m_device, &DevicePicker::showLoading);
    connect(&m_queue, &SegmentationQueue::modelLoaded, this,
            [this](const inference::ModelInfo& model, const inference::DeviceInfo& device) {
                m_device->showDevice(device);
                m_model->showLoaded(model);
                emit modelLoaded({model.name, model.version, model.sha256, model.licence});
            });
    connect(&m_queue, &SegmentationQueue::deviceChanged, m_device, &DevicePicker::showDevice);
    connect(&m_queue, &SegmentationQueue::modelFailed, this, [this](const base::Error& error) {
        m_device->setChoice(m_device->choice());
        m_model->showFailed(error);
        shell().messages.showError(error);
    });
    connect(&m_runs, &SegmentationRuns::frameKept, this, [this] { ++m_kept; });
    connect(&m_runs, &SegmentationRuns::frameFailed, this,
            [this](OpenStack*, int, const base::Error& error) { m_lastFrameError = error; });
}

void SegmentCommands::connectTracking()
{
    connect(&m_tracking, &TrackingRuns::started, this, &SegmentCommands::updateEnabled);
    connect(&m_tracking, &TrackingRuns::progressed, this,
            [this](const OpenStack* stack, const base::Progress& progress) {
                if (!m_queue.isBusy())
                    m_progress->showProgress(tr("Following the cells of %1").arg(shortened(stack->name(), 32)),
                                             int(progress.done), int(progress.total), std::nullopt, true);
            });
    connect(&m_tracking, &TrackingRuns::finished, this, [this] {
        if (!m_queue.isBusy() && !m_tracking.isBusy())
            m_progress->clear();
        updateEnabled();
    });
}

void SegmentCommands::cancel()
{
    m_queue.cancel();
    m_tracking.cancel();
}

void SegmentCommands::warmUp()
{
    if (!m_model->modelPath().isEmpty())
        m_queue.loadModel();
}

void SegmentCommands::useModel(const QString& path)
{
    shell().settings.setModelPath(m_services.shippedModels.value(0) == path ? QString() : path);
    m_model->setModelPath(path);
    m_look->setModel(path);
    applyLoader();
    m_queue.loadModel();
    emit modelChanged(path);
}

QString SegmentCommands::modelPath() const
{
    return m_model->modelPath();
}

void SegmentCommands::applyLoader()
{
    const QString path = m_model->modelPath();
    if (path.isEmpty() || !m_services.loadSegmenter) {
        m_queue.setLoader({});
        return;
    }
    inference::SegmenterOptions options;
    options.device = m_device->choice();
    m_queue.setLoader([load = m_services.loadSegmenter, weights = std::filesystem::path(path.toStdString()), options] {
        return load(weights, options);
    });
}

void SegmentCommands::showProgress(const SegmentationProgress& progress)
{
    m_progress->showProgress(tr("Segmenting %1").arg(shortened(progress.stackName, 32)), progress.done, progress.total,
                             progress.secondsLeft, true);
}

void SegmentCommands::showSummary(const SegmentationSummary& summary)
{
    m_progress->clear();
    updateEnabled();
    base::logInfo("ui", std::to_string(summary.segmented) + " frames segmented, " + std::to_string(summary.failed)
                            + " failed, in " + durationText(summary.seconds).toStdString());
    QStringList parts;
    if (summary.segmented > 1)
        parts << tr("%n frame(s) segmented in %1", nullptr, summary.segmented).arg(durationText(summary.seconds));
    if (m_kept > 0)
        parts << tr("%n reviewed frame(s) left as they are", nullptr, m_kept);
    if (summary.cancelled)
        parts << tr("cancelled; what was finished stays");
    if (summary.failed > 0) {
        parts << tr("%n frame(s) could not be segmented: %1", nullptr, summary.failed)
                     .arg(QString::fromStdString(m_lastFrameError.message));
    }
    if (parts.isEmpty())
        return;
    shell().messages.show({.kind = summary.failed > 0 ? MessageKind::Warning : MessageKind::Information,
                           .text = parts.join(QStringLiteral("; ")),
                           .details = summary.failed > 0 ? QString::fromStdString(m_lastFrameError.detail) : QString(),
                           .key = QStringLiteral("segmentation summary")});
}

void SegmentCommands::updateEnabled()
{
    for (QAction* action : m_stackActions)
        action->setEnabled(current() != nullptr);
    m_cancel->setEnabled(m_queue.isBusy() || m_tracking.isBusy());
}

} // namespace blastoscope::ui
