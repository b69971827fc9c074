// SPDX-License-Identifier: Apache-2.0
#include "core/inference/model_shelf.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <system_error>

#include "core/base/ids.h"

namespace blastoscope::inference {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModelFile = "model.safetensors";

/// Weight files of finished runs.
std::vector<fs::path> resultsOf(const fs::path& runs)
{
    std::vector<fs::path> files;
    std::error_code error;
    if (runs.empty())
        return files;
    for (fs::directory_iterator it(runs, error), end; !error && it != end; it.increment(error)) {
        std::error_code here;
        if (const fs::path file = it->path() / kModelFile; fs::is_regular_file(file, here))
            files.push_back(file);
    }
    return files;
}

fs::file_time_type timeOf(const fs::path& file)
{
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    return error ? fs::file_time_type::min() : time;
}

} // namespace

std::vector<ShelvedModel> findModels(const ModelPlaces& places, const CardReader& read,
                                     const base::CancellationToken& cancel)
{
    std::vector<fs::path> others = resultsOf(places.runs);
    std::copy_if(places.files.begin(), places.files.end(), std::back_inserter(others), [](const fs::path& file) {
        std::error_code error;
        return fs::is_regular_file(file, error);
    });
    std::stable_sort(others.begin(), others.end(),
                     [](const fs::path& a, const fs::path& b) { return timeOf(a) > timeOf(b); });
    std::vector<ShelvedModel> models;
    std::set<fs::path> seen;
    const auto add = [&](const fs::path& file, bool shipped) {
        std::error_code error;
        const fs::path same = fs::weakly_canonical(file, error);
        if (!cancel.isCancelled() && seen.insert(error ? file : same).second)
            models.push_back({file, shipped, read(file)});
    };
    for (const fs::path& file : places.shipped)
        add(file, true);
    for (const fs::path& file : others)
        add(file, false);
    return models;
}

base::Status copyModel(const fs::path& from, const fs::path& to)
{
    std::error_code error;
    if (fs::equivalent(from, to, error))
        return base::fail(base::ErrorCode::InvalidArgument, "This is the model's own file; choose another place.");
    fs::path part = to;
    part += std::string(".").append(base::randomId()).append(".part");
    fs::copy_file(from, part, error);
    if (!error)
        fs::rename(part, to, error);
    if (!error)
        return {};
    std::error_code ignored;
    fs::remove(part, ignored);
    return base::fail(base::ErrorCode::Io,
                      "The model could not be copied to " + to.string() +
                          ". Is there enough room, and may you write there?",
                      error.message());
}

} // namespace blastoscope::inference
