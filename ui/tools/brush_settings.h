// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace blastoscope::ui {

/// The round brush that brush and eraser share.
class BrushSettings : public QObject {
    Q_OBJECT
public:
    static constexpr double kSmallest = 0.75; ///< image pixels; from here on every point hits a pixel
    static constexpr double kLargest = 500;

    using QObject::QObject;

    /// Image pixels.
    double radius() const { return m_radius; }
    /// Kept within [kSmallest, kLargest].
    void setRadius(double radius);
    /// By about a tenth, but at least half a pixel, per step; negative steps make the brush smaller.
    void step(int steps);

signals:
    void radiusChanged(double radius);

private:
    double m_radius = 12;
};

} // namespace blastoscope::ui
