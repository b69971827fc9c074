// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/evaluation/coco_eval.h"
#include "core/masks/polygon.h"
#include "tests/support/skip.h"

using namespace blastoscope;
using namespace blastoscope::evaluation;

namespace {

base::Box square(double x, double side)
{
    return {x, 0, x + side, side};
}

GroundTruth truth(const base::Box& box, int category = 1, bool crowd = false)
{
    GroundTruth g;
    g.categoryId = category;
    g.box = box;
    g.area = box.area();
    g.isCrowd = crowd;
    return g;
}

Detection detection(const base::Box& box, double score, int category = 1)
{
    Detection d;
    d.categoryId = category;
    d.box = box;
    d.score = score;
    return d;
}

CocoMetrics evaluate(std::vector<GroundTruth> truths, std::vector<Detection> detections)
{
    const std::vector<EvaluationImage> images = {{1, std::move(truths), std::move(detections)}};
    return evaluateCoco(images, IouKind::Box);
}

const base::Box kTruth = {0, 0, 100, 100};

} // namespace

TEST_CASE("an overlap of .62 counts at .50, .55 and .60")
{
    CHECK(evaluate({truth(kTruth)}, {detection({0, 0, 62, 100}, .9)}).ap == doctest::Approx(.3));
}

TEST_CASE("an overlap of exactly .75 counts at .75")
{
    const CocoMetrics metrics = evaluate({truth(kTruth)}, {detection({0, 0, 75, 100}, .9)});
    CHECK(metrics.ap75 == doctest::Approx(1));
    CHECK(metrics.ap == doctest::Approx(.6));
}

TEST_CASE("a duplicate behind the match costs nothing, a false alarm before it halves the precision")
{
    CHECK(evaluate({truth(kTruth)}, {detection(kTruth, .9), detection(kTruth, .8)}).ap == doctest::Approx(1));
    CHECK(evaluate({truth(kTruth)}, {detection(square(500, 100), .9), detection(kTruth, .8)}).ap ==
          doctest::Approx(.5));
}

TEST_CASE("without detections the numbers are zero, without ground truth they are undefined")
{
    const CocoMetrics nothingFound = evaluate({truth(kTruth)}, {});
    CHECK(nothingFound.ap == 0);
    CHECK(nothingFound.ar100 == 0);
    CHECK(nothingFound.apSmall == -1);
    for (const double value : evaluate({}, {detection(kTruth, .9)}).values())
        CHECK(value == -1);
    for (const double value : evaluateCoco({}, IouKind::Segmentation).values())
        CHECK(value == -1);
}

TEST_CASE("areas of 32 x 32 are small and medium at once, as the bounds are inclusive")
{
    const CocoMetrics metrics = evaluate({truth(square(0, 32))}, {detection(square(0, 32), .9)});
    CHECK(metrics.apSmall == doctest::Approx(1));
    CHECK(metrics.apMedium == doctest::Approx(1));
    CHECK(metrics.apLarge == -1);
}

TEST_CASE("an unmatched detection outside the area range does not count there")
{
    const CocoMetrics metrics =
        evaluate({truth(square(0, 20))}, {detection(square(500, 100), .9), detection(square(0, 20), .8)});
    CHECK(metrics.apSmall == doctest::Approx(1));
    CHECK(metrics.ap == doctest::Approx(.5));
}

TEST_CASE("detections in a crowd are neither right nor wrong, any number of them")
{
    const CocoMetrics metrics =
        evaluate({truth(kTruth), truth({200, 0, 400, 200}, 1, true)},
                 {detection({210, 10, 250, 50}, .95), detection({260, 10, 300, 50}, .94), detection(kTruth, .9)});
    CHECK(metrics.ap == doctest::Approx(1));
}

TEST_CASE("an ignored object is matched like any other but does not count")
{
    GroundTruth ignored = truth(square(300, 100));
    ignored.isIgnored = true;
    const CocoMetrics metrics =
        evaluate({truth(kTruth), ignored}, {detection(square(300, 100), .95), detection(kTruth, .9)});
    CHECK(metrics.ap == doctest::Approx(1));
    // Unlike a crowd it takes one detection only.
    CHECK(evaluate({truth(kTruth), ignored},
                   {detection(square(300, 100), .95), detection(square(300, 100), .94), detection(kTruth, .9)})
              .ap == doctest::Approx(.5));
}

TEST_CASE("a true object is preferred to a crowd with more overlap")
{
    const CocoMetrics metrics =
        evaluate({truth({0, 0, 200, 200}, 1, true), truth({0, 0, 100, 90})}, {detection(kTruth, .9)});
    CHECK(metrics.ap50 == doctest::Approx(1));
}

TEST_CASE("of equal overlaps the later ground truth is taken")
{
    // The first detection overlaps both truths alike and takes the second; so the second detection, which fits the
    // second truth only, is left over.
    const CocoMetrics metrics = evaluate({truth({0, 0, 80, 100}), truth({20, 0, 100, 100})},
                                         {detection(kTruth, .9), detection({40, 0, 120, 100}, .8)});
    CHECK(metrics.ar100 == doctest::Approx(.5 * 7 / 10));
}

TEST_CASE("categories are averaged, and one without ground truth is left out")
{
    const CocoMetrics metrics =
        evaluate({truth(kTruth, 1), truth(kTruth, 2)}, {detection(kTruth, .9, 1), detection(kTruth, .9, 3)});
    CHECK(metrics.ap == doctest::Approx(.5));
}

