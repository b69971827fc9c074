// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancellation.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/formats/annotated_frame.h"

namespace blastoscope::formats {

/// What happened to the thing that a note is about.
enum class NoteKind {
    Dropped, ///< something of the source is not in the result
    Changed, ///< it is there, but not as it was
    Missing, ///< something that belongs to it was not found, e.g. the picture
};

/// One thing that an import or export could not take over as it was.
struct ExchangeNote {
    NoteKind kind = NoteKind::Dropped;
    std::string file;            ///< read or written, without folders; empty when it concerns all of them
    std::optional<int> instance; ///< id of the instance in its frame
    std::optional<int> other;    ///< the instance that keeps the lost pixels
    std::int64_t pixels = 0;     ///< how many were lost or changed, where it is about pixels
    std::string text;            ///< a sentence for people; equal texts are one kind of event
};

/// What an import or export did.
struct ExchangeReport {
    int frames = 0;
    int instances = 0;
    std::vector<ExchangeNote> notes;
    std::vector<std::filesystem::path> files; ///< written, relative to the folder of an export

    void drop(std::string file, std::string text, std::optional<int> instance = {});
    void change(std::string file, std::string text, std::optional<int> instance = {});
    std::int64_t lostPixels() const; ///< of the notes that something was dropped
};

/// Notes with the same text, in the order of their first appearance.
struct NoteGroup {
    NoteKind kind = NoteKind::Dropped;
    std::string text;
    int count = 0;
    std::int64_t pixels = 0;
    std::vector<const ExchangeNote*> notes;
};
/// `report` must outlive the groups.
std::vector<NoteGroup> groupNotes(const ExchangeReport& report);

/// What was read from files.
struct ImportedAnnotations {
    std::vector<AnnotatedFrame> frames;
    ExchangeReport report;
};

/// What a person says about files that are read.
struct ImportOptions {
    /// Folder of the pictures; frames are matched to them by name, and their sizes must agree. Empty: not looked at.
    std::filesystem::path images;
    /// Names of pictures that are known otherwise, e.g. those of open stacks: they tell masks of one picture from
    /// frames. A name that is given several times is that of a file of several frames.
    std::vector<std::string> pictureNames;
    /// Names of the file to numbers of base::ObjectClass; "*" stands for every other name.
    std::map<std::string, int> classes;
    base::CancellationToken cancel;
    base::ProgressCallback onProgress;
};

/// What may leave the machine, and under which names.
struct ExportOptions {
    /// Keep file names, embryo names and free texts, which may identify patients.
    bool keepNames = false;
    /// The random id under which an embryo leaves this machine, for those whose id in the frames is no such id;
    /// without it each embryo gets one for this export.
    std::function<std::string(const std::string& embryo)> embryoIdOf;
    base::CancellationToken cancel;
    base::ProgressCallback onProgress;
};

} // namespace blastoscope::formats
