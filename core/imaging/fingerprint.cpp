// SPDX-License-Identifier: Apache-2.0
#include "core/imaging/fingerprint.h"

#include <bit>

#include "core/base/sha256.h"

namespace blastoscope::imaging {

std::string imageSha256(const base::Image& image)
{
    static_assert(std::endian::native == std::endian::little, "samples are hashed as they lie in memory");
    const std::string header = std::to_string(image.width) + " " + std::to_string(image.height) + " " +
                               std::to_string(image.channels) + " " +
                               std::to_string(8 * base::bytesPerSample(image.type)) + "\n";
    base::Sha256 hash;
    hash.update(header.data(), header.size());
    hash.update(image.bytes.data(), image.bytes.size());
    return hash.hex();
}

} // namespace blastoscope::imaging
