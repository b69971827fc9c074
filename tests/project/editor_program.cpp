// SPDX-License-Identifier: Apache-2.0
// Edits a project by a script of chance until it is killed, and prints a line "ack N HASH" when edit N is on the disk:
// HASH names the content after it. Usage: blastoscope_test_editor PROJECT SEED [EDITS]
#include <cstdio>
#include <cstdlib>

#include "tests/project/project_fixtures.h"

using namespace blastoscope;

namespace {

/// Mostly edits, now and then a few steps back and some of them forth again.
void editOnce(fixtures::Session& session, edits::RandomEdits& edits, base::Random& random)
{
    if (random.chance(0.15) && session.undo())
        return;
    if (random.chance(0.10) && session.redo())
        return;
    edits.make(session.document());
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    const std::uint64_t seed = std::strtoull(argv[2], nullptr, 10);
    const long edits = argc > 3 ? std::atol(argv[3]) : 1'000'000;
    constexpr int kFrames = 12;
    constexpr int kSide = 200;
    std::unique_ptr<fixtures::Session> session = fixtures::Session::reopen(argv[1]);
    if (!session) {
        auto project = project::Project::create(argv[1], fixtures::options());
        if (!project)
            return 1;
        session = std::make_unique<fixtures::Session>(std::move(*project), kFrames, kSide);
    }
    session->document().setUndoMemoryLimit(200'000);
    edits::RandomEdits script(seed);
    base::Random random(seed + 1);
    for (long i = 1; i <= edits; ++i) {
        editOnce(*session, script, random);
        if (!session->status())
            return 1;
        std::printf("ack %ld %s\n", i, fixtures::contentHashOf(session->document()).c_str());
        std::fflush(stdout);
    }
    return 0;
}
