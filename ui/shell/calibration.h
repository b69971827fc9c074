// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include "ui/session/open_stack.h"
#include "ui/shell/calibration_dialog.h"

namespace blastoscope::ui {

class AppSettings;
class StackView;
class Workspace;

/// Leads through a calibration: the dialog, the line on the canvas, the properties of one or all stacks.
class Calibration : public QObject {
    Q_OBJECT
public:
    Calibration(Workspace& workspace, StackView& view, AppSettings& settings, QWidget& window);

    /// For the current stack, if there is one.
    void start();
    /// The answer goes to this stack, whichever is looked at by then. Closing it ends the question.
    void startFor(OpenStack& stack);
    CalibrationDialog* dialog() const { return m_dialog; }

signals:
    /// What to do on the canvas; empty = nothing more.
    void hintChanged(const QString& hint);

private:
    void drawLine();
    void endLine();
    void apply(std::optional<double> umPerPixel, bool fromPreset, bool allStacks);

    Workspace& m_workspace;
    StackView& m_view;
    AppSettings& m_settings;
    QWidget& m_window;
    QPointer<CalibrationDialog> m_dialog;
    QPointer<OpenStack> m_stack;
};

/// What a person entered earlier about this stack.
void recallProperties(OpenStack& stack, const AppSettings& settings);
void rememberProperties(const OpenStack& stack, AppSettings& settings);

} // namespace blastoscope::ui
