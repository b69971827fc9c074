// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/formats/exchange.h"

namespace blastoscope::formats {

class PictureFolder;

/// A frame as a reader finds it: the classes are still names of the file.
struct ForeignFrame {
    AnnotatedFrame frame;
    std::string file; ///< for notes
    /// What the file calls the objects; instances without an entry are blastomeres.
    std::map<annotation::InstanceId, std::string> classNames;
    /// Those of the names that the file marks as own names of objects that count as blastomeres do.
    std::set<std::string> ownNames;
};

/// What a reader may look at and where it reports.
struct ImportContext {
    const PictureFolder& pictures;
    ExchangeReport& report;
};

/// For an object of another program that is marked with "iscrowd": it was taken over as a certain one.
inline constexpr const char* kCrowdNote =
    "An object that the file calls a crowd (\"iscrowd\": 1), as many programs do with every run-length mask, counts "
    "like any other. If it is uncertain, select it and choose Edit > Uncertain.";

/// The class that a name means here, whatever its case and spaces: "Polar body" is polar_body.
std::optional<int> ownClass(const std::string& name);

/// "nucleus" for "Nuclei": the own name of objects that are known not to be blastomeres, by what a file calls them
/// alone; empty for other words. See core/annotation/object_names.h.
std::string ownNameFrom(const std::string& name);

/// Turns names into classes: as `choices` says, by our own names ("polar body" is polar_body), and a single name that
/// means nothing here is that of blastomeres, or of what ownNameFrom() says. Other instances are left out and reported.
void resolveClasses(std::vector<ForeignFrame>& frames, const std::map<std::string, int>& choices,
                    ExchangeReport& report);

/// Depth relations that are stated more than once count once; those that contradict each other are left out, so that
/// the order of the two objects is unknown. Both is reported.
void resolveOrder(std::vector<ForeignFrame>& frames, ExchangeReport& report);

} // namespace blastoscope::formats
