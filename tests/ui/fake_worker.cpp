// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for blastoscope-train: the same arguments, lock, diary and control files, but no model. What it does comes
// from the environment variable FAKE_WORKER: "finish" (three steps), "endless" (until told to stop), "crash" (dies in
// the middle of a line), "refuse" (says why and ends). With --resume it always finishes. A recipe with the stage "gan"
// makes a generator and samples instead of a model.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

struct Run {
    fs::path folder;
    std::ofstream diary;
    bool generator = false;

    void say(const std::string& line) { diary << line << '\n' << std::flush; }

    void step(int number, int of)
    {
        const std::string n = std::to_string(number);
        say(R"({"event":"step","stage":"detector","step":)" + n + R"(,"progress":)" +
            std::to_string(double(number) / of) + R"(,"seconds":)" + n + R"(,"loss":)" + std::to_string(2.0 / number) +
            R"(,"losses":{")" + (generator ? "strength" : "mask_amodal") + "\":" + std::to_string(1.0 / number) + "}}");
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }

    /// What a generator's training leaves at each look at its samples.
    void look(int number)
    {
        std::ofstream(folder / "samples.pnm") << "P5\n4 4\n255\n" << std::string(16, char(100 + number));
        say(R"({"event":"evaluation","step":)" + std::to_string(number) + R"(,"metrics":{"strength":0.5,"kid_own":)"
            + std::to_string(0.4 / number) + R"(,"samples":"samples-1.pnm"}})");
    }

    /// False: stop.
    bool mayGoOn()
    {
        const auto there = [&](const char* name) { return fs::exists(folder / name); };
        if (there("pause") && !there("stop")) {
            say(R"({"event":"checkpoint","step":1})");
            say(R"({"event":"paused","step":1})");
            while (there("pause") && !there("stop"))
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            say(R"({"event":"continued","step":1})");
        }
        return !there("stop");
    }
};

constexpr const char* kComparison = R"({"models":[{"name":"tiny","version":"1"},{"name":"mine","version":"1-tuned"}],
"notes":["Only a test."],
"validation":{"frames":1,"embryos":1,"results":[
 {"ap":0.5,"ap50":0.8,"ap75":0.6,"exact":0.5,"within_one":1,"bias":-0.5,"quality":0.6},
 {"ap":0.7,"ap50":0.9,"ap75":0.8,"exact":1,"within_one":1,"bias":0,"quality":0.8}],
 "worst":[{"picture":"images/00001.png","embryo":"E1","cells":1,
  "truth":{"window":[0,0,40,40],"size":8,"masks":["b04Z1"]},
  "results":[{"counted":0,"quality":0,"shapes":{"window":[0,0,40,40],"size":8,"masks":[]}},
             {"counted":1,"quality":0.8,"shapes":{"window":[0,0,40,40],"size":8,"masks":["b04Z1"]}}]}]},
"simulated":{"frames":2,"seed":1,"results":[
 {"ap":0.6,"ap50":0.8,"ap75":0.6,"exact":0.5,"within_one":1,"bias":0,"quality":0.6},
 {"ap":0.58,"ap50":0.8,"ap75":0.6,"exact":0.5,"within_one":1,"bias":0,"quality":0.6}]}})";

int refuse(const char* why)
{
    std::fprintf(stderr, "blastoscope-train: %s\n", why);
    return 2;
}

void train(Run& run, const std::string& mode)
{
    run.say(R"({"event":"stage_started","stage":"detector","step":0,"steps":3,"minutes":0})");
    for (int number = 1; mode == "endless" || number <= 3; ++number) {
        run.step(number, mode == "endless" ? 100000 : 3);
        if (run.generator && number <= 3)
            run.look(number);
        if (mode == "crash" && number == 2) {
            run.diary << R"({"event":"step","st)" << std::flush;
            _exit(9);
        }
        if (!run.mayGoOn()) {
            fs::remove(run.folder / "stop");
            run.say(R"({"event":"stopped"})");
            return;
        }
    }
    if (!run.generator)
        run.say(R"({"event":"evaluation","step":3,"metrics":{"ap":0.6,"validation_ap":0.7}})");
    run.say(R"({"event":"stage_ended","step":3,"progress":1,"seconds":3})");
    if (run.generator) {
        std::ofstream(run.folder / "generator.safetensors") << "weights";
        run.say(R"({"event":"finished"})");
        return;
    }
    std::ofstream(run.folder / "model.safetensors") << "weights";
    std::ofstream(run.folder / "comparison.json") << kComparison;
    run.say(R"({"event":"comparing"})");
    run.say(R"({"event":"finished"})");
}

} // namespace

int main(int argc, char** argv)
{
    const char* wish = std::getenv("FAKE_WORKER");
    std::string mode = wish ? wish : "finish", config;
    Run run;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--resume")
            mode = "finish";
        else if (word == "--out" && i + 1 < argc)
            run.folder = argv[++i];
        else if (word == "--config" && i + 1 < argc)
            config = argv[++i];
    }
    if (mode == "refuse")
        return refuse("The dataset is not what it was.");
    if (run.folder.empty() || !fs::exists(config))
        return refuse("--config and --out are needed.");
    std::ifstream recipe(config);
    run.generator = std::string(std::istreambuf_iterator<char>(recipe), {}).find("\"gan\"") != std::string::npos;
    const int lock = open((run.folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    for (int tries = 0; flock(lock, LOCK_EX | LOCK_NB) != 0; ++tries) {
        if (tries == 20)
            return refuse("Another run is training here.");
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    fs::remove(run.folder / "stop");
    run.diary.open(run.folder / "progress.jsonl", std::ios::app);
    train(run, mode);
    return 0;
}
