// SPDX-License-Identifier: Apache-2.0
// Which weight files there are, and what became of what.
#include <chrono>
#include <fstream>

#include <doctest/doctest.h>

#include "core/base/file_io.h"
#include "core/inference/model_shelf.h"
#include "tests/support/temporary_folder.h"

using namespace blastoscope;
using namespace blastoscope::inference;
namespace fs = std::filesystem;

namespace {

struct Folder : tests::TemporaryFolder {
    fs::path file(const fs::path& relative, const std::string& content, int minutesOld = 0) const
    {
        const fs::path full = path / relative;
        fs::create_directories(full.parent_path());
        std::ofstream(full) << content;
        fs::last_write_time(full, fs::file_time_type::clock::now() - std::chrono::minutes(minutesOld));
        return full;
    }
};

/// The content of the file is the name of the model.
base::Result<ModelCard> cardIn(const fs::path& file)
{
    const auto text = base::readTextFile(file);
    if (!text)
        return tl::unexpected(text.error());
    if (*text == "bad")
        return base::fail(base::ErrorCode::Incompatible, "No model.");
    ModelCard card;
    card.file = file;
    card.name = *text;
    return card;
}

ModelCard card(const std::string& name, const std::string& hash, const std::string& ancestor = {})
{
    ModelCard card;
    card.name = name;
    card.version = "1";
    card.sha256 = hash;
    card.ancestor = ancestor;
    card.ancestorName = ancestor.empty() ? "" : "parent of " + name;
    card.file = "/models/" + name;
    return card;
}

} // namespace

TEST_CASE("shipped models come first, results of runs after them, the newest first, each once")
{
    const Folder folder;
    const fs::path shipped = folder.file("shipped/a.safetensors", "a", 90);
    folder.file("runs/old/model.safetensors", "old", 60);
    const fs::path young = folder.file("runs/young/model.safetensors", "young", 5);
    fs::create_directories(folder.path / "runs/without a result");
    const fs::path chosen = folder.file("elsewhere.safetensors", "bad", 30);
    const auto models =
        findModels({{shipped}, {chosen, young, folder.path / "gone"}, folder.path / "runs"}, cardIn, {});
    REQUIRE(models.size() == 4);
    CHECK(models[0].shipped);
    CHECK(models[0].card->name == "a");
    CHECK(models[1].card->name == "young");
    CHECK_FALSE(models[1].shipped);
    CHECK(models[2].file == chosen);
    CHECK(models[2].card.error().message == "No model.");
    CHECK(models[3].card->name == "old");
}

TEST_CASE("a missing shipped model is listed with the reason, a missing folder of runs is none")
{
    const auto models = findModels({{"/nowhere/a.safetensors"}, {}, "/nowhere/runs"}, cardIn, {});
    REQUIRE(models.size() == 1);
    CHECK(models[0].card.error().code == base::ErrorCode::NotFound);
}

TEST_CASE("a cancelled search reads nothing more")
{
    const Folder folder;
    base::CancellationToken cancel;
    cancel.cancel();
    CHECK(findModels({{folder.file("a", "a")}, {}, {}}, cardIn, cancel).empty());
}

TEST_CASE("ancestry is followed by hash, to a model that is not there or to the first one")
{
    const ModelCard grandchild = card("grandchild", "3", "2");
    const auto whole = ancestryOf(grandchild, {card("first", "1"), card("child", "2", "1"), grandchild});
    REQUIRE(whole.size() == 2);
    CHECK(whole[0].title == "child 1");
    CHECK(whole[0].file == "/models/child");
    CHECK(whole[1].title == "first 1");
    const auto broken = ancestryOf(grandchild, {grandchild});
    REQUIRE(broken.size() == 1);
    CHECK(broken[0].title == "parent of grandchild");
    CHECK(broken[0].file.empty());
    CHECK(ancestryOf(card("first", "1"), {}).empty());
    CHECK(ancestryOf(card("a", "1", "2"), {card("a", "1", "2"), card("b", "2", "1")}).size() == 1); // no endless chain
    CHECK(ancestryOf(card("a", "1", "1"), {card("a", "1", "1")}).empty());
}

TEST_CASE("a copy is whole and may replace another file, but not the model itself")
{
    const Folder folder;
    const fs::path from = folder.file("a", "weights"), to = folder.file("b", "other");
    REQUIRE(copyModel(from, to));
    CHECK(*base::readTextFile(to) == "weights");
    CHECK(copyModel(from, from).error().code == base::ErrorCode::InvalidArgument);
    CHECK(copyModel(from, folder.path / "no" / "folder").error().code == base::ErrorCode::Io);
    CHECK_FALSE(copyModel(folder.path / "gone", folder.path / "c"));
    CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 2); // nothing half-done is left
}
