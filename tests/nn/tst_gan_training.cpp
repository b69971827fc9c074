// SPDX-License-Identifier: Apache-2.0
// A generator from pictures to labelled samples: distances, the interpreter, and the real worker.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>

#include "app/train/gan_data.h"
#include "app/train/gan_stage.h"
#include "app/train/picture_factory.h"
#include "app/train/recipe.h"
#include "app/train/sample_grid.h"
#include "core/base/file_io.h"
#include "core/nn/data/dataset_file.h"
#include "core/nn/gan/feature_distance.h"
#include "core/nn/gan/style_interpreter.h"
#include "core/nn/io/safetensors.h"
#include "tests/nn/train_program.h"

using namespace blastoscope;
using nlohmann::json;
using tests::contains;
using tests::TemporaryFolder;

namespace {

/// Pictures of one bright disc each, which sits elsewhere every time.
void writePictures(const std::filesystem::path& folder, int count, int width = 20, int height = 18, int oddWidth = 0)
{
    std::filesystem::create_directories(folder);
    base::Random random(3);
    std::vector<nn::DatasetFrame> frames;
    for (int i = 0; i < count; ++i) {
        nn::DatasetFrame frame;
        frame.width = i == 1 && oddWidth > 0 ? oddWidth : width;
        frame.height = height;
        frame.name = std::to_string(i) + ".png";
        const double x = random.uniform(6, 12), y = random.uniform(6, 12);
        for (int pixel = 0; pixel < frame.width * height; ++pixel) {
            const double distance = std::hypot(pixel % frame.width - x, pixel / frame.width - y);
            frame.pixels.push_back(std::uint8_t(distance < 4 ? 220 : 40));
        }
        frames.push_back(std::move(frame));
    }
    REQUIRE(nn::writeDatasetFile(folder / nn::kDatasetFileName, frames));
}

json tinyGanRecipe(const std::string& dataset, int steps)
{
    json recipe = {
        {"name", "tiny"},
        {"version", "0.0.1"},
        {"description", "Only for the tests"},
        {"licence", "Apache-2.0"},
        {"stages", {"gan"}},
        {"log_every_steps", 2},
        {"gan",
         {{"architecture",
           {{"resolution", 16}, {"channel_base", 256}, {"channel_max", 8}, {"latent_size", 8}, {"style_size", 8}}},
          {"batch", 4},
          {"steps", steps},
          {"start_strength", 0.2},
          {"grid_side", 2}}}};
    if (!dataset.empty())
        recipe["dataset"] = dataset;
    return recipe;
}

int runTiny(const TemporaryFolder& folder, const json& recipe, const char* run,
            const std::vector<std::string>& more = {})
{
    const auto file = tests::written(folder.path / (std::string(run) + ".json"), recipe);
    std::vector<std::string> options = {"--config",  file.string(), "--out",    (folder.path / run).string(),
                                        "--threads", "1",           "--device", "cpu"};
    options.insert(options.end(), more.begin(), more.end());
    return tests::runProgram(options);
}

std::string failureOf(const std::filesystem::path& run)
{
    for (const json& line : tests::linesOf(run / "progress.jsonl"))
        if (line.at("event") == "failed")
            return line.at("message");
    return {};
}

nn::StyleGanOptions smallNetworks()
{
    return {.resolution = 16, .channels = 1, .channelBase = 256, .channelMax = 8, .latentSize = 8, .styleSize = 8};
}

/// Rows from a Gaussian with the given mean and standard deviation on every axis.
torch::Tensor gaussian(std::int64_t rows, std::int64_t columns, double mean, double deviation)
{
    return torch::randn({rows, columns}, torch::kDouble) * deviation + mean;
}

} // namespace

