// SPDX-License-Identifier: Apache-2.0
#include "core/project/project_file.h"

#include <array>
#include <cstdio>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/ids.h"
#include "core/base/utc_time.h"
#include "core/project/schema.h"

namespace blastoscope::project {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kUserVersionAt = 60;
constexpr std::size_t kApplicationIdAt = 68;

std::uint32_t bigEndian(const char* bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value = value << 8 | std::uint8_t(bytes[i]);
    return value;
}

base::Error notAProject(const fs::path& file)
{
    return {base::ErrorCode::Corrupt,
            "\"" + file.filename().string() +
                "\" is not a project of Blastoscope, or its beginning is damaged. It was left as it is.",
            {}};
}

/// The name of a database as SQLite takes it with special settings.
std::string uriOf(const fs::path& file)
{
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string()) {
        char code[4] = {c, 0};
        if (c == '%' || c == '?' || c == '#')
            std::snprintf(code, sizeof code, "%%%02x", unsigned(std::uint8_t(c)));
        uri += code;
    }
    return uri + "?immutable=1";
}

std::unique_ptr<Database> connect(const fs::path& file, const FileAccess& access)
{
    if (!access.readOnly)
        return std::make_unique<Database>(file, SQLite::OPEN_READWRITE);
    const bool folderIsWritable = ::access(fs::absolute(file).parent_path().c_str(), W_OK) == 0;
    const bool hasLog = fs::exists(file.string() + "-wal");
    if (folderIsWritable || hasLog)
        return std::make_unique<Database>(file, SQLite::OPEN_READONLY);
    return std::make_unique<Database>(uriOf(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI, file.filename().string());
}

void syncFolder(const fs::path& folder)
{
    if (const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); descriptor >= 0) {
        ::fsync(descriptor); // where a file system cannot do that, the rename is as safe as it gets
        ::close(descriptor);
    }
}

} // namespace

base::Result<FileHeader> readHeader(const fs::path& file)
{
    const std::string name = "\"" + file.filename().string() + "\"";
    std::error_code error;
    if (!fs::exists(file, error))
        return base::fail(base::ErrorCode::NotFound, "There is no project " + name + ".", error.message());
    if (!fs::is_regular_file(file, error))
        return base::fail(base::ErrorCode::InvalidArgument, name + " is not a file.");
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return base::fail(base::ErrorCode::PermissionDenied, "The project " + name + " cannot be opened for reading.");
    std::array<char, kHeaderBytes> bytes{};
    in.read(bytes.data(), bytes.size());
    FileHeader header;
    header.isSqlite =
        in.gcount() == std::streamsize(bytes.size()) && std::string_view(bytes.data(), kMagic.size()) == kMagic;
    header.applicationId = bigEndian(bytes.data() + kApplicationIdAt);
    header.version = int(bigEndian(bytes.data() + kUserVersionAt));
    return header;
}

bool FileHeader::isProject() const
{
    return isSqlite && applicationId == kApplicationId;
}

base::Result<std::unique_ptr<Database>> openFile(const fs::path& file, const FileAccess& access)
{
    const auto header = readHeader(file);
    if (!header)
        return tl::unexpected(header.error());
    if (!header->isProject())
        return tl::unexpected(notAProject(file));
    return guard(file.filename().string(), [&]() -> base::Result<std::unique_ptr<Database>> {
        std::unique_ptr<Database> database = connect(file, access);
        database->run("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; "
                      "PRAGMA temp_store = MEMORY");
        if (const std::string check = database->text("PRAGMA quick_check(1)"); check != "ok")
            return base::fail(base::ErrorCode::Corrupt,
                              "The project \"" + file.filename().string() +
                                  "\" is damaged and was left as it is. \"blastoscope-cli project repair\" saves "
                                  "what is readable into a new file.",
                              check);
        if (!access.readOnly) {
            database->text(access.networkDrive ? "PRAGMA journal_mode = DELETE" : "PRAGMA journal_mode = WAL");
            database->run("PRAGMA synchronous = FULL");
        }
        return database;
    });
}

base::Status createFile(const fs::path& file)
{
    const fs::path fresh = file.string() + ".part";
    std::error_code ignored;
    fs::remove(fresh, ignored);
    auto made = guard(file.filename().string(), [&]() -> base::Status {
        Database database(fresh, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        database.run("PRAGMA foreign_keys = ON");
        migrate(database, currentVersion());
        Query(database, "INSERT INTO meta (key, value) VALUES ('uid', ?), ('created', ?)", base::randomId(),
              base::utcNowMilliseconds())
            .run();
        return {};
    });
    if (made)
        made = replaceFile(fresh, file);
    if (!made)
        fs::remove(fresh, ignored);
    return made;
}

base::Status replaceFile(const fs::path& fresh, const fs::path& file)
{
    std::error_code error;
    // The log of the file before must not meet the new one: it would be played back into it.
    for (const char* companion : {"", "-wal", "-shm", "-journal"}) {
        const std::string backup = file.string() + ".bak" + companion;
        std::error_code ignored;
        fs::remove(backup, ignored);
        if (!error && fs::exists(file.string() + companion))
            fs::rename(file.string() + companion, backup, error);
    }
    if (!error)
        fs::rename(fresh, file, error);
    if (error)
        return base::fail(base::ErrorCode::Io,
                          "The project \"" + file.filename().string() +
                              "\" cannot be made. May you write to its folder?",
                          error.message());
    syncFolder(fs::absolute(file).parent_path());
    return {};
}

base::Status updateFile(Database& database, const fs::path& file)
{
    return guard(file.filename().string(), [&]() -> base::Status {
        const std::string copy = file.string() + ".v" + std::to_string(versionOf(database)) + ".bak";
        std::error_code ignored;
        fs::remove(copy, ignored);
        {
            SQLite::Statement backup(database.connection(), "VACUUM INTO ?");
            backup.bind(1, copy);
            backup.exec();
        }
        migrate(database, currentVersion());
        return {};
    });
}

std::string relativeTo(const fs::path& file, const fs::path& path)
{
    std::error_code error;
    const fs::path folder = fs::weakly_canonical(fs::absolute(file).parent_path(), error);
    const fs::path target = fs::weakly_canonical(fs::absolute(path), error);
    const fs::path relative = target.lexically_relative(folder);
    return (relative.empty() ? target : relative).generic_string();
}

fs::path resolvedFrom(const fs::path& file, const std::string& stored)
{
    std::error_code error;
    return (fs::weakly_canonical(fs::absolute(file).parent_path(), error) / stored).lexically_normal();
}

} // namespace blastoscope::project
