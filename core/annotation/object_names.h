// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "core/annotation/instance.h"

namespace blastoscope::annotation
{

/// What models call the objects that they find, where it is none of the product's classes: "nucleus". Such objects count
/// as blastomeres do (inference::objectClassOf), but nobody should read that they are some.
class ObjectNames
{
public:
    /// `modelHash`: SHA-256 of the weights. An empty name says that the model finds the product's classes.
    void add(const std::string& modelHash, const std::string& name)
    {
        if (!modelHash.empty() && !name.empty())
            m_names[modelHash] = name;
    }
    /// Empty for an object that is what its class says: one that no such model made or that a person gave another class.
    std::string ownNameOf(const Instance& instance) const
    {
        const auto name = m_names.find(instance.modelHash);
        const bool counted = instance.classId == int(base::ObjectClass::Blastomere);
        return counted && name != m_names.end() ? name->second : std::string();
    }
    bool operator==(const ObjectNames&) const = default;

private:
    std::map<std::string, std::string> m_names; ///< by hash
};

} // namespace blastoscope::annotation
