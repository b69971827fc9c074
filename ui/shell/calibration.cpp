// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/calibration.h"

#include <QTimer>

#include "ui/canvas/canvas_view.h"
#include "ui/canvas/measure_line_tool.h"
#include "ui/canvas/select_tool.h"
#include "ui/session/workspace.h"
#include "ui/settings/app_settings.h"
#include "ui/shell/calibration_dialog.h"
#include "ui/shell/stack_view.h"
#include "ui/theme/metrics.h"

namespace blastoscope::ui {

namespace {

const QString kUmPerPixel = QStringLiteral("umPerPixel");
const QString kFromPreset = QStringLiteral("fromPreset");
const QString kT0Hours = QStringLiteral("t0Hours");
const QString kInsemination = QStringLiteral("insemination");

} // namespace

Calibration::Calibration(Workspace& workspace, StackView& view, AppSettings& settings, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_view(view), m_settings(settings), m_window(window)
{
}

void Calibration::start()
{
    if (OpenStack* stack = m_workspace.current())
        startFor(*stack);
}

void Calibration::startFor(OpenStack& stack)
{
    m_stack = &stack;
    if (!m_dialog) {
        m_dialog = new CalibrationDialog(&m_window);
        connect(m_dialog, &CalibrationDialog::drawLineRequested, this, &Calibration::drawLine);
        connect(m_dialog, &CalibrationDialog::applied, this, &Calibration::apply);
        connect(m_dialog, &CalibrationDialog::presetsChanged, this,
                [this](const imaging::PixelSizePresets& presets) { m_settings.setPixelSizePresets(presets); });
        connect(m_dialog, &QDialog::finished, this, &Calibration::endLine);
        connect(&m_workspace, &Workspace::stackClosed, m_dialog, [this](OpenStack* closed) {
            if (closed == m_stack && m_dialog->isVisible())
                m_dialog->reject();
        });
    }
    m_dialog->setStackName(stack.name());
    m_dialog->setPresets(m_settings.pixelSizePresets());
    m_dialog->setImageSize(stack.info().width, stack.info().height);
    m_dialog->setUmPerPixel(stack.properties().umPerPixel);
    // Beside the embryo, not over it.
    m_dialog->move(m_view.mapToGlobal(QPoint(gridUnit(&m_view), gridUnit(&m_view))));
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void Calibration::drawLine()
{
    m_workspace.setCurrent(m_stack);
    auto tool = std::make_unique<MeasureLineTool>(m_view.canvas());
    MeasureLineTool* line = tool.get();
    connect(line, &MeasureLineTool::lineDrawn, this,
            [this](const QLineF& drawn) {
                if (m_workspace.current() == m_stack) // pixels of another stack say nothing about this one
                    m_dialog->setLineLength(drawn.length());
            });
    connect(line, &MeasureLineTool::cancelled, this, &Calibration::endLine);
    connect(line, &CanvasTool::hintChanged, this, &Calibration::hintChanged);
    emit hintChanged(line->hint());
    m_view.canvas().setTool(std::move(tool));
    m_view.canvas().setFocus();
    m_window.activateWindow();
}

void Calibration::endLine()
{
    emit hintChanged({});
    // Not inside the tool's own event.
    QTimer::singleShot(0, &m_view.canvas(),
                       [canvas = &m_view.canvas()] { canvas->setTool(std::make_unique<SelectTool>(*canvas)); });
}

void Calibration::apply(std::optional<double> umPerPixel, bool fromPreset, bool allStacks)
{
    for (const auto& stack : m_workspace.stacks()) {
        if (!allStacks && stack.get() != m_stack)
            continue;
        StackProperties properties = stack->properties();
        properties.umPerPixel = umPerPixel;
        properties.calibrationSource = !umPerPixel  ? imaging::CalibrationSource::Unknown
                                       : fromPreset ? imaging::CalibrationSource::Preset
                                                    : imaging::CalibrationSource::User;
        stack->setProperties(properties);
        rememberProperties(*stack, m_settings);
    }
}

void recallProperties(OpenStack& stack, const AppSettings& settings)
{
    const QVariantMap values = settings.stackValues(stack.path());
    StackProperties properties = stack.properties();
    if (values.contains(kUmPerPixel)) {
        const double umPerPixel = values.value(kUmPerPixel).toDouble();
        properties.umPerPixel = umPerPixel > 0 ? std::optional(umPerPixel) : std::nullopt;
        properties.calibrationSource = umPerPixel <= 0                      ? imaging::CalibrationSource::Unknown
                                       : values.value(kFromPreset).toBool() ? imaging::CalibrationSource::Preset
                                                                            : imaging::CalibrationSource::User;
    }
    if (values.contains(kT0Hours))
        properties.t0Hours = values.value(kT0Hours).toDouble();
    properties.insemination = Insemination(qBound(0, values.value(kInsemination).toInt(), int(Insemination::Icsi)));
    stack.setProperties(properties);
}

void rememberProperties(const OpenStack& stack, AppSettings& settings)
{
    const StackProperties& properties = stack.properties();
    QVariantMap values;
    if (properties.calibrationSource != imaging::CalibrationSource::File) {
        values.insert(kUmPerPixel, properties.umPerPixel.value_or(0));
        values.insert(kFromPreset, properties.calibrationSource == imaging::CalibrationSource::Preset);
    }
    if (properties.t0Hours)
        values.insert(kT0Hours, *properties.t0Hours);
    if (properties.insemination != Insemination::Unknown)
        values.insert(kInsemination, int(properties.insemination));
    settings.setStackValues(stack.path(), values);
}

} // namespace blastoscope::ui
