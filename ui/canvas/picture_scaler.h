// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QImage>
#include <QPoint>
#include <QSize>
#include <QTransform>

namespace blastoscope::ui {

/// The part of a picture that is on the screen, in device pixels.
struct ScaledPicture {
    QPoint topLeft;
    QImage image; ///< RGB32; null when nothing is in sight
};

/// Scales a picture for the screen fast enough for 4k at key-repeat rate (QPainter's smooth scaling is not): bilinear,
/// from a pyramid of halved pictures when it shrinks, and plain pixels from 8 device pixels per image pixel on. The
/// last result is kept, so that repainting without a change costs nothing.
class PictureScaler {
public:
    /// Grayscale8 and RGB32 are taken as they are, other formats are converted.
    void setPicture(const QImage& picture);
    bool isNull() const { return m_pyramid.empty(); }
    QSize size() const { return isNull() ? QSize() : m_pyramid.front().size(); }

    /// `matrix` (scale and translation only) leads from image to device pixels; `screen` is the size of the screen
    /// area.
    const ScaledPicture& scaled(const QTransform& matrix, const QSize& screen);

private:
    const QImage& level(int index);

    std::vector<QImage> m_pyramid; ///< each half the size of the one before
    QTransform m_matrix;
    QSize m_screen;
    bool m_valid = false;
    ScaledPicture m_result;
};

} // namespace blastoscope::ui
