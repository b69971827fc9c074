// SPDX-License-Identifier: Apache-2.0
#include "core/masks/shape_blend.h"

#include <utility>

#include "core/masks/distance.h"

namespace blastoscope::masks {
namespace {

/// Pixel middles lie half a pixel from the outline.
std::vector<float> signedDistance(const Bitmap& mask)
{
    std::vector<float> result = distanceTo(mask, true);
    const std::vector<float> toOutside = distanceTo(mask, false);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = mask.pixels[i] ? toOutside[i] - .5f : .5f - result[i];
    return result;
}

} // namespace

ShapeBlend::ShapeBlend(RleMask from, RleMask to) : m_from(std::move(from)), m_to(std::move(to))
{
    const base::Box box = base::united(m_from.boundingBox(), m_to.boundingBox());
    m_x = int(box.x1) - 1;
    m_y = int(box.y1) - 1;
    m_width = int(box.width()) + 2;
    m_height = int(box.height()) + 2;
    m_fromDistance = signedDistance(m_from.crop(m_x, m_y, m_width, m_height));
    m_toDistance = signedDistance(m_to.crop(m_x, m_y, m_width, m_height));
}

RleMask ShapeBlend::at(double share) const
{
    if (share <= 0)
        return m_from;
    if (share >= 1)
        return m_to;
    const float b = float(share), a = 1 - b;
    Bitmap shape(m_width, m_height);
    for (std::size_t i = 0; i < shape.pixels.size(); ++i)
        shape.pixels[i] = a * m_fromDistance[i] + b * m_toDistance[i] > 0;
    return RleMask::fromCrop(shape, m_x, m_y, m_from.width(), m_from.height());
}

} // namespace blastoscope::masks
