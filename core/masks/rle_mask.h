// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/geometry.h"
#include "core/masks/bitmap.h"

namespace blastoscope::masks {

/// One whole silhouette on a canvas of width x height pixels, run-length coded as in COCO: column-major, runs
/// alternate between 0 and 1 and start with 0. A value type, and copies share the runs: the frames of a
/// whole stack are copied for another thread in no time. Silhouettes of one frame may overlap freely.
/// Canonical form: no empty run except possibly the first, counts sum to width * height.
class RleMask {
public:
    RleMask() = default;
    /// An empty mask of that size.
    RleMask(int width, int height);
    explicit RleMask(const Bitmap& bitmap);
    /// A small bitmap whose pixel (0, 0) lies at (x, y) of a width x height canvas; what falls outside is clipped.
    static RleMask fromCrop(const Bitmap& crop, int x, int y, int width, int height);
    /// Uncompressed COCO counts; fails (Corrupt) unless they sum to width * height.
    static base::Result<RleMask> fromCounts(int width, int height, const std::vector<std::uint32_t>& counts);
    /// COCO's compressed text form.
    static base::Result<RleMask> fromString(int width, int height, std::string_view text);

    int width() const { return m_width; }
    int height() const { return m_height; }
    const std::vector<std::uint32_t>& counts() const;
    std::string toString() const;
    Bitmap toBitmap() const;
    /// The part inside [x, x + w) x [y, y + h); pixels outside the canvas read as 0.
    Bitmap crop(int x, int y, int w, int h) const;

    /// Number of set pixels.
    std::int64_t area() const;
    bool isEmpty() const { return area() == 0; }
    /// Tight box; all zeros when empty.
    base::Box boundingBox() const;
    bool contains(int x, int y) const;

    bool operator==(const RleMask& other) const;

private:
    int m_width = 0;
    int m_height = 0;
    std::shared_ptr<const std::vector<std::uint32_t>> m_counts; ///< null: none
};

/// Boolean operations; both masks must have the same canvas size (asserted).
RleMask united(const RleMask& a, const RleMask& b);
RleMask intersected(const RleMask& a, const RleMask& b);
RleMask subtracted(const RleMask& a, const RleMask& b);
RleMask exclusiveOr(const RleMask& a, const RleMask& b);

std::int64_t intersectionArea(const RleMask& a, const RleMask& b);
/// |a & b| / |a | b| in [0, 1]; 0 when both are empty.
double iou(const RleMask& a, const RleMask& b);

} // namespace blastoscope::masks
