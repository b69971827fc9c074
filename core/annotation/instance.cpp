// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/instance.h"

#include <algorithm>
#include <utility>

namespace blastoscope::annotation {

const Instance* FrameAnnotation::find(InstanceId id) const
{
    const auto it = std::find_if(instances.begin(), instances.end(), [id](const Instance& i) { return i.id == id; });
    return it == instances.end() ? nullptr : &*it;
}

Instance* FrameAnnotation::find(InstanceId id)
{
    return const_cast<Instance*>(std::as_const(*this).find(id));
}

InstanceId FrameAnnotation::nextId() const
{
    InstanceId highest = 0;
    for (const Instance& instance : instances)
        highest = std::max(highest, instance.id);
    return highest + 1;
}

} // namespace blastoscope::annotation
