// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

namespace blastoscope::base {

/// A point in pixels; pixel (i, j) covers [i, i+1) x [j, j+1), so its centre is (i + 0.5, j + 0.5).
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// A continuous box (x1, y1, x2, y2) in pixels. A mask that fills pixels a..b spans [a, b + 1].
struct Box {
    double x1 = 0;
    double y1 = 0;
    double x2 = 0;
    double y2 = 0;

    double width() const { return x2 - x1; }
    double height() const { return y2 - y1; }
    double area() const { return std::max(0.0, width()) * std::max(0.0, height()); }
    Point center() const { return {(x1 + x2) / 2, (y1 + y2) / 2}; }
    bool isEmpty() const { return width() <= 0 || height() <= 0; }
    bool operator==(const Box&) const = default;
};

/// The common part; empty (zero or negative extent) when the boxes do not meet.
inline Box intersected(const Box& a, const Box& b)
{
    return {std::max(a.x1, b.x1), std::max(a.y1, b.y1), std::min(a.x2, b.x2), std::min(a.y2, b.y2)};
}

/// The smallest box around both, also where one of them is empty.
inline Box united(const Box& a, const Box& b)
{
    return {std::min(a.x1, b.x1), std::min(a.y1, b.y1), std::max(a.x2, b.x2), std::max(a.y2, b.y2)};
}

/// Whether the point lies inside or on the left or upper edge: of boxes side by side it is in one.
inline bool holds(const Box& box, const Point& point)
{
    return point.x >= box.x1 && point.x < box.x2 && point.y >= box.y1 && point.y < box.y2;
}

inline Box squareAround(const Point& center, double side)
{
    return {center.x - side / 2, center.y - side / 2, center.x + side / 2, center.y + side / 2};
}

/// Intersection over union in [0, 1]; 0 when either box is empty.
inline double iou(const Box& a, const Box& b)
{
    const double common = intersected(a, b).area();
    const double all = a.area() + b.area() - common;
    return all > 0 ? common / all : 0.0;
}

} // namespace blastoscope::base
