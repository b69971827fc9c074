// SPDX-License-Identifier: Apache-2.0
// How good the shipped snap model is: run it with -s or ctest -V to see the table.
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include <doctest/doctest.h>

#include "app/train/snap_evaluation.h"
#include "core/inference/shape_snap.h"

using namespace blastoscope;

TEST_CASE("bitten silhouettes come back whole, better than by an ellipse")
{
    const char* source = std::getenv("BLASTOSCOPE_SOURCE_DIR");
    REQUIRE_MESSAGE(source, "BLASTOSCOPE_SOURCE_DIR is not set");
    auto snap = inference::loadShapeSnap(std::filesystem::path(source) / "models/shape-snap.safetensors");
    REQUIRE_MESSAGE(snap, snap.error().message);
    const train::SnapEvaluation evaluation({.seed = 20261}); // frames that the training never saw
    const auto numbers = evaluation.measure([&](const masks::RleMask& mask) {
        const auto mended = (*snap)->snap(mask);
        return mended ? *mended : mask;
    });
    std::printf("%s", train::snapTable(numbers).c_str());
    CHECK(numbers.at("shapes") == 200);
    const double iou = numbers.at("iou");
    CHECK(numbers.at("damaged_iou").get<double>() == doctest::Approx(.7).epsilon(.01));
    CHECK(iou >= .93);
    CHECK(iou >= numbers.at("moment_ellipse_iou").get<double>() + .01);
    CHECK(iou >= numbers.at("outline_ellipse_iou").get<double>() + .01);
    CHECK(numbers.at("undamaged_iou").get<double>() >= .95);
}
