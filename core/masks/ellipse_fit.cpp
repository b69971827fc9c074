// SPDX-License-Identifier: Apache-2.0
#include "core/masks/ellipse_fit.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/masks/contour.h"

namespace blastoscope::masks {
namespace {

using Vec = std::array<double, 3>;
using Mat = std::array<Vec, 3>; ///< rows

constexpr std::size_t kFewestPoints = 6;

double dot(const Vec& a, const Vec& b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vec cross(const Vec& a, const Vec& b)
{
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double determinant(const Mat& m)
{
    return dot(m[0], cross(m[1], m[2]));
}

Mat transposed(const Mat& m)
{
    return {Vec{m[0][0], m[1][0], m[2][0]}, Vec{m[0][1], m[1][1], m[2][1]}, Vec{m[0][2], m[1][2], m[2][2]}};
}

Mat product(const Mat& a, const Mat& b)
{
    const Mat columns = transposed(b);
    Mat result{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            result[i][j] = dot(a[i], columns[j]);
    return result;
}

/// Nothing for a singular matrix.
std::optional<Mat> inverse(const Mat& m)
{
    const double d = determinant(m);
    if (!(std::abs(d) > 1e-12))
        return std::nullopt;
    Mat adjugate = transposed({cross(m[1], m[2]), cross(m[2], m[0]), cross(m[0], m[1])});
    for (Vec& row : adjugate)
        for (double& value : row)
            value /= d;
    return adjugate;
}

/// Real roots of x^3 + a x^2 + b x + c.
std::vector<double> cubicRoots(double a, double b, double c)
{
    const double q = (a * a - 3 * b) / 9, r = (2 * a * a * a - 9 * a * b + 27 * c) / 54;
    if (r * r < q * q * q) {
        const double theta = std::acos(std::clamp(r / std::sqrt(q * q * q), -1., 1.)), m = -2 * std::sqrt(q);
        const double turn = 2 * std::acos(-1.);
        return {m * std::cos(theta / 3) - a / 3, m * std::cos((theta + turn) / 3) - a / 3,
                m * std::cos((theta - turn) / 3) - a / 3};
    }
    const double s = -std::copysign(std::cbrt(std::abs(r) + std::sqrt(r * r - q * q * q)), r);
    return {s + (s != 0 ? q / s : 0) - a / 3};
}

/// The vector that `m` maps to nearly nothing.
Vec kernelOf(const Mat& m)
{
    Vec best{};
    for (const Vec& candidate : {cross(m[0], m[1]), cross(m[1], m[2]), cross(m[2], m[0])})
        if (dot(candidate, candidate) > dot(best, best))
            best = candidate;
    return best;
}

/// a x^2 + b x y + c y^2 + d x + e y + f = 0.
struct Conic {
    double a, b, c, d, e, f;
};

std::optional<Conic> fittedConic(const std::vector<base::Point>& points)
{
    Mat s1{}, s2{}, s3{};
    for (const base::Point& p : points) {
        const Vec quadratic{p.x * p.x, p.x * p.y, p.y * p.y}, linear{p.x, p.y, 1};
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j) {
                s1[i][j] += quadratic[i] * quadratic[j];
                s2[i][j] += quadratic[i] * linear[j];
                s3[i][j] += linear[i] * linear[j];
            }
    }
    const auto inverted = inverse(s3);
    if (!inverted)
        return std::nullopt;
    Mat t = product(*inverted, transposed(s2));
    for (Vec& row : t)
        for (double& value : row)
            value = -value;
    const Mat correction = product(s2, t);
    Mat m{};
    for (std::size_t j = 0; j < 3; ++j) {
        m[0][j] = (s1[2][j] + correction[2][j]) / 2;
        m[1][j] = -(s1[1][j] + correction[1][j]);
        m[2][j] = (s1[0][j] + correction[0][j]) / 2;
    }
    const double trace = m[0][0] + m[1][1] + m[2][2];
    const double minors = m[0][0] * m[1][1] - m[0][1] * m[1][0] + m[0][0] * m[2][2] - m[0][2] * m[2][0] +
                          m[1][1] * m[2][2] - m[1][2] * m[2][1];
    for (const double lambda : cubicRoots(-trace, minors, -determinant(m))) {
        Mat shifted = m;
        for (std::size_t i = 0; i < 3; ++i)
            shifted[i][i] -= lambda;
        const Vec v = kernelOf(shifted);
        if (4 * v[0] * v[2] - v[1] * v[1] <= 0)
            continue;
        return Conic{v[0], v[1], v[2], dot(t[0], v), dot(t[1], v), dot(t[2], v)};
    }
    return std::nullopt;
}

std::optional<Ellipse> toEllipse(const Conic& k)
{
    const double det = 4 * k.a * k.c - k.b * k.b;
    const base::Point center{(k.b * k.e - 2 * k.c * k.d) / det, (k.b * k.d - 2 * k.a * k.e) / det};
    const double atCenter = k.f + (k.d * center.x + k.e * center.y) / 2;
    const double mean = (k.a + k.c) / 2, spread = std::hypot((k.a - k.c) / 2, k.b / 2);
    const double major = -atCenter / (mean - std::copysign(spread, mean));
    const double minor = -atCenter / (mean + std::copysign(spread, mean));
    if (!(major > 0) || !(minor > 0) || !std::isfinite(major))
        return std::nullopt;
    // The direction in which the quadratic form is smallest.
    const double angle = std::atan2(k.b, k.a - k.c) / 2 + (mean > 0 ? std::acos(-1.) / 2 : 0);
    return Ellipse{center, std::sqrt(major), std::sqrt(minor), angle};
}

} // namespace

std::optional<Ellipse> momentEllipse(const RleMask& mask)
{
    const base::Box box = mask.boundingBox();
    const Bitmap pixels = mask.crop(int(box.x1), int(box.y1), int(box.width()), int(box.height()));
    double n = 0, x = 0, y = 0, xx = 0, xy = 0, yy = 0;
    for (int row = 0; row < pixels.height; ++row)
        for (int column = 0; column < pixels.width; ++column)
            if (pixels.at(column, row)) {
                const double px = column + .5, py = row + .5;
                n += 1, x += px, y += py, xx += px * px, xy += px * py, yy += py * py;
            }
    if (n == 0)
        return std::nullopt;
    const double mx = x / n, my = y / n;
    // A pixel is a square, not a point: 1/12 of its own.
    const double cxx = xx / n - mx * mx + 1. / 12, cyy = yy / n - my * my + 1. / 12, cxy = xy / n - mx * my;
    const double mean = (cxx + cyy) / 2, spread = std::hypot((cxx - cyy) / 2, cxy);
    return Ellipse{{box.x1 + mx, box.y1 + my},
                   2 * std::sqrt(mean + spread),
                   2 * std::sqrt(std::max(0., mean - spread)),
                   std::atan2(2 * cxy, cxx - cyy) / 2};
}

std::optional<Ellipse> outlineEllipse(const RleMask& mask)
{
    std::vector<base::Point> points;
    for (const Outline& outline : smoothOutlines(mask))
        if (!outline.isHole && outline.points.size() > points.size())
            points = outline.points;
    if (points.size() < kFewestPoints)
        return std::nullopt;
    // Around the origin and of size one, for the numbers' sake.
    const base::Box box = mask.boundingBox();
    const base::Point center = box.center();
    const double scale = std::max(box.width(), box.height()) / 2;
    for (base::Point& p : points)
        p = {(p.x - center.x) / scale, (p.y - center.y) / scale};
    const auto conic = fittedConic(points);
    auto ellipse = conic ? toEllipse(*conic) : std::nullopt;
    if (!ellipse)
        return std::nullopt;
    ellipse->center = {center.x + ellipse->center.x * scale, center.y + ellipse->center.y * scale};
    ellipse->a *= scale;
    ellipse->b *= scale;
    return ellipse;
}

} // namespace blastoscope::masks
