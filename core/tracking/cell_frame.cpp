// SPDX-License-Identifier: Apache-2.0
#include "core/tracking/cell_frame.h"

#include <cmath>
#include <numbers>

#include "core/base/object_class.h"

namespace blastoscope::tracking {
namespace {

base::Point centroidOf(const masks::RleMask& mask, double area)
{
    double x = 0, y = 0;
    const std::int64_t height = mask.height();
    std::int64_t position = 0;
    for (std::size_t i = 0; i < mask.counts().size(); ++i) {
        const std::int64_t end = position + mask.counts()[i];
        while ((i & 1) && position < end) { // column by column: a run may go on in the next one
            const std::int64_t column = position / height;
            const std::int64_t stop = std::min(end, (column + 1) * height);
            const double length = double(stop - position);
            x += length * (double(column) + .5);
            y += length * (double(position - column * height) + length / 2);
            position = stop;
        }
        position = end;
    }
    return {x / area, y / area};
}

} // namespace

Cell::Cell(annotation::InstanceId id, masks::RleMask mask, std::optional<int> trackId)
    : id(id), trackId(trackId), silhouette(std::move(mask)), area(double(silhouette.area())),
      centroid(centroidOf(silhouette, area)), box(silhouette.boundingBox())
{
}

double Cell::radius() const
{
    return std::sqrt(area / std::numbers::pi);
}

double Cell::volume() const
{
    return 4 / (3 * std::sqrt(std::numbers::pi)) * std::pow(area, 1.5);
}

bool isFollowed(const annotation::Instance& instance)
{
    return instance.classId == int(base::ObjectClass::Blastomere) && instance.ownName.empty() &&
           !instance.amodal.isEmpty();
}

CellFrame cellFrameOf(int frame, const annotation::FrameAnnotation& annotation)
{
    CellFrame out{frame, {}};
    for (const annotation::Instance& instance : annotation.instances)
        if (isFollowed(instance))
            out.cells.emplace_back(instance.id, instance.amodal, instance.trackId);
    return out;
}

} // namespace blastoscope::tracking
