// SPDX-License-Identifier: Apache-2.0
#include "core/project/stack_finder.h"

#include <set>
#include <vector>

namespace blastoscope::project {
namespace fs = std::filesystem;
namespace {

constexpr int kDepth = 3;
constexpr int kMostEntries = 20'000;
constexpr int kOtherFiles = 100;

/// Candidates of a search: everything below some folders, each folder once.
class Search {
public:
    Search(const fs::path& expected, const Fingerprint& known, const base::CancellationToken& cancel)
        : m_name(expected.filename()), m_isFile(known.files == 1 && expected.has_extension()), m_known(known),
          m_cancel(cancel)
    {
    }

    std::optional<FoundStack> in(const fs::path& folder, bool sameName)
    {
        std::error_code error;
        if (folder.empty() || !fs::is_directory(folder, error))
            return std::nullopt;
        auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
        for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
            if (++m_entries > kMostEntries || m_cancel.isCancelled())
                break;
            if (it.depth() + 1 >= kDepth)
                it.disable_recursion_pending();
            if (sameName == (it->path().filename() == m_name))
                if (auto found = compare(*it))
                    return found;
        }
        return std::nullopt;
    }

    void startAgain() { m_entries = 0; }

private:
    std::optional<FoundStack> compare(const fs::directory_entry& entry)
    {
        std::error_code error;
        const bool isFile = entry.is_regular_file(error);
        if (isFile != m_isFile || !m_tried.insert(entry.path()).second)
            return std::nullopt;
        if (isFile && std::int64_t(entry.file_size(error)) != m_known.size)
            return std::nullopt;
        if (!isFile && !mayHoldAll(entry.path()))
            return std::nullopt;
        const auto print = fingerprintOf(entry.path());
        if (!print || !print->matches(m_known))
            return std::nullopt;
        return FoundStack{entry.path(), *print, true, false};
    }

    /// A look at no more files than the stack has (and some that are not its own).
    bool mayHoldAll(const fs::path& folder)
    {
        std::error_code error;
        std::int64_t files = 0;
        auto it = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
        for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
            files += it->is_regular_file(error);
            if (files > m_known.files + kOtherFiles || m_cancel.isCancelled())
                return false;
        }
        return files >= m_known.files;
    }

    fs::path m_name;
    bool m_isFile;
    const Fingerprint& m_known;
    const base::CancellationToken& m_cancel;
    std::set<fs::path> m_tried;
    int m_entries = 0;
};

} // namespace

std::optional<FoundStack> findStack(const fs::path& expected, const Fingerprint& known, const fs::path& project,
                                    const fs::path& hint, const base::CancellationToken& cancel)
{
    if (const auto print = fingerprintOf(expected))
        return FoundStack{expected, *print, false, !print->matches(known)};
    Search search(expected, known, cancel);
    const std::vector<fs::path> places = {hint, project.parent_path(), expected.parent_path(),
                                          expected.parent_path().parent_path()};
    for (const bool sameName : {true, false}) {
        search.startAgain();
        for (const fs::path& place : places)
            if (auto found = search.in(place, sameName))
                return found;
    }
    return std::nullopt;
}

} // namespace blastoscope::project
