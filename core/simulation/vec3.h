// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/random.h"

namespace blastoscope::simulation {

/// A point or direction in micrometres; z points towards the viewer.
struct Vec3 {
    float x = 0;
    float y = 0;
    float z = 0;

    Vec3& operator+=(const Vec3& o) { return *this = {x + o.x, y + o.y, z + o.z}; }
    Vec3& operator-=(const Vec3& o) { return *this = {x - o.x, y - o.y, z - o.z}; }
};

inline Vec3 operator+(Vec3 a, const Vec3& b)
{
    return a += b;
}
inline Vec3 operator-(Vec3 a, const Vec3& b)
{
    return a -= b;
}
inline Vec3 operator*(float s, const Vec3& v)
{
    return {s * v.x, s * v.y, s * v.z};
}
inline float dot(const Vec3& a, const Vec3& b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
inline float length(const Vec3& v)
{
    return std::sqrt(dot(v, v));
}

/// A unit vector, uniform over the sphere.
inline Vec3 randomDirection(base::Random& random)
{
    const float z = float(random.uniform(-1, 1));
    const float angle = float(random.uniform(0, 6.283185307179586));
    const float ring = std::sqrt(std::max(0.f, 1 - z * z));
    return {ring * std::cos(angle), ring * std::sin(angle), z};
}

/// A proper rotation, stored by rows.
struct Rotation {
    std::array<Vec3, 3> rows = {Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};

    Vec3 operator()(const Vec3& v) const { return {dot(rows[0], v), dot(rows[1], v), dot(rows[2], v)}; }

    /// Rodrigues' formula; `axis` is a unit vector.
    static Rotation about(const Vec3& axis, float angle)
    {
        const float c = std::cos(angle), s = std::sin(angle), k = 1 - c;
        const auto [x, y, z] = axis;
        return {{Vec3{c + x * x * k, x * y * k - z * s, x * z * k + y * s},
                 Vec3{y * x * k + z * s, c + y * y * k, y * z * k - x * s},
                 Vec3{z * x * k - y * s, z * y * k + x * s, c + z * z * k}}};
    }

    /// Uniform over all orientations (Shoemake's random quaternion).
    static Rotation random(base::Random& random)
    {
        const double u = random.uniform(), a = random.uniform(0, 6.283185307179586),
                     b = random.uniform(0, 6.283185307179586);
        const float p = float(std::sqrt(1 - u)), q = float(std::sqrt(u));
        const float x = p * float(std::sin(a)), y = p * float(std::cos(a)), z = q * float(std::sin(b)),
                    w = q * float(std::cos(b));
        return {{Vec3{1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
                 Vec3{2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
                 Vec3{2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}}};
    }
};

/// The quadratic form of an ellipsoid: v lies inside one of "radius" r when form(v) <= r*r. Unit determinant, so the
/// volume is that of the sphere of radius r.
struct EllipsoidForm {
    float xx = 1, yy = 1, zz = 1, xy = 0, xz = 0, yz = 0;

    static EllipsoidForm fromAxes(const Rotation& axes, const Vec3& semiAxes)
    {
        const float mean = std::cbrt(semiAxes.x * semiAxes.y * semiAxes.z);
        const auto weight = [mean](float s) { return mean * mean / (s * s); };
        const std::array<float, 3> w = {weight(semiAxes.x), weight(semiAxes.y), weight(semiAxes.z)};
        EllipsoidForm f{0, 0, 0, 0, 0, 0};
        for (int k = 0; k < 3; ++k) {
            const Vec3& a = axes.rows[std::size_t(k)];
            f.xx += w[std::size_t(k)] * a.x * a.x;
            f.yy += w[std::size_t(k)] * a.y * a.y;
            f.zz += w[std::size_t(k)] * a.z * a.z;
            f.xy += w[std::size_t(k)] * a.x * a.y;
            f.xz += w[std::size_t(k)] * a.x * a.z;
            f.yz += w[std::size_t(k)] * a.y * a.z;
        }
        return f;
    }

    /// A ball whose extent along the unit vector `axis` is `share` of that across it.
    static EllipsoidForm along(const Vec3& axis, float share)
    {
        // Eigenvalue `steep` along the axis, `flat` across: their product with flat^2 is 1.
        const float steep = std::pow(share, -4.f / 3), flat = std::pow(share, 2.f / 3), excess = steep - flat;
        return {flat + excess * axis.x * axis.x, flat + excess * axis.y * axis.y, flat + excess * axis.z * axis.z,
                excess * axis.x * axis.y,        excess * axis.x * axis.z,        excess * axis.y * axis.z};
    }

    /// Semi-axes 1 + N(0, spread), clipped to [.82, 1.22], in a random orientation.
    static EllipsoidForm random(base::Random& random, double spread)
    {
        const auto axis = [&] { return float(std::clamp(random.normal(1, spread), .82, 1.22)); };
        const Vec3 semi{axis(), axis(), axis()};
        return fromAxes(Rotation::random(random), semi);
    }

    /// The same body after turning it.
    EllipsoidForm rotated(const Rotation& r) const
    {
        const auto apply = [this](const Vec3& v) {
            return Vec3{xx * v.x + xy * v.y + xz * v.z, xy * v.x + yy * v.y + yz * v.z, xz * v.x + yz * v.y + zz * v.z};
        };
        const std::array<Vec3, 3> m = {apply(r.rows[0]), apply(r.rows[1]), apply(r.rows[2])};
        return {dot(r.rows[0], m[0]), dot(r.rows[1], m[1]), dot(r.rows[2], m[2]),
                dot(r.rows[0], m[1]), dot(r.rows[0], m[2]), dot(r.rows[1], m[2])};
    }
};

} // namespace blastoscope::simulation
