// SPDX-License-Identifier: Apache-2.0
#include "core/project/fingerprint.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fstream>
#include <vector>

#include "core/base/sha256.h"

namespace blastoscope::project {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kEdge = 64 * 1024;

struct File {
    fs::path path;
    std::string name; ///< relative to the stack
    std::int64_t size = 0;
    std::int64_t modified = 0;
};

bool isOwn(const std::string& name)
{
    return name.empty() || name.front() == '.' || name.ends_with(".blasto") || name.ends_with(".blasto-wal") ||
           name.ends_with(".blasto-shm") || name.ends_with(".blastoscope.json") ||
           name.ends_with(".blastoscope.json.bak");
}

std::int64_t secondsOf(fs::file_time_type time)
{
    using namespace std::chrono;
    return duration_cast<seconds>(file_clock::to_sys(time).time_since_epoch()).count();
}

File describe(const fs::path& path, const fs::path& root)
{
    const std::string name = path == root ? std::string() : path.lexically_relative(root).generic_string();
    return {path, name, std::int64_t(fs::file_size(path)), secondsOf(fs::last_write_time(path))};
}

/// Throws fs::filesystem_error.
std::vector<File> filesOf(const fs::path& stack)
{
    std::vector<File> files;
    if (!fs::is_directory(stack))
        return {describe(stack, stack)};
    for (auto it = fs::recursive_directory_iterator(stack); it != fs::recursive_directory_iterator(); ++it) {
        const bool own = isOwn(it->path().filename().string());
        if (it->is_directory() && own)
            it.disable_recursion_pending();
        else if (it->is_regular_file() && !own)
            files.push_back(describe(it->path(), stack));
    }
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
    return files;
}

/// Throws fs::filesystem_error.
std::ifstream open(const File& file)
{
    std::ifstream in(file.path, std::ios::binary);
    if (!in)
        throw fs::filesystem_error("opening failed", file.path, std::error_code(errno, std::generic_category()));
    return in;
}

void addEdges(base::Sha256& hash, const File& file)
{
    std::ifstream in = open(file);
    std::vector<char> buffer(std::size_t(std::min(file.size, kEdge)));
    for (const std::int64_t start : {std::int64_t(0), file.size - std::int64_t(buffer.size())}) {
        in.seekg(start);
        in.read(buffer.data(), std::streamsize(buffer.size()));
        if (in.gcount() != std::streamsize(buffer.size()))
            throw fs::filesystem_error("reading failed", file.path, std::make_error_code(std::errc::io_error));
        hash.update(buffer.data(), buffer.size());
    }
}

template<typename Work>
auto guarded(const fs::path& stack, Work work) -> decltype(work())
{
    const std::string name = "\"" + stack.filename().string() + "\"";
    try {
        if (!fs::exists(stack))
            return base::fail(base::ErrorCode::NotFound, "The images " + name + " are not where they were.");
        return work();
    } catch (const fs::filesystem_error& error) {
        const bool denied = error.code() == std::errc::permission_denied;
        return base::fail(denied ? base::ErrorCode::PermissionDenied : base::ErrorCode::Io,
                          "The images " + name + " cannot be read.", error.what());
    }
}

} // namespace

base::Result<Fingerprint> fingerprintOf(const fs::path& stack)
{
    return guarded(stack, [&]() -> base::Result<Fingerprint> {
        const std::vector<File> files = filesOf(stack);
        Fingerprint print;
        base::Sha256 hash;
        for (const File& file : files) {
            ++print.files;
            print.size += file.size;
            print.modified = std::max(print.modified, file.modified);
            const std::string line = file.name + '\n' + std::to_string(file.size) + '\n';
            hash.update(line.data(), line.size());
        }
        if (!files.empty())
            addEdges(hash, files.front());
        if (files.size() > 1)
            addEdges(hash, files.back());
        print.edges = hash.hex();
        return print;
    });
}

base::Result<std::string> contentSha256(const fs::path& stack, const base::CancellationToken& cancel)
{
    return guarded(stack, [&]() -> base::Result<std::string> {
        const bool isFolder = fs::is_directory(stack);
        base::Sha256 hash;
        std::vector<char> buffer(1 << 20);
        for (const File& file : filesOf(stack)) {
            if (isFolder) {
                const std::string line = file.name + '\n' + std::to_string(file.size) + '\n';
                hash.update(line.data(), line.size());
            }
            std::ifstream in = open(file);
            while (in) {
                if (cancel.isCancelled())
                    return base::fail(base::ErrorCode::Cancelled, "Stopped.");
                in.read(buffer.data(), std::streamsize(buffer.size()));
                hash.update(buffer.data(), std::size_t(in.gcount()));
            }
            if (in.bad())
                throw fs::filesystem_error("reading failed", file.path, std::make_error_code(std::errc::io_error));
        }
        return hash.hex();
    });
}

} // namespace blastoscope::project
