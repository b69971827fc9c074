// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/scratch_file.h"

#include <cstdio>
#include <string>

#include <unistd.h>

#include "tests/fuzz/harness.h"

namespace blastoscope::tests {
namespace {

namespace fs = std::filesystem;

class Scratch {
public:
    Scratch()
    {
        std::error_code error;
        const fs::path memory = "/dev/shm";
        const fs::path folder = fs::is_directory(memory, error) ? memory : fs::temp_directory_path();
        m_path = folder / ("blastoscope-fuzz-" + std::to_string(getpid()));
    }
    ~Scratch()
    {
        std::error_code ignored;
        fs::remove(m_path, ignored);
    }
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

} // namespace

const fs::path& scratchFile(const std::uint8_t* data, std::size_t size)
{
    static const Scratch scratch;
    std::FILE* file = std::fopen(scratch.path().c_str(), "wb");
    require(file && std::fwrite(data, 1, size, file) == size && std::fclose(file) == 0,
            "a scratch file can be written");
    return scratch.path();
}

} // namespace blastoscope::tests
