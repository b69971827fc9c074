// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <QTemporaryDir>

#include "core/formats/annotated_frame.h"
#include "core/formats/exchange.h"
#include "tests/support/shapes.h"

namespace blastoscope::tests {

inline std::filesystem::path fileIn(const QTemporaryDir& folder, const std::string& name, const std::string& content)
{
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

inline annotation::Instance instance(int id, masks::RleMask mask)
{
    annotation::Instance out;
    out.id = id;
    out.amodal = std::move(mask);
    out.origin = annotation::Origin::Imported;
    return out;
}

/// Three cells that overlap in a row: 7 covers 2, 2 covers 300; 300 is a fragment with a hole.
inline formats::AnnotatedFrame overlappingCells()
{
    formats::AnnotatedFrame frame;
    frame.fileName = "Smith_Jane.tif";
    frame.embryoId = "0123456789abcdef";
    frame.frameIndex = 4;
    frame.annotation.width = 40;
    frame.annotation.height = 30;
    const auto ring = masks::subtracted(disc(40, 30, 27, 14, 9), disc(40, 30, 28, 14, 3));
    frame.annotation.instances = {instance(2, disc(40, 30, 18, 14, 8)), instance(7, disc(40, 30, 10, 14, 8)),
                                  instance(300, ring)};
    frame.annotation.instances[2].classId = int(base::ObjectClass::Fragment);
    frame.annotation.order = {{7, 2}, {2, 300}};
    return frame;
}

inline bool hasNote(const formats::ExchangeReport& report, formats::NoteKind kind, const std::string& words)
{
    for (const formats::ExchangeNote& note : report.notes)
        if (note.kind == kind && note.text.find(words) != std::string::npos)
            return true;
    return false;
}

inline std::string allNotes(const formats::ExchangeReport& report)
{
    std::string text;
    for (const formats::ExchangeNote& note : report.notes)
        text += note.file + ": " + note.text + "\n";
    return text;
}

} // namespace blastoscope::tests
