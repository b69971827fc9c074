// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "core/annotation/document.h"
#include "core/base/random.h"

namespace edits {

/// The annotations of all frames as bytes: equal when and only when the documents say the same.
std::string contentOf(const blastoscope::annotation::StackDocument& document);

/// Edits of a document as a person and a model make them, the same for the same seed.
class RandomEdits {
public:
    explicit RandomEdits(std::uint64_t seed) : m_random(seed) {}

    /// One edit that is a step of the history.
    void make(blastoscope::annotation::StackDocument& document);

private:
    using Document = blastoscope::annotation::StackDocument;

    void tryOne(Document& document);
    void changeObject(Document& document, int frame);
    blastoscope::annotation::Instance cell(const Document& document);
    blastoscope::annotation::SegmentedFrame found(const Document& document);

    blastoscope::base::Random m_random;
};

} // namespace edits
