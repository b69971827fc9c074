// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    int blastomeres = 0;
};

/// A training set as its dataset.json describes it.
struct DatasetSummary {
    QString folder;
    QString name; ///< of the folder
    DatasetSide train;
    DatasetSide heldOut;
    QStringList warnings;
};

/// Any thread. Fails with NotFound for a folder that is no training set and with Corrupt for a damaged description.
base::Result<DatasetSummary> readDatasetSummary(const QString& folder);

/// The training sets in a folder, the newest first; what is none is left out.
std::vector<DatasetSummary> findDatasets(const QString& parent, const base::CancellationToken& cancel);

} // namespace blastoscope::ui