TEST_CASE("FID-own of Gaussians is the distance that is known for them")
{
    torch::manual_seed(1);
    // Exactly: the same sample moved and scaled. |m1 - m2|^2 + sum (s1 - s2)^2 over the axes.
    const auto a = gaussian(500, 4, 0, 1);
    const auto variance = (a - a.mean(0)).square().sum().item<double>() / 499;
    CHECK(nn::frechetDistance(a, a) == doctest::Approx(0).epsilon(1e-6));
    CHECK(nn::frechetDistance(a, a + 3) == doctest::Approx(4 * 9).epsilon(1e-6));
    CHECK(nn::frechetDistance(a, a.mean(0) + (a - a.mean(0)) * 3) == doctest::Approx(variance * 4).epsilon(1e-6));
    // Nearly, for independent samples.
    CHECK(nn::frechetDistance(gaussian(20000, 3, 0, 1), gaussian(20000, 3, 1, 2)) == doctest::Approx(6).epsilon(0.03));
    // Rotated covariances: diag(1, 4) against diag(4, 1) is 2 (1 - 2)^2.
    const auto x = gaussian(50000, 2, 0, 1), y = gaussian(50000, 2, 0, 1);
    const auto wide = torch::tensor({1.0, 2.0}, torch::kDouble);
    CHECK(nn::frechetDistance(x * wide, y * wide.flip(0)) == doctest::Approx(2).epsilon(0.03));
    CHECK(nn::frechetDistance(x, y) < nn::frechetDistance(x, y * 1.1));
    CHECK_THROWS_AS(nn::frechetDistance(a, gaussian(9, 3, 0, 1)), c10::Error);
}

TEST_CASE("KID-own is zero on average for one distribution and what the kernel says for others")
{
    torch::manual_seed(2);
    const auto same = nn::kernelDistance(gaussian(2000, 4, 0, 1), gaussian(2000, 4, 0, 1), {.subsetSize = 500});
    CHECK(std::abs(same.mean) < 0.02);
    CHECK(same.deviation > 0);
    // In one dimension E (xy + 1)^3 = 1 + 3 m1 m2 + 3 q1 q2 + c1 c2 with the moments m, q, c of N(mean, 1):
    // N(0, 1): 0, 1, 0; N(1, 1): 1, 2, 4. MMD^2 = k(0,0) + k(1,1) - 2 k(0,1) = 4 + 32 - 2 * 7.
    const auto moved = nn::kernelDistance(gaussian(20000, 1, 0, 1), gaussian(20000, 1, 1, 1), {.subsetSize = 2000});
    CHECK(moved.mean == doctest::Approx(22).epsilon(0.1));
    CHECK(nn::kernelDistance(gaussian(50, 4, 0, 1), gaussian(60, 4, 0, 1)).mean ==
          doctest::Approx(0).epsilon(0.3).scale(1));
}

TEST_CASE("features of the control are always the same and tell pictures apart")
{
    torch::manual_seed(3);
    const auto pictures = torch::rand({2, 1, 16, 16}) * 2 - 1;
    auto first = nn::BackboneFeatures::random(torch::kCPU), second = nn::BackboneFeatures::random(torch::kCPU);
    const auto features = first.of(pictures);
    CHECK(features.sizes() == torch::IntArrayRef({2, 384}));
    CHECK(torch::equal(features, second.of(pictures)));
    CHECK((features[0] - features[1]).abs().max().item<double>() > 1e-4);
}

TEST_CASE("gathered pixels equal reading the enlarged maps, and taps choose the maps")
{
    torch::manual_seed(4);
    nn::StyleGenerator generator(smallNetworks());
    const auto ws = generator->styles(torch::randn({1, 8}));
    const auto all13 = nn::styledPicture(generator, ws, nn::FeatureTaps::All13);
    CHECK(all13.maps.size() == 5);
    CHECK(nn::styledPicture(generator, ws, nn::FeatureTaps::All14).maps.size() == 6);
    CHECK(nn::styledPicture(generator, ws, nn::FeatureTaps::LastPerBlock).maps.size() == 3);
    std::vector<torch::Tensor> enlarged;
    for (const auto& map : all13.maps)
        enlarged.push_back(torch::upsample_bilinear2d(map, {16, 16}, false));
    const auto cube = torch::cat(enlarged, 1)[0].flatten(1).t();
    const auto pixels = torch::tensor({0, 15, 16, 100, 240, 255}, torch::kLong);
    CHECK(torch::allclose(nn::gatherPixels(all13.maps, pixels, 16), cube.index_select(0, pixels), 1e-4, 1e-5));
    CHECK(nn::featureTapsFrom("all14").value() == nn::FeatureTaps::All14);
    CHECK_FALSE(nn::featureTapsFrom("all15"));
}

