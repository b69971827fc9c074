// SPDX-License-Identifier: Apache-2.0
#include "core/annotation/object_names.h"

#include "core/annotation/document.h"

namespace blastoscope::annotation {
namespace {

bool countsAsBlastomere(const Instance& instance)
{
    return instance.classId == int(base::ObjectClass::Blastomere);
}

} // namespace

std::string ownNameOf(const Instance& instance)
{
    return countsAsBlastomere(instance) ? instance.ownName : std::string();
}

std::string nameOf(const Instance& instance)
{
    if (std::string own = ownNameOf(instance); !own.empty())
        return own;
    const bool known = instance.classId >= 1 && instance.classId <= int(base::kObjectClassNames.size());
    return known ? std::string(base::nameOf(base::ObjectClass(instance.classId))) : std::string();
}

std::optional<std::string> sharedNameOf(const FrameAnnotation& frame)
{
    const std::string* shared = nullptr;
    for (const Instance& instance : frame.instances) {
        if (!countsAsBlastomere(instance))
            continue;
        if (instance.ownName.empty() || (shared && *shared != instance.ownName))
            return std::string();
        shared = &instance.ownName;
    }
    return shared ? std::optional(*shared) : std::nullopt;
}

std::string sharedNameOf(std::span<const FrameAnnotation* const> frames)
{
    std::optional<std::string> shared;
    for (const FrameAnnotation* frame : frames) {
        auto name = sharedNameOf(*frame);
        if (name && (name->empty() || (shared && *shared != *name)))
            return {};
        if (name)
            shared = std::move(name);
    }
    return shared.value_or(std::string());
}

std::string sharedNameOf(const StackDocument& document)
{
    std::vector<const FrameAnnotation*> frames;
    for (int time = 0; time < document.frameCount(); ++time)
        frames.push_back(&document.frame(time));
    return sharedNameOf(frames);
}

std::string sharedNameAt(const StackDocument& document, int frame)
{
    const auto name = sharedNameOf(document.frame(frame));
    return name ? *name : sharedNameOf(document);
}

} // namespace blastoscope::annotation
