// SPDX-License-Identifier: Apache-2.0
#include "core/measure/cell_metrics.h"

#include <cmath>
#include <numbers>

#include "core/measure/convex_hull.h"
#include "core/measure/perimeter.h"

namespace blastoscope::measure {
namespace {

/// Means, and central second moments of the pixel area (a pixel is a square, not a point: hence 1/12).
struct Moments {
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
};

Moments momentsOf(const masks::Bitmap& mask, double area)
{
    Moments m;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (mask.at(x, y)) {
                m.x += x + .5;
                m.y += y + .5;
            }
    m.x /= area;
    m.y /= area;
    for (int y = 0; y < mask.height; ++y)
        for (int x = 0; x < mask.width; ++x)
            if (mask.at(x, y)) {
                const double dx = x + .5 - m.x, dy = y + .5 - m.y;
                m.xx += dx * dx;
                m.yy += dy * dy;
                m.xy += dx * dy;
            }
    m.xx = m.xx / area + 1. / 12;
    m.yy = m.yy / area + 1. / 12;
    m.xy /= area;
    return m;
}

void setEllipse(const Moments& m, CellMetrics& metrics)
{
    const double mean = (m.xx + m.yy) / 2;
    const double spread = std::hypot((m.xx - m.yy) / 2, m.xy);
    metrics.ellipseMajor = 4 * std::sqrt(mean + spread);
    metrics.ellipseMinor = 4 * std::sqrt(std::max(0.0, mean - spread));
    metrics.eccentricity = std::sqrt(2 * spread / (mean + spread));
    if (spread < 1e-9 * mean)
        return;
    // The image's y axis points down, the angle is counted towards the top.
    const double angle = -.5 * std::atan2(2 * m.xy, m.xx - m.yy) * 180 / std::numbers::pi;
    metrics.orientation = angle < 0 ? angle + 180 : angle;
    if (*metrics.orientation >= 180)
        metrics.orientation = 0;
}

} // namespace

CellMetrics measureCell(const masks::RleMask& silhouette)
{
    CellMetrics metrics;
    const base::Box box = silhouette.boundingBox();
    if (box.isEmpty())
        return metrics;
    const int left = int(box.x1), top = int(box.y1);
    const masks::Bitmap mask = silhouette.crop(left, top, int(box.width()), int(box.height()));

    metrics.area = double(silhouette.area());
    metrics.equivalentDiameter = 2 * std::sqrt(metrics.area / std::numbers::pi);
    metrics.sphereVolume = std::numbers::pi / 6 * std::pow(metrics.equivalentDiameter, 3);
    metrics.perimeter = perimeterOf(mask);
    metrics.circularity = 4 * std::numbers::pi * metrics.area / (metrics.perimeter * metrics.perimeter);

    const masks::Polygon hullOfCentres = convexHullOf(outerPixelCentres(mask));
    metrics.solidity = metrics.area / double(pixelsInside(hullOfCentres, mask.width, mask.height));
    const Feret feret = feretOf(convexHullOf(outerEdgeMiddles(mask)));
    metrics.feretMax = feret.max;
    metrics.feretMin = feret.min;

    const Moments moments = momentsOf(mask, metrics.area);
    metrics.centroid = {left + moments.x, top + moments.y};
    setEllipse(moments, metrics);
    metrics.touchesBorder =
        left == 0 || top == 0 || int(box.x2) == silhouette.width() || int(box.y2) == silhouette.height();
    return metrics;
}

} // namespace blastoscope::measure
