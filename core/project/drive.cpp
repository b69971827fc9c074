// SPDX-License-Identifier: Apache-2.0
#include "core/project/drive.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <sys/vfs.h>

namespace blastoscope::project {
namespace {

/// Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, NCP, AFS, Coda, 9P, Ceph, GFS2, OCFS2, Lustre, FUSE, VirtualBox
/// and Parallels shares.
constexpr std::array<std::uint32_t, 15> kShared = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x564C,
                                                   0x5346414F, 0x73757245, 0x01021997, 0x00C36400, 0x01161970,
                                                   0x7461636F, 0x0BD00BD0, 0x65735546, 0x786F4256, 0x7C7C6673};

} // namespace

bool isOnNetworkDrive(const std::filesystem::path& path)
{
    struct statfs info {
    };
    std::filesystem::path existing = std::filesystem::absolute(path);
    while (statfs(existing.c_str(), &info) != 0) {
        if (existing == existing.parent_path())
            return false;
        existing = existing.parent_path();
    }
    return std::find(kShared.begin(), kShared.end(), std::uint32_t(info.f_type)) != kShared.end();
}

} // namespace blastoscope::project
