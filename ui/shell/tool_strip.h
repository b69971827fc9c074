// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace blastoscope::ui {

class BrushSettings;

/// A narrow column of tools beside the canvas, with the size of the brush while one is in use.
class ToolStrip : public QWidget {
    Q_OBJECT
public:
    explicit ToolStrip(const BrushSettings& brush, QWidget* parent = nullptr);

    void addTool(QAction& action);
    void setBrushShown(bool shown);
    /// Below the tools; the strip takes it over.
    void addSettings(QWidget& widget);

private:
    void showBrush();

    const BrushSettings& m_brush;
    QVBoxLayout* m_tools = nullptr;
    QVBoxLayout* m_settings = nullptr;
    QLabel* m_size = nullptr;
};

} // namespace blastoscope::ui
