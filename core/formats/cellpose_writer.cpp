// SPDX-License-Identifier: Apache-2.0
#include "core/formats/cellpose_writer.h"

namespace blastoscope::formats {

base::Status writeCellpose(const AnnotatedFrame& frame, const std::filesystem::path& path, LabelFile kind,
                           ExchangeReport& report)
{
    return writeLabels(frame, path, kind, LabelNumbers::Consecutive, report);
}

} // namespace blastoscope::formats
