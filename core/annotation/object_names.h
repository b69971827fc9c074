// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/annotation/instance.h"

namespace blastoscope::annotation {

class StackDocument;

/// Objects that are none of the product's classes count as blastomeres do (inference::objectClassOf), but nobody should
/// read that they are some: each carries what its model calls it, in the singular ("nucleus"). A person who gives it
/// another class overrules the name.

/// Empty for an object that is what its class says.
std::string ownNameOf(const Instance& instance);
/// "nucleus", "blastomere", "polar_body"; empty for a class that the product does not know.
std::string nameOf(const Instance& instance);

/// The own name that all objects of the frame share which count as blastomeres do: empty where one of them is a
/// blastomere or they have several names, nothing where there is none of them.
std::optional<std::string> sharedNameOf(const FrameAnnotation& frame);
/// The same for many frames; empty where there is none.
std::string sharedNameOf(std::span<const FrameAnnotation* const> frames);
/// And for a whole stack.
std::string sharedNameOf(const StackDocument& document);
/// Of the frame, or of the stack where the frame holds none.
std::string sharedNameAt(const StackDocument& document, int frame);

} // namespace blastoscope::annotation