TEST_CASE("at most 1, 10 and 100 detections of an image count")
{
    std::vector<GroundTruth> truths;
    std::vector<Detection> detections;
    for (int i = 0; i < 120; ++i) {
        truths.push_back(truth(square(i * 200, 100)));
        detections.push_back(detection(square(i * 200, 100), 1 - i * .001));
    }
    const CocoMetrics metrics = evaluate(truths, detections);
    CHECK(metrics.ar1 == doctest::Approx(1 / 120.));
    CHECK(metrics.ar10 == doctest::Approx(10 / 120.));
    CHECK(metrics.ar100 == doctest::Approx(100 / 120.));
}

TEST_CASE("images are ranked in ascending id, whatever order they come in")
{
    const EvaluationImage wrong{7, {truth(kTruth)}, {detection(square(500, 100), .9)}};
    const EvaluationImage right{3, {truth(kTruth)}, {detection(kTruth, .9)}};
    const double ap = evaluateCoco(std::vector{right, wrong}, IouKind::Box).ap;
    CHECK(evaluateCoco(std::vector{wrong, right}, IouKind::Box).ap == ap);
    CHECK(ap == doctest::Approx(51 / 101.));
}

TEST_CASE("masks are compared by their pixels, not by their boxes")
{
    const auto lower = masks::fromPolygon({{0, 0}, {0, 50}, {50, 50}}, 60, 60).value();
    const auto upper = masks::fromPolygon({{1, 0}, {50, 0}, {50, 49}}, 60, 60).value();
    GroundTruth g;
    g.mask = lower;
    g.area = double(lower.area());
    Detection d;
    d.score = 1;
    d.mask = upper;
    const std::vector<EvaluationImage> apart = {{1, {g}, {d}}};
    CHECK(evaluateCoco(apart, IouKind::Segmentation).ap == 0);
    d.mask = lower;
    const std::vector<EvaluationImage> same = {{1, {g}, {d}}};
    CHECK(evaluateCoco(same, IouKind::Segmentation).ap == doctest::Approx(1));
}

namespace {

using nlohmann::json;

json load(const std::filesystem::path& path)
{
    std::ifstream file(path);
    return json::parse(file);
}

base::Box boxOf(const json& xywh)
{
    const double x = xywh[0], y = xywh[1];
    return {x, y, x + xywh[2].get<double>(), y + xywh[3].get<double>()};
}

masks::RleMask maskOf(const json& segmentation, int width, int height)
{
    if (segmentation.is_object()) {
        if (segmentation["counts"].is_string())
            return masks::RleMask::fromString(width, height, segmentation["counts"].get<std::string>()).value();
        return masks::RleMask::fromCounts(width, height, segmentation["counts"]).value();
    }
    std::vector<masks::Polygon> polygons;
    for (const json& flat : segmentation) {
        auto& polygon = polygons.emplace_back();
        for (std::size_t i = 0; i + 1 < flat.size(); i += 2)
            polygon.push_back({flat[i], flat[i + 1]});
    }
    return masks::fromPolygons(polygons, width, height).value();
}

std::vector<EvaluationImage> readReference(const std::filesystem::path& folder, bool segmentation)
{
    const json truths = load(folder / "instances_val2014_100.json");
    const json results = load(folder / (segmentation ? "instances_val2014_fakesegm100_results.json"
                                                     : "instances_val2014_fakebbox100_results.json"));
    std::map<std::int64_t, EvaluationImage> images;
    std::map<std::int64_t, std::pair<int, int>> sizes;
    for (const json& image : truths["images"]) {
        images[image["id"]].id = image["id"];
        sizes[image["id"]] = {image["width"], image["height"]};
    }
    for (const json& a : truths["annotations"]) {
        GroundTruth g = truth(boxOf(a["bbox"]), a["category_id"], a["iscrowd"] != 0);
        g.area = a["area"];
        const auto [width, height] = sizes[a["image_id"]];
        if (segmentation)
            g.mask = maskOf(a["segmentation"], width, height);
        images[a["image_id"]].groundTruths.push_back(std::move(g));
    }
    for (const json& r : results) {
        Detection d = detection(segmentation ? base::Box{} : boxOf(r["bbox"]), r["score"], r["category_id"]);
        const auto [width, height] = sizes[r["image_id"]];
        if (segmentation)
            d.mask = maskOf(r["segmentation"], width, height);
        images[r["image_id"]].detections.push_back(std::move(d));
    }
    std::vector<EvaluationImage> list;
    for (auto& [id, image] : images)
        list.push_back(std::move(image));
    return list;
}

/// The twelve lines that the reference evaluator printed for `type`.
std::string printedReport(const std::filesystem::path& folder, const std::string& type)
{
    std::ifstream file(folder / "val2014_fake_eval_res.txt");
    std::string line, report;
    bool wanted = false;
    while (std::getline(file, line)) {
        line.erase(std::remove(line.begin(), line.end(), '\r'), line.end());
        if (line.rfind("type=", 0) == 0)
            wanted = line == "type=" + type;
        if (wanted && line.rfind(" Average", 0) == 0)
            report += line + "\n";
    }
    return report;
}

} // namespace

TEST_CASE("the report equals the one of the reference evaluator")
{
    const auto data = tests::realData();
    if (!data)
        return;
    const auto folder = *data / "coco_eval_reference";
    CHECK(formatCocoReport(evaluateCoco(readReference(folder, false), IouKind::Box)) == printedReport(folder, "bbox"));
    CHECK(formatCocoReport(evaluateCoco(readReference(folder, true), IouKind::Segmentation)) ==
          printedReport(folder, "segm"));
}
