// SPDX-License-Identifier: Apache-2.0
#include "core/project/owner_file.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace blastoscope::project {
namespace fs = std::filesystem;
namespace {

std::atomic<std::chrono::seconds::rep> patienceSeconds = 120;

std::string oneLine(std::string text)
{
    for (char& c : text)
        if (c == '\n' || c == '\r')
            c = ' ';
    return text;
}

std::string contentOf(const Owner& owner)
{
    return oneLine(owner.account) + '\n' + oneLine(owner.name) + '\n' + oneLine(owner.workstation) + '\n' +
           std::to_string(owner.process) + '\n' + owner.since + '\n';
}

/// Nothing, with errno, when it cannot be read: that says less than other content.
std::optional<std::string> tryToRead(const fs::path& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return std::nullopt;
    std::string content;
    char buffer[1024];
    ssize_t count = 0;
    while ((count = ::read(file, buffer, sizeof buffer)) > 0)
        content.append(buffer, std::size_t(count));
    const int problem = errno;
    ::close(file);
    errno = problem;
    return count == 0 ? std::optional(std::move(content)) : std::nullopt;
}

std::string readAll(const fs::path& path)
{
    return tryToRead(path).value_or(std::string());
}

std::optional<Owner> parse(const std::string& content)
{
    std::istringstream lines(content);
    Owner owner;
    std::string process;
    if (!std::getline(lines, owner.account) || !std::getline(lines, owner.name) ||
        !std::getline(lines, owner.workstation) || !std::getline(lines, process) || !std::getline(lines, owner.since))
        return std::nullopt;
    owner.process = std::atoi(process.c_str());
    return owner;
}

tl::unexpected<base::Error> taken(const fs::path& project, const std::optional<Owner>& owner)
{
    std::string who = "somebody else";
    if (owner)
        who = (owner->name.empty() ? owner->account : owner->name + " (" + owner->account + ")") + " on " +
              owner->workstation + " since " + owner->since;
    return base::fail(base::ErrorCode::PermissionDenied, "The project \"" + project.filename().string() +
                                                             "\" is open: " + who +
                                                             ". It can be opened for reading until they close it.");
}

tl::unexpected<base::Error> notWritable(const fs::path& project)
{
    return base::fail(base::ErrorCode::PermissionDenied,
                      "No file can be made beside the project \"" + project.filename().string() +
                          "\". May you write to its folder?",
                      std::error_code(errno, std::generic_category()).message());
}

bool writeAll(int descriptor, const std::string& content)
{
    return ftruncate(descriptor, 0) == 0 &&
           pwrite(descriptor, content.data(), content.size(), 0) == ssize_t(content.size());
}

bool isOfThis(const Owner& owner, const std::string& workstation)
{
    return owner.workstation == workstation && owner.process > 0;
}

/// The file is there but its process is not.
bool wasLeft(const fs::path& path, const std::string& workstation)
{
    const auto owner = parse(readAll(path));
    if (owner && isOfThis(*owner, workstation))
        return kill(owner->process, 0) != 0 && errno == ESRCH;
    struct stat info {
    };
    if (stat(path.c_str(), &info) != 0)
        return true;
    return std::time(nullptr) - info.st_mtime > patienceSeconds;
}

} // namespace

fs::path OwnerFile::pathFor(const fs::path& project)
{
    return project.parent_path() / ("." + project.filename().string() + ".owner");
}

void OwnerFile::setPatience(std::chrono::seconds patience)
{
    patienceSeconds = patience.count();
}

std::optional<Owner> OwnerFile::read(const fs::path& project)
{
    return parse(readAll(pathFor(project)));
}

bool OwnerFile::isLeftBehind(const fs::path& project, const std::string& workstation)
{
    return wasLeft(pathFor(project), workstation);
}

base::Result<OwnerFile> OwnerFile::acquire(const fs::path& project, Owner self, bool networkDrive, bool takeOver)
{
    const fs::path path = pathFor(project);
    const std::string content = contentOf(self);
    if (networkDrive) {
        for (int attempt = 0; attempt < 2; ++attempt) {
            const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
            if (file >= 0) {
                const bool written = writeAll(file, content);
                ::close(file);
                return written ? base::Result<OwnerFile>(OwnerFile(path, -1, content)) : notWritable(project);
            }
            if (errno != EEXIST)
                return notWritable(project);
            if (!wasLeft(path, self.workstation))
                break;
            if (const auto owner = read(project); !takeOver && owner && !isOfThis(*owner, self.workstation))
                break;
            ::unlink(path.c_str());
        }
        return taken(project, read(project));
    }
    for (;;) {
        const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0)
            return notWritable(project);
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            ::close(file);
            return taken(project, read(project));
        }
        // The holder before may have removed the file between open and lock: then the lock is of no use.
        struct stat mine {
        }, there{};
        if (fstat(file, &mine) == 0 && stat(path.c_str(), &there) == 0 && mine.st_ino == there.st_ino) {
            if (writeAll(file, content))
                return OwnerFile(path, file, content);
            ::close(file);
            return notWritable(project);
        }
        ::close(file);
    }
}

OwnerFile::~OwnerFile()
{
    release();
}

OwnerFile::OwnerFile(OwnerFile&& other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_content(std::move(other.m_content))
{
}

OwnerFile& OwnerFile::operator=(OwnerFile&& other) noexcept
{
    if (this != &other) {
        release();
        m_path = std::exchange(other.m_path, {});
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_content = std::move(other.m_content);
    }
    return *this;
}

base::Status OwnerFile::renew()
{
    if (m_descriptor >= 0 || m_path.empty())
        return {};
    const auto content = tryToRead(m_path);
    if (!content)
        return base::fail(base::ErrorCode::Io,
                          "The file \"" + m_path.filename().string() +
                              "\" beside the project cannot be read, so it is not known whether somebody else took the "
                              "project over. Is its drive there? Otherwise save your work under another name.",
                          std::error_code(errno, std::generic_category()).message());
    if (*content != m_content)
        return base::fail(base::ErrorCode::PermissionDenied,
                          "Somebody else took the project over while its drive was away. Save your work under another "
                          "name.");
    utimensat(AT_FDCWD, m_path.c_str(), nullptr, 0);
    return {};
}

void OwnerFile::release()
{
    if (m_path.empty())
        return;
    if (m_descriptor >= 0 || readAll(m_path) == m_content)
        ::unlink(m_path.c_str());
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_path.clear();
    m_descriptor = -1;
}

} // namespace blastoscope::project
