// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/base/cancellation.h"
#include "core/base/error.h"

namespace blastoscope::ui {

/// One side of a training set's split.
struct DatasetSide {
    int frames = 0;
    int embryos = 0;
    int counted = 0; ///< blastomeres, or what DatasetSummary::ownName says
    int uncertain = 0;
};

/// A training set as its dataset.json describes it.
struct DatasetSummary {
    QString folder;
    QString name; ///< of the folder
    std::string ownName; ///< of what is counted when it is no blastomeres, e.g. "nucleus"
    DatasetSide train;
    DatasetSide heldOut;
    QStringList warnings;
};

/// Any thread. Fails with NotFound for a folder that is no training set and with Corrupt for a damaged description.
base::Result<DatasetSummary> readDatasetSummary(const QString& folder);

/// "To learn from: 12 frames, 3 embryos, 40 blastomeres", and what is held out on a second line. `ownName` as above.
QString splitText(const DatasetSide& train, const DatasetSide& heldOut, const std::string& ownName);

/// The training sets in a folder, the newest first; what is none is left out.
std::vector<DatasetSummary> findDatasets(const QString& parent, const base::CancellationToken& cancel);

} // namespace blastoscope::ui