TEST_CASE("the majority decides, the lowest class of equally many, and disagreement is uncertainty")
{
    // Three classifiers, three pixels: all say 1; two say 2, one 0; each says another.
    const auto sure = [](std::vector<std::int64_t> classes) {
        return torch::one_hot(torch::tensor(classes, torch::kLong), 3).to(torch::kFloat32) * 40;
    };
    const auto [labels, divergence] = nn::vote(torch::stack({sure({1, 2, 2}), sure({1, 0, 1}), sure({1, 2, 0})}));
    CHECK(torch::equal(labels, torch::tensor({1, 2, 0}, torch::kLong)));
    CHECK(divergence[0].item<double>() == doctest::Approx(0).epsilon(1e-5));
    CHECK(divergence[1].item<double>() == doctest::Approx(std::log(3) - 2.0 / 3 * std::log(2)));
    CHECK(divergence[2].item<double>() == doctest::Approx(std::log(3)));
    // Classifiers that are all equally unsure agree.
    CHECK(nn::vote(torch::zeros({4, 1, 3})).second.item<double>() == doctest::Approx(0).epsilon(1e-5));
    CHECK(nn::meanOfLargestTenth(torch::arange(20, torch::kFloat32)) == doctest::Approx(18.5));
    CHECK(nn::withoutMostUncertain({3, 1, 2, 9, 0}, 0.4) == std::vector<std::size_t>{1, 2, 4});
    CHECK(nn::withoutMostUncertain({3, 1}, 0) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("an interpreter learns which pixels of generated pictures are bright, and comes back from its file")
{
    const TemporaryFolder folder;
    torch::manual_seed(5);
    nn::StyleGenerator generator(smallNetworks());
    const auto file = folder.path / "generator.safetensors";
    REQUIRE(nn::writeGenerator(file, generator, {}));
    auto factory = train::PictureFactory::open(file, {});
    REQUIRE(factory);
    // The truth: above or below the median brightness of the picture.
    const auto truthOf = [&](std::int64_t index) {
        const auto picture = factory->sample(index);
        REQUIRE(picture);
        const auto* pixels = picture->row<std::uint8_t>(0);
        std::vector<std::uint8_t> sorted(pixels, pixels + 256), labels;
        std::nth_element(sorted.begin(), sorted.begin() + 128, sorted.end());
        for (int i = 0; i < 256; ++i)
            labels.push_back(pixels[i] > sorted[128]);
        return labels;
    };
    std::vector<train::LabelledSample> samples;
    for (std::int64_t i = 0; i < 8; ++i)
        samples.push_back({i, truthOf(i)});
    samples[0].labels[0] = nn::kUnlabelled;
    train::InterpreterOptions options{.hidden = {16, 8}, .classifiers = 3, .classNames = {"dark", "bright"}};
    CHECK_FALSE(factory->interpreted(0));
    const auto report = factory->learn(samples, options, {}, {});
    REQUIRE(report);
    CHECK(report->at("pixels") == 8 * 256 - 1);
    CHECK(report->at("train_miou").get<double>() > 0.7);
    int right = 0;
    const auto unseen = factory->interpreted(50);
    REQUIRE(unseen);
    const auto truth = truthOf(50);
    for (int i = 0; i < 256; ++i)
        right += unseen->labels.row<std::uint8_t>(0)[i] == truth[std::size_t(i)];
    CHECK(right > 190);
    CHECK(unseen->score >= 0);

    REQUIRE(factory->writeInterpreter(folder.path / "interpreter.safetensors"));
    auto again = train::PictureFactory::open(file, {});
    REQUIRE(again);
    REQUIRE(again->readInterpreter(folder.path / "interpreter.safetensors"));
    CHECK(again->classNames() == options.classNames);
    CHECK(again->interpreterHash().size() == 64);
    CHECK(again->interpreterHash() == factory->interpreterHash());
    CHECK((again->interpreted(50)->labels.bytes == unseen->labels.bytes));
    CHECK_FALSE(again->readInterpreter(file));

    samples[1].labels[3] = 7;
    CHECK(contains(factory->learn(samples, options, {}, {}).error().message, "class 7"));
    samples[1].labels.pop_back();
    CHECK(contains(factory->learn(samples, options, {}, {}).error().message, "16 x 16"));
    CHECK_FALSE(factory->learn({}, options, {}, {}));
}

TEST_CASE("pictures become a generator, samples, losses and a file, and the same recipe gives the same file")
{
    const TemporaryFolder folder;
    writePictures(folder.path / "set", 8);
    const json recipe = tinyGanRecipe((folder.path / "set").string(), 20);
    REQUIRE(runTiny(folder, recipe, "a") == 0);
    const auto run = folder.path / "a";
    CHECK(std::filesystem::exists(run / train::kSamplesFile));
    CHECK(std::filesystem::exists(run / "samples-20.pnm"));
    json step;
    for (const json& line : tests::linesOf(run / "progress.jsonl"))
        if (line.at("event") == "step")
            step = line;
    for (const char* loss : {"generator", "discriminator", "r1", "path", "strength"}) {
        CAPTURE(loss);
        CHECK(step.at("losses").contains(loss));
    }
    const auto generator = nn::readGenerator(run / train::kGeneratorFile);
    REQUIRE(generator);
    CHECK(generator->metadata.at("dataset_sha256").size() == 64);
    CHECK(generator->generator->mapping->wAverage.abs().max().item<double>() > 0);

    REQUIRE(runTiny(folder, recipe, "b") == 0);
    CHECK(nn::readGenerator(folder.path / "b" / train::kGeneratorFile)->sha256 == generator->sha256);

    train::ScoreOptions score;
    score.generator = run / train::kGeneratorFile;
    score.dataset = folder.path / "set";
    const auto numbers = train::scoreGenerator(score, {}, {});
    REQUIRE(numbers);
    CHECK(numbers->at("pictures") == 8);
    CHECK(numbers->at("fid_own").get<double>() > 0);
    CHECK(numbers->at("halves").contains("kid_own"));
}

TEST_CASE("a generator learns simulated embryos without any file")
{
    const TemporaryFolder folder;
    json recipe = tinyGanRecipe("", 3);
    recipe["simulation"] = {{"frame_size", 96}, {"canvas_size", 32}, {"overview_size", 32}};
    recipe["samples"] = {{"capacity", 8}, {"initial", 4}};
    CHECK(runTiny(folder, recipe, "a") == 0);
    CHECK(nn::readGenerator(folder.path / "a" / train::kGeneratorFile));
}

TEST_CASE("a killed run goes on from its last checkpoint and ends as if it had never been killed")
{
    const TemporaryFolder folder;
    writePictures(folder.path / "set", 8);
    json recipe = tinyGanRecipe((folder.path / "set").string(), 60);
    REQUIRE(runTiny(folder, recipe, "whole") == 0);
    recipe["checkpoint_minutes"] = 0; // after every step
    const auto file = tests::written(folder.path / "killed.json", recipe);
    const std::vector<std::string> options = {"--config",  file.string(), "--out",    (folder.path / "killed").string(),
                                              "--threads", "1",           "--device", "cpu"};
    const pid_t pid = tests::start(options);
    CHECK(tests::waitForEvent(pid, folder.path / "killed" / "progress.jsonl", "checkpoint"));
    kill(pid, SIGKILL);
    CHECK(tests::exitCodeOf(pid) == -1);
    CHECK_FALSE(std::filesystem::exists(folder.path / "killed" / train::kGeneratorFile));
    const auto early = train::exportGenerator(folder.path / "killed", folder.path / "early.safetensors");
    REQUIRE_MESSAGE(early, early.error().message);
    CHECK_FALSE(early->isFinished);
    CHECK(early->steps > 0);
    CHECK(nn::readGenerator(folder.path / "early.safetensors")->metadata.at("steps") == std::to_string(early->steps));
    REQUIRE(runTiny(folder, recipe, "killed", {"--resume"}) == 0);
    const auto whole = nn::readTensorFile(folder.path / "whole" / train::kGeneratorFile);
    const auto killed = nn::readTensorFile(folder.path / "killed" / train::kGeneratorFile);
    REQUIRE(whole);
    REQUIRE(killed);
    for (const auto& [name, tensor] : whole->tensors) {
        CAPTURE(name);
        CHECK(torch::equal(tensor, killed->tensors.at(name)));
    }
    // Other pictures are another run.
    writePictures(folder.path / "set", 9);
    CHECK(runTiny(folder, recipe, "killed", {"--resume"}) == 1);
}

TEST_CASE("a run's generator is written from its last checkpoint as it would be at its end, or not with a reason")
{
    const TemporaryFolder folder;
    const auto run = folder.path / "run", file = folder.path / "out.safetensors";
    const auto failure = [&] {
        const auto exported = train::exportGenerator(run, file);
        REQUIRE_FALSE(exported);
        return exported.error();
    };
    CHECK(failure().code == base::ErrorCode::NotFound);
    writePictures(folder.path / "set", 8);
    REQUIRE(runTiny(folder, tinyGanRecipe((folder.path / "set").string(), 4), "run") == 0);
    const auto whole = nn::readGenerator(run / train::kGeneratorFile);
    REQUIRE(whole);
    const auto finished = train::exportGenerator(run, file);
    REQUIRE(finished);
    CHECK(finished->isFinished);
    CHECK(finished->steps == 4);
    CHECK(nn::readGenerator(file)->sha256 == whole->sha256);
    // As a stopped run leaves it.
    std::filesystem::remove(run / "gan.weights.safetensors");
    std::filesystem::remove(run / train::kGeneratorFile);
    const auto stopped = train::exportGenerator(run, file);
    REQUIRE(stopped);
    CHECK_FALSE(stopped->isFinished);
    CHECK(stopped->steps == 4);
    CHECK(nn::readGenerator(file)->sha256 == whole->sha256);
    std::filesystem::remove(run / "gan.checkpoint.safetensors");
    CHECK(contains(failure().message, "no checkpoint yet"));
    std::filesystem::copy_file(tests::recipes() / "tiny.json", run / "recipe.json",
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(failure().code == base::ErrorCode::InvalidArgument);
}

TEST_CASE("bad folders, one picture, several sizes and too small ones are refused with what to do")
{
    const TemporaryFolder folder;
    const auto failure = [&](const char* name, json recipe) {
        CHECK(runTiny(folder, recipe, name) != 0);
        return failureOf(folder.path / name);
    };
    const auto set = [&](const char* name) { return (folder.path / name).string(); };
    CHECK(contains(failure("none", tinyGanRecipe(set("nowhere"), 2)), "no dataset"));
    writePictures(folder.path / "one", 1);
    CHECK(contains(failure("single", tinyGanRecipe(set("one"), 2)), "one picture only"));
    writePictures(folder.path / "mixed", 4, 20, 18, 24);
    CHECK(contains(failure("sizes", tinyGanRecipe(set("mixed"), 2)), "several sizes, e.g. 20 x 18 and 24 x 18"));
    json any = tinyGanRecipe(set("mixed"), 2);
    any["gan"]["any_size"] = true;
    CHECK(runTiny(folder, any, "any") == 0);
    writePictures(folder.path / "small", 4, 12, 12);
    CHECK(contains(failure("tiny", tinyGanRecipe(set("small"), 2)), "smaller than the generator's 16 px"));
}

TEST_CASE("recipes of generators are checked")
{
    const auto message = [](const json& recipe) {
        const auto parsed = train::parseRecipe(recipe);
        return parsed ? std::string() : parsed.error().message;
    };
    const json good = tinyGanRecipe("set", 2);
    CHECK(message(good).empty());
    json recipe = good;
    recipe["stages"] = {"gan", "export"};
    CHECK(contains(message(recipe), "nothing else"));
    recipe = good;
    recipe["gan"]["architecture"]["resolution"] = 48;
    CHECK(contains(message(recipe), "\"gan.architecture.resolution\" must be 8, 16"));
    recipe = good;
    recipe["gan"]["architecture"]["channels"] = 3;
    CHECK(contains(message(recipe), "grey"));
    recipe = good;
    recipe["gan"]["r1_wait"] = 1;
    CHECK(contains(message(recipe), "\"gan.r1_wait\""));
}
