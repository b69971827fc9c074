// SPDX-License-Identifier: Apache-2.0
#include "core/inference/crop_transform.h"

#include <algorithm>
#include <cmath>

namespace blastoscope::inference {

namespace {

double longerSide(const base::Box& box)
{
    return std::max(box.width(), box.height());
}

base::Box boxAround(const base::Point& center, double width, double height)
{
    return {center.x - width / 2, center.y - height / 2, center.x + width / 2, center.y + height / 2};
}

int roundedUp(double length, int multiple)
{
    // A hair below the next multiple is that multiple: 192.0000001 must not become 196.
    return std::max(1, int(std::ceil(length / multiple - 1e-6))) * multiple;
}

} // namespace

CropTransform CropTransform::around(const base::Box& object, double fieldOfView, int size)
{
    const double side = std::max(longerSide(object), 1.0) * fieldOfView;
    return {boxAround(object.center(), side, side), size, size};
}

CropTransform CropTransform::overview(int imageWidth, int imageHeight, int longerSide, int multiple)
{
    const double scale = double(std::max(imageWidth, imageHeight)) / longerSide;
    const int width = roundedUp(imageWidth / scale, multiple);
    const int height = roundedUp(imageHeight / scale, multiple);
    return {boxAround({imageWidth / 2.0, imageHeight / 2.0}, width * scale, height * scale), width, height};
}

base::Box CropTransform::toImage(const base::Box& crop) const
{
    const double sx = m_window.width() / m_width, sy = m_window.height() / m_height;
    return {m_window.x1 + crop.x1 * sx, m_window.y1 + crop.y1 * sy, m_window.x1 + crop.x2 * sx,
            m_window.y1 + crop.y2 * sy};
}

base::Box CropTransform::toCrop(const base::Box& image) const
{
    const double sx = m_width / m_window.width(), sy = m_height / m_window.height();
    return {(image.x1 - m_window.x1) * sx, (image.y1 - m_window.y1) * sy, (image.x2 - m_window.x1) * sx,
            (image.y2 - m_window.y1) * sy};
}

bool isOffTarget(const base::Box& expected, const base::Box& found, double tolerance)
{
    const double side = longerSide(expected);
    const double dx = found.center().x - expected.center().x, dy = found.center().y - expected.center().y;
    return std::abs(longerSide(found) - side) > tolerance * side || std::hypot(dx, dy) > tolerance / 2 * side;
}

} // namespace blastoscope::inference
